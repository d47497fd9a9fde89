//! The tables of counts: every number is that of the list behind it.

mod support;

use explorer::data::{Agenda, FacetRole};
use explorer::state::matrix::{Matrix, MatrixOrder, Tally, WORDING, across, matrix, pairs, tabled};
use explorer::state::picture::{HEIGHT, REACH, ROW, WIDTH, arcs, bars};
use explorer::state::{Matching, Page, Scope, SearchIndex, ViewState, url};
use proptest::{prop_assert, prop_assert_eq};
use support::{NATIVE, agenda, hold, states::questions};

/// The data with its search.
struct Counting {
    agenda: Agenda,
    index: SearchIndex,
}

impl Counting {
    fn new() -> Counting {
        let agenda = agenda();
        let index = SearchIndex::whole(&agenda, NATIVE.fold);
        Counting { agenda, index }
    }

    fn scope(&self) -> Scope<'_> {
        Scope {
            agenda: &self.agenda,
            index: &self.index,
            saved: &[],
            fold: NATIVE.fold,
        }
    }

    fn at(&self, address: &str) -> ViewState {
        let reading = url::read(address, &self.agenda, NATIVE.compose);
        assert!(reading.warnings.is_empty(), "{:?}", reading.warnings);
        reading.view_state
    }

    fn facet(&self, key: &str) -> usize {
        self.agenda.facet(key).expect("the data has it")
    }

    fn table(&self, address: &str, key: &str) -> Matrix {
        let table = matrix(&self.at(address), self.scope(), self.facet(key));
        table.expect("there are sections")
    }

    /// The numbers of the recommendations that a view lists.
    fn listed(&self, view_state: &ViewState) -> Vec<u16> {
        let query = view_state.query(&self.agenda, &[], NATIVE.fold);
        let hits = self.index.search(&query).hits.into_iter();
        hits.map(|hit| self.agenda.recommendations[hit].number)
            .collect()
    }
}

#[test]
fn every_number_of_a_table_is_that_of_the_list_behind_it() {
    let counting = Counting::new();
    let agenda = &counting.agenda;
    let sections = across(agenda).expect("there are sections");
    hold(60, &questions(agenda), |view_state| {
        for facet in tabled(agenda) {
            let table = matrix(&view_state, counting.scope(), facet).expect("there are sections");
            let behind = |values: &[(usize, usize)]| {
                let list = view_state.with_values(agenda, values);
                (list.page, counting.listed(&list).len())
            };
            prop_assert_eq!((Page::List, table.total.count), behind(&[]));
            for column in &table.columns {
                let list = behind(&[(sections, column.value)]);
                prop_assert_eq!((Page::List, column.tally.count), list);
            }
            for row in &table.rows {
                let list = behind(&[(facet, row.value)]);
                prop_assert_eq!((Page::List, row.tally.count), list);
                for (column, cell) in table.columns.iter().zip(&row.cells) {
                    let list = behind(&[(facet, row.value), (sections, column.value)]);
                    prop_assert_eq!((Page::List, cell.count), list);
                }
            }
        }
        Ok(())
    });
}

#[test]
fn every_pair_is_carried_by_as_many_as_it_says() {
    let counting = Counting::new();
    let theme = counting.facet("theme");
    hold(60, &questions(&counting.agenda), |view_state| {
        let found = pairs(&view_state, counting.scope(), theme, 12);
        prop_assert!(found.len() <= 12);
        prop_assert!(found.is_sorted_by(|one, next| one.count >= next.count));
        for pair in found {
            let list = view_state.with_pair(theme, pair.values);
            prop_assert_eq!((list.page, list.matching), (Page::List, Matching::All));
            let listed = counting.listed(&list);
            prop_assert_eq!(pair.count, listed.len());
            prop_assert!(pair.count > 0);
            for number in listed {
                let carried: Vec<usize> = counting.agenda.facets[theme].values_of(number).collect();
                prop_assert!(pair.values.iter().all(|value| carried.contains(value)));
            }
        }
        Ok(())
    });
}

#[test]
fn no_pair_of_the_data_is_missing() {
    let counting = Counting::new();
    let theme = counting.facet("theme");
    let facet = &counting.agenda.facets[theme];
    let found = pairs(&counting.at(""), counting.scope(), theme, usize::MAX);
    let mut expected = 0;
    for first in 0..facet.values.len() {
        for second in first + 1..facet.values.len() {
            let tags = facet.values[first].tags.iter();
            let both = tags.filter(|tag| facet.values[second].tag(tag.number).is_some());
            let count = both.count();
            expected += usize::from(count > 0);
            let pair = found.iter().find(|pair| pair.values == [first, second]);
            assert_eq!(pair.map_or(0, |pair| pair.count), count, "{first} {second}");
        }
    }
    assert_eq!(found.len(), expected);
}

#[test]
fn a_filter_in_force_narrows_the_table() {
    let counting = Counting::new();
    let whole = counting.table("", "theme");
    assert_eq!((whole.columns.len(), whole.total.count), (6, 45));
    let narrowed = counting.table("cluster=b,c&theme=norm-setting", "theme");
    assert_eq!((narrowed.columns.len(), narrowed.rows.len()), (2, 1));
    assert!(narrowed.rows[0].tally.count < whole.total.count);
    let searched = counting.table("q=transfer", "theme");
    assert_eq!(searched.rows.len(), whole.rows.len());
    assert!(searched.total.count < whole.total.count);
    // Together, every other theme can still be added.
    let all = counting.table("theme=norm-setting,flexibilities&match=all", "theme");
    assert_eq!(all.rows.len(), whole.rows.len());
}

#[test]
fn occurrences_are_those_of_the_words_in_the_texts() {
    let counting = Counting::new();
    let table = counting.table("", WORDING);
    let facet = &counting.agenda.facets[table.facet];
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|letter: char| !letter.is_alphabetic());
        words.map(str::to_owned).collect()
    };
    for (id, word) in [("shall", "shall"), ("should", "should"), ("may", "may")] {
        let value = facet.value(id).expect("the data has it");
        let tagged = facet.values[value].tags.iter().map(|tag| tag.number);
        let texts = tagged.filter_map(|number| counting.agenda.recommendation(number));
        let expected: usize = texts
            .map(|entry| {
                words(&entry.plain())
                    .iter()
                    .filter(|it| *it == word)
                    .count()
            })
            .sum();
        let row = table.rows.iter().find(|row| row.value == value);
        let tally = row.expect("it has a row").tally;
        assert_eq!(tally.occurrences, expected, "{id}");
        assert!(tally.occurrences >= tally.count);
    }
    let sum = |tallies: Vec<usize>| tallies.into_iter().sum::<usize>();
    let rows = sum(table.rows.iter().map(|row| row.tally.occurrences).collect());
    let columns = sum(table
        .columns
        .iter()
        .map(|it| it.tally.occurrences)
        .collect());
    assert_eq!(
        (rows, columns),
        (table.total.occurrences, table.total.occurrences)
    );
    let themes = counting.table("", "theme");
    assert_eq!(themes.total.occurrences, 0);
}

#[test]
fn rows_are_ordered_by_a_column_and_keep_their_order_among_equals() {
    let counting = Counting::new();
    let given = counting.table("", "theme");
    let mut sorted = given.clone();
    sorted.sort(MatrixOrder::Given);
    assert_eq!(sorted, given);
    sorted.sort(MatrixOrder::Total);
    let order = |table: &Matrix| -> Vec<(usize, usize)> {
        let rows = table.rows.iter();
        rows.map(|row| (usize::MAX - row.tally.count, row.value))
            .collect()
    };
    assert!(order(&sorted).is_sorted());
    let mut by_section = given.clone();
    by_section.sort(MatrixOrder::Column(2));
    let cells = by_section
        .rows
        .iter()
        .map(|row| usize::MAX - row.cells[2].count);
    assert!(cells.is_sorted());
    assert_eq!(by_section.rows.len(), given.rows.len());
    // A column that is not there changes nothing.
    let mut narrowed = counting.table("cluster=a", "theme");
    let before = narrowed.clone();
    narrowed.sort(MatrixOrder::Column(2));
    assert_eq!(narrowed, before);
}

#[test]
fn every_facet_but_the_sections_has_a_table() {
    let counting = Counting::new();
    let facets = &counting.agenda.facets;
    let tabled: Vec<usize> = tabled(&counting.agenda).collect();
    assert_eq!(tabled.len() + 1, facets.len());
    let section = across(&counting.agenda).map(|facet| facets[facet].role);
    assert_eq!(section, Some(FacetRole::Section));
}

#[test]
fn a_picture_of_bars_has_every_number_of_its_table_in_its_place() {
    let counting = Counting::new();
    for address in [
        "",
        "cluster=b_c",
        "q=transfer",
        "q=zebra",
        "duty=shall&cluster=f",
    ] {
        let table = counting.table(address, WORDING);
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        let highest = cells.map(|it| it.count.max(it.occurrences)).max();
        let highest = highest.unwrap_or_default();
        let drawn = bars(&table);
        assert_eq!(drawn.len(), table.rows.len());
        for (drawn, row) in drawn.iter().zip(&table.rows) {
            assert_eq!(drawn.value, row.value);
            let tallies: Vec<Tally> = drawn.bars.iter().map(|bar| bar.tally).collect();
            assert_eq!(tallies, row.cells);
            for (bar, column) in drawn.bars.iter().zip(&table.columns) {
                assert_eq!(bar.value, column.value);
                for (number, height) in [
                    (bar.tally.count, bar.count),
                    (bar.tally.occurrences, bar.occurrences),
                ] {
                    // Not off by more than half a unit.
                    let off = (height * highest).abs_diff(number * HEIGHT);
                    assert!(off * 2 <= highest, "{number} of {highest}: {height}");
                    assert_eq!(number == 0, height == 0);
                }
            }
        }
    }
}

#[test]
fn a_picture_of_pairs_has_a_curve_for_each_pair_between_the_rows_of_its_values() {
    let counting = Counting::new();
    let facet = counting.facet("theme");
    for (address, limit) in [
        ("", 15),
        ("", 500),
        ("cluster=b", 15),
        ("q=transfer", 3),
        ("q=zebra", 15),
    ] {
        let found = pairs(&counting.at(address), counting.scope(), facet, limit);
        let drawn = arcs(&found);
        assert!(drawn.values.is_sorted());
        assert_eq!(drawn.arcs.len(), found.len());
        let highest = found
            .iter()
            .map(|pair| pair.count)
            .max()
            .unwrap_or_default();
        for (arc, pair) in drawn.arcs.iter().zip(&found) {
            let mut values = pair.values;
            values.sort_unstable();
            assert_eq!(arc.rows.map(|row| drawn.values[row]), values);
            assert_eq!(arc.count, pair.count);
            let off = (arc.width * highest).abs_diff(pair.count * WIDTH);
            assert!(off * 2 <= highest || arc.width == 1, "{arc:?}");
            assert!((1..=REACH).contains(&arc.reach), "{arc:?}");
            let middles = arc.rows.map(|row| row * ROW + ROW / 2);
            let ends = (
                format!("M{REACH} {}C", middles[0]),
                format!(" {REACH} {}", middles[1]),
            );
            let path = arc.path();
            assert!(
                path.starts_with(&ends.0) && path.ends_with(&ends.1),
                "{path}"
            );
        }
        let in_a_row: Vec<usize> = drawn.arcs.iter().flat_map(|arc| arc.rows).collect();
        assert!((0..drawn.values.len()).all(|row| in_a_row.contains(&row)));
    }
}
