//! Tables of two facets: how many recommendations of a view carry a value of each.
//! All counts are those of the search, for the view that a cell leads to.

use facet_search::{SearchResults, ranked};

use super::{Matching, Page, Scope, ViewState};
use crate::data::{Agenda, FacetRole, Recommendation, Value};

/// The key of the facet that tells with which words a recommendation sets its task
/// (docs/interface.md). For its values, occurrences are counted as well.
pub const WORDING: &str = "duty";

/// How many recommendations of a view carry a value of one facet and one of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The position of the facet whose values are the rows.
    pub facet: usize,
    /// That of the facet whose values are the columns.
    pub across: usize,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// How many recommendations the view shows.
    pub total: Tally,
}

/// A value at the head of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The position of the value.
    pub value: usize,
    /// What the recommendations of the view with this value come to.
    pub tally: Tally,
}

/// A value at the head of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The position of the value.
    pub value: usize,
    /// What the recommendations of the view with this value come to.
    pub tally: Tally,
    /// The same for each column.
    pub cells: Vec<Tally>,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The number of recommendations: as many as the view behind the cell shows.
    pub count: usize,
    /// How often the words that are quoted as evidence for the value of the row stand
    /// in these recommendations; zero where the facet is not [`WORDING`].
    pub occurrences: usize,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MatrixOrder {
    /// As the data has them, under the headings of their groups.
    #[default]
    Given,
    /// The most recommendations first.
    Total,
    /// The same in one column, by its value.
    Column(usize),
}

/// Two values that recommendations carry together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub values: [usize; 2],
    /// As many as the view behind it shows.
    pub count: usize,
}

/// The facets whose values the tables have as rows: all but the one that divides the
/// recommendations into sections.
pub fn tabled(agenda: &Agenda) -> impl Iterator<Item = usize> {
    let facets = agenda.facets.iter().enumerate();
    facets
        .filter(|(_, facet)| facet.role != FacetRole::Section)
        .map(|(position, _)| position)
}

/// The facet whose values the tables have as columns.
pub fn across(agenda: &Agenda) -> Option<usize> {
    let mut facets = agenda.facets.iter();
    facets.position(|facet| facet.role == FacetRole::Section)
}

impl ViewState {
    /// The list of what the view has with some values, each a facet and its value. Among
    /// values that are alternatives, each takes the place of those chosen.
    pub fn with_values(&self, agenda: &Agenda, values: &[(usize, usize)]) -> ViewState {
        let mut view_state = self.clone();
        view_state.page = Page::List;
        view_state.open = None;
        for &(facet, value) in values {
            let requires_all = self.requires_all(agenda, facet);
            if let Some(chosen) = view_state.chosen.get_mut(facet) {
                if !requires_all {
                    chosen.clear();
                }
                chosen.insert(value);
            }
        }
        view_state
    }

    /// The list of what the view has with both values of a facet.
    pub fn with_pair(&self, facet: usize, values: [usize; 2]) -> ViewState {
        let mut view_state = self.clone();
        view_state.page = Page::List;
        view_state.open = None;
        view_state.matching = Matching::All;
        if let Some(chosen) = view_state.chosen.get_mut(facet) {
            if self.matching == Matching::Any {
                chosen.clear();
            }
            for value in values {
                chosen.insert(value);
            }
        }
        view_state
    }

    /// Whether the chosen values of a facet are asked for all together.
    fn requires_all(&self, agenda: &Agenda, facet: usize) -> bool {
        let facet = agenda.facets.get(facet);
        self.matching == Matching::All && facet.is_some_and(|facet| facet.any_all)
    }

    /// The values of a facet that a table shows: those chosen, where these are
    /// alternatives, or all.
    fn tabled_values(&self, agenda: &Agenda, facet: usize) -> Vec<usize> {
        let all = agenda.facets.get(facet).map_or(0, |it| it.values.len());
        let chosen = self.chosen.get(facet);
        let chosen = chosen.filter(|chosen| !chosen.is_empty());
        match chosen {
            Some(chosen) if !self.requires_all(agenda, facet) => chosen.iter().collect(),
            _ => (0..all).collect(),
        }
    }
}

/// The table of a facet across the sections.
pub fn matrix(view_state: &ViewState, scope: Scope, facet: usize) -> Option<Matrix> {
    let agenda = scope.agenda;
    let across = across(agenda)?;
    let values = view_state.tabled_values(agenda, facet);
    let all = Counted::of(view_state, scope, &[]);
    let columns = view_state.tabled_values(agenda, across);
    let columns: Vec<(usize, Counted)> = columns
        .into_iter()
        .map(|value| (value, Counted::of(view_state, scope, &[(across, value)])))
        .collect();
    let rows = values.into_iter().map(|value| Row {
        value,
        tally: all.tally(view_state, scope, facet, value),
        cells: columns
            .iter()
            .map(|(_, counted)| counted.tally(view_state, scope, facet, value))
            .collect(),
    });
    let rows: Vec<Row> = rows.collect();
    let sum = |tallies: &mut dyn Iterator<Item = Tally>| tallies.map(|it| it.occurrences).sum();
    let heads = columns.iter().enumerate().map(|(place, (value, counted))| {
        let mut cells = rows.iter().filter_map(|row| row.cells.get(place).copied());
        Column {
            value: *value,
            tally: Tally {
                count: counted.matched,
                occurrences: sum(&mut cells),
            },
        }
    });
    Some(Matrix {
        facet,
        across,
        columns: heads.collect(),
        total: Tally {
            count: all.matched,
            occurrences: sum(&mut rows.iter().map(|row| row.tally)),
        },
        rows,
    })
}

impl Matrix {
    /// Brings the rows into an order.
    pub fn sort(&mut self, order: MatrixOrder) {
        let place = match order {
            MatrixOrder::Given => return,
            MatrixOrder::Total => None,
            MatrixOrder::Column(value) => {
                let place = self.columns.iter().position(|it| it.value == value);
                if place.is_none() {
                    return;
                }
                place
            }
        };
        let keyed = self.rows.iter().enumerate().map(|(position, row)| {
            let cell = place.map_or(Some(row.tally), |place| row.cells.get(place).copied());
            (u64::MAX - cell.unwrap_or_default().count as u64, position)
        });
        let order = ranked(keyed, usize::MAX);
        let rows = order
            .iter()
            .filter_map(|place| self.rows.get(*place).cloned());
        self.rows = rows.collect();
    }

    /// The highest count of a cell, or 1.
    pub fn highest(&self) -> usize {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        cells
            .map(|cell| cell.count)
            .max()
            .unwrap_or_default()
            .max(1)
    }
}

/// The pairs of values of a facet that recommendations of the view carry together, the
/// most frequent first, and at most `limit`.
pub fn pairs(view_state: &ViewState, scope: Scope, facet: usize, limit: usize) -> Vec<Pair> {
    let values = scope
        .agenda
        .facets
        .get(facet)
        .map_or(0, |it| it.values.len());
    let mut found = Vec::new();
    let chosen = view_state.chosen.get(facet).filter(|it| !it.is_empty());
    for first in 0..values {
        let together = view_state.with_pair(facet, [first, first]);
        let query = together.query(scope.agenda, scope.saved, scope.fold);
        let results = scope.index.search(&query);
        let counts = results.counts.get(facet).map(Vec::as_slice);
        let counts = counts.unwrap_or_default().iter().enumerate();
        for (second, count) in counts.skip(first + 1).filter(|(_, count)| **count > 0) {
            let is_asked = chosen.is_none_or(|it| it.contains(first) || it.contains(second));
            if is_asked {
                found.push(Pair {
                    values: [first, second],
                    count: *count,
                });
            }
        }
    }
    let keyed = found.iter().enumerate();
    let keyed = keyed.map(|(position, pair)| (u64::MAX - pair.count as u64, position));
    let order = ranked(keyed, limit);
    order
        .iter()
        .filter_map(|place| found.get(*place).copied())
        .collect()
}

/// What a view shows with some values more.
struct Counted {
    /// These, each with its facet.
    values: Vec<(usize, usize)>,
    /// How many recommendations it shows.
    matched: usize,
    /// For each facet, for each value, as the search counts them.
    counts: Vec<Vec<usize>>,
}

impl Counted {
    fn of(view_state: &ViewState, scope: Scope, values: &[(usize, usize)]) -> Counted {
        let results = results(view_state, scope, values);
        Counted {
            values: values.to_vec(),
            matched: results.matched,
            counts: results.counts,
        }
    }

    /// What it comes to with one value more.
    fn tally(&self, view_state: &ViewState, scope: Scope, facet: usize, value: usize) -> Tally {
        let count = self.counts.get(facet).and_then(|counts| counts.get(value));
        let mut tally = Tally {
            count: count.copied().unwrap_or_default(),
            occurrences: 0,
        };
        let facets = &scope.agenda.facets;
        let known = facets.get(facet).filter(|it| it.key == WORDING);
        if let Some(known) = known.and_then(|it| it.values.get(value)) {
            let mut values = self.values.clone();
            values.push((facet, value));
            let hits = results(view_state, scope, &values).hits.into_iter();
            let entries = hits.filter_map(|hit| scope.agenda.recommendations.get(hit));
            tally.occurrences = entries.map(|entry| occurrences(entry, known)).sum();
        }
        tally
    }
}

fn results(view_state: &ViewState, scope: Scope, values: &[(usize, usize)]) -> SearchResults {
    let view_state = view_state.with_values(scope.agenda, values);
    let query = view_state.query(scope.agenda, scope.saved, scope.fold);
    scope.index.search(&query)
}

/// How often the words that are quoted as evidence for a value stand in a recommendation
/// as whole words.
fn occurrences(entry: &Recommendation, value: &Value) -> usize {
    let evidence = value.tag(entry.number).map(|tag| tag.evidence.as_slice());
    let evidence = evidence.unwrap_or_default().iter();
    let counts = evidence.map(|words| {
        entry
            .passages()
            .map(|text| whole(text, words))
            .sum::<usize>()
    });
    counts.sum()
}

/// How often some words stand in a text with no letter before or behind them.
///
/// Each place is looked at: the search of the standard library is code of two kilobytes.
fn whole(text: &str, words: &str) -> usize {
    let is_letter = |letter: Option<&u8>| letter.is_some_and(u8::is_ascii_alphabetic);
    let (text, words) = (text.as_bytes(), words.as_bytes());
    let places = 0..text.len();
    let found = places.filter(|&place| {
        let (ahead, rest) = text.split_at_checked(place).unwrap_or_default();
        let behind = rest.strip_prefix(words);
        behind.is_some_and(|behind| !is_letter(ahead.last()) && !is_letter(behind.first()))
    });
    found.count()
}
