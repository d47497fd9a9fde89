//! Pictures of tables of counts, as plain numbers: where each mark stands and how large it
//! is. All are whole numbers of the units of the drawing.

use super::matrix::{Matrix, Pair, Tally};

/// The height of the bar of the highest number.
pub const HEIGHT: usize = 100;

/// How far the longest curve reaches, and how far the rows are apart.
pub const REACH: usize = 1000;
pub const ROW: usize = 20;

/// The width of the line of the highest number.
pub const WIDTH: usize = 8;

/// The bars of a row of a table, one for each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// The position of the value of the row.
    pub value: usize,
    pub bars: Vec<Bar>,
}

/// What a cell holds, as a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The position of the value of the column.
    pub value: usize,
    pub tally: Tally,
    /// The height of the number of recommendations.
    pub count: usize,
    /// That of the number of occurrences.
    pub occurrences: usize,
}

/// The bars of a table, row by row. All have the same scale.
pub fn bars(table: &Matrix) -> Vec<Bars> {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let highest = cells.map(|it| it.count.max(it.occurrences)).max();
    let height = |number: usize| scaled(number, highest.unwrap_or_default(), HEIGHT);
    let rows = table.rows.iter().map(|row| {
        let cells = table.columns.iter().zip(&row.cells);
        let bars = cells.map(|(column, tally)| Bar {
            value: column.value,
            tally: *tally,
            count: height(tally.count),
            occurrences: height(tally.occurrences),
        });
        Bars {
            value: row.value,
            bars: bars.collect(),
        }
    });
    rows.collect()
}

/// Values below each other, and a curve for each pair of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arcs {
    /// The positions of the values that are in a pair, from the first row down.
    pub values: Vec<usize>,
    pub arcs: Vec<Arc>,
}

/// A pair, as a curve between two rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The rows of its values, the upper one first.
    pub rows: [usize; 2],
    pub count: usize,
    /// How far it reaches to the side.
    pub reach: usize,
    /// The width of its line.
    pub width: usize,
}

impl Arc {
    /// The curve, as SVG writes it: from the middle of the one row to that of the other,
    /// both at the end of the drawing. It reaches three quarters as far as the points that
    /// draw it there.
    pub fn path(&self) -> String {
        let [upper, lower] = self.rows.map(|row| row * ROW + ROW / 2);
        let reach = self.reach * 5 / 4;
        let side = if reach > REACH {
            format!("-{}", reach - REACH)
        } else {
            (REACH - reach).to_string()
        };
        format!("M{REACH} {upper}C{side} {upper} {side} {lower} {REACH} {lower}")
    }
}

/// The curves of the pairs of a table.
pub fn arcs(pairs: &[Pair]) -> Arcs {
    let mut values: Vec<usize> = Vec::new();
    for value in pairs.iter().flat_map(|pair| pair.values) {
        let place = values.partition_point(|other| *other < value);
        if values.get(place) != Some(&value) {
            values.insert(place, value);
        }
    }
    let row = |value: usize| values.partition_point(|other| *other < value);
    let spans = pairs.iter().map(|pair| {
        let [one, other] = pair.values.map(row);
        [one.min(other), one.max(other)]
    });
    let spans: Vec<[usize; 2]> = spans.collect();
    let longest = spans.iter().map(|[upper, lower]| lower - upper).max();
    let highest = pairs.iter().map(|pair| pair.count).max();
    let arcs = pairs.iter().zip(&spans).map(|(pair, rows)| Arc {
        rows: *rows,
        count: pair.count,
        reach: scaled(rows[1] - rows[0], longest.unwrap_or_default(), REACH),
        width: scaled(pair.count, highest.unwrap_or_default(), WIDTH),
    });
    let arcs = arcs.collect();
    Arcs { values, arcs }
}

/// A number on a scale on which the highest is `whole`, rounded; what is not zero is seen.
fn scaled(number: usize, highest: usize, whole: usize) -> usize {
    let scaled = (2 * number * whole + highest).checked_div(2 * highest);
    let scaled = scaled.unwrap_or_default();
    if number == 0 { 0 } else { scaled.max(1) }
}
