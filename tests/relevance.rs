//! What readers must find: the set in `tests/golden/relevance.txt`, which was
//! written before the search was tuned.

mod support;

use std::fs;

use explorer::{state, state::url};
use support::{NATIVE, agenda};

/// A search as a reader types it, and what it must find.
struct Wanted {
    search: String,
    /// The first of the result, in any order.
    first: Vec<u16>,
    found: Vec<u16>,
    absent: Vec<u16>,
}

fn wanted() -> Vec<Wanted> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/relevance.txt");
    let text = fs::read_to_string(path).expect("the relevance set can be read");
    // `#12` is a search; a comment is a hash and a blank.
    let rows = text.lines().filter(|line| !line.is_empty());
    let rows = rows.filter(|line| *line != "#" && !line.starts_with("# "));
    rows.map(row).collect()
}

fn row(line: &str) -> Wanted {
    let columns: Vec<&str> = line.split('\t').collect();
    let [search, first, found, absent, _why] = columns[..] else {
        panic!("not five columns: {line}");
    };
    let numbers = |column: &str| -> Vec<u16> {
        let numbers = column.split_whitespace();
        numbers.map(|it| it.parse().expect("a number")).collect()
    };
    Wanted {
        search: search.to_owned(),
        first: numbers(first),
        found: numbers(found),
        absent: numbers(absent),
    }
}

#[test]
fn readers_find_what_they_look_for_and_the_best_of_it_first() {
    let agenda = agenda();
    let corpus = state::corpus(&agenda, NATIVE.fold);
    let wanted = wanted();
    assert!(wanted.len() >= 60, "only {} searches", wanted.len());
    let mut wrong = Vec::new();
    for Wanted {
        search,
        first,
        found,
        absent,
    } in wanted
    {
        let mut view_state = state::ViewState::new(&agenda);
        view_state.search = state::SearchText::new(&search, NATIVE.compose);
        let shown = facet_search::search(&corpus, &view_state.query(&agenda, &[], NATIVE.fold));
        let numbers: Vec<u16> = shown
            .hits
            .iter()
            .map(|hit| agenda.recommendations[*hit].number)
            .collect();
        let top = &numbers[..first.len().min(numbers.len())];
        let best = first.iter().all(|number| top.contains(number));
        let all = found.iter().all(|number| numbers.contains(number));
        let none = !absent.iter().any(|number| numbers.contains(number));
        if !(best && all && none) {
            let address = url::write(&view_state, &agenda);
            wrong.push(format!(
                "{address}: first {first:?}, found {found:?}, absent {absent:?}: shown {numbers:?}"
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
