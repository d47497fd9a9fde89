//! What readers must find: the set in `tests/golden/relevance.txt`, which was
//! written before the search was tuned.

mod support;

use std::{collections::BTreeSet, fs};

use explorer::{data::Agenda, state, state::url};
use support::{NATIVE, agenda};

/// A search as a reader types it, and what it must find.
struct Wanted {
    search: String,
    /// The first of the result, in any order.
    first: Vec<u16>,
    found: Vec<u16>,
    absent: Vec<u16>,
    nothing: bool,
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
    let nothing = first == "NONE";
    let numbers = |column: &str| -> Vec<u16> {
        let numbers = column.split_whitespace().filter(|it| *it != "NONE");
        numbers.map(|it| it.parse().expect("a number")).collect()
    };
    Wanted {
        search: search.to_owned(),
        first: numbers(first),
        found: numbers(found),
        absent: numbers(absent),
        nothing,
    }
}

#[test]
fn readers_find_what_they_look_for_and_the_best_of_it_first() {
    let agenda = agenda();
    let corpus = state::corpus(&agenda, NATIVE.fold);
    let wanted = wanted();
    assert!(wanted.len() >= 300, "only {} searches", wanted.len());
    let mut wrong = Vec::new();
    for Wanted {
        search,
        first,
        found,
        absent,
        nothing,
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
        if !(best && all && none && (!nothing || numbers.is_empty())) {
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

/// What a text finds, by position.
fn found(agenda: &Agenda, corpus: &facet_search::Corpus, text: &str) -> BTreeSet<usize> {
    let mut view_state = state::ViewState::new(agenda);
    view_state.search = state::SearchText::new(text, NATIVE.compose);
    let results = facet_search::search(corpus, &view_state.query(agenda, &[], NATIVE.fold));
    results.hits.into_iter().collect()
}

#[test]
fn what_is_near_finds_something_and_what_is_absent_nothing() {
    let agenda = agenda();
    let corpus = state::corpus(&agenda, NATIVE.fold);
    let found = |text: &str| found(&agenda, &corpus, text);
    for entry in &agenda.glossary {
        let Some(near) = &entry.near else { continue };
        for text in near {
            assert!(!found(text).is_empty(), "{text}");
        }
        for word in &entry.words {
            assert!(found(word).is_empty(), "{word}");
        }
    }
}

#[test]
fn what_is_typed_in_another_language_finds_what_its_meaning_finds() {
    let agenda = agenda();
    let corpus = state::corpus(&agenda, NATIVE.fold);
    let mut wrong = Vec::new();
    for entry in &agenda.translations {
        let meaning = &entry.means;
        let expected = found(&agenda, &corpus, meaning);
        let is_absent = agenda
            .glossary
            .iter()
            .any(|it| it.near.is_some() && it.words.contains(meaning));
        assert_eq!(expected.is_empty(), is_absent, "{meaning}");
        for word in &entry.words {
            let shown = found(&agenda, &corpus, word);
            if shown != expected {
                wrong.push(format!(
                    "{word} ({meaning}): {shown:?} instead of {expected:?}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
