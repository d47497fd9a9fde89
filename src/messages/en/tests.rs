//! Number and word order in English.

use facet_search::{ExpansionSource, UnknownReference};

use super::English;
use super::grammar::{capitalised, counted, listed, ranges};
use crate::data::Agenda;
use crate::embedded;
use crate::messages::{
    ExportMessages, FilterMessages, FoundWords, Grammar, ListMessages, Names, ResultMessages,
    SavedMessages, SearchMessages, SnippetMessages, StatementMessages, UrlWarningMessages,
};
use crate::state::saved::{Importing, Operation, Preview};
use crate::state::url::{UrlWarning, WarningReason};
use crate::state::{Change, Page, Relaxation, SearchIndex, ViewState};

fn agenda() -> Agenda {
    embedded::agenda().expect("the data set of this build")
}

fn fold(character: char) -> Option<String> {
    Some(character.to_lowercase().collect())
}

#[test]
fn one_has_the_singular_and_all_others_the_plural() {
    let agenda = agenda();
    for (count, expected) in [
        (0, "0 recommendations"),
        (1, "1 recommendation"),
        (2, "2 recommendations"),
        (45, "45 recommendations"),
    ] {
        assert_eq!(counted(&agenda, count), expected);
    }
    assert_eq!(English.show_results(&agenda, 1), "Show 1 recommendation");
    assert_eq!(
        English.downloaded(&agenda, "a.csv", 1),
        "Downloaded a.csv (1 recommendation)."
    );
    assert_eq!(
        English.list_of_link(&agenda, "", 1),
        "A list of 1 recommendation, from a link. Your own lists are unchanged."
    );
}

#[test]
fn speaking_time_is_in_halves_of_a_minute() {
    for (words, halves, expected) in [
        (
            1,
            0,
            "1 word, less than half a minute at 120 words a minute",
        ),
        (60, 1, "60 words, about half a minute at 120 words a minute"),
        (120, 2, "120 words, about 1 minute at 120 words a minute"),
        (400, 7, "400 words, about 3½ minutes at 120 words a minute"),
    ] {
        assert_eq!(English.speaking_time(words, halves), expected);
    }
}

#[test]
fn the_data_set_names_what_is_counted() {
    let mut agenda = agenda();
    agenda.noun.one = "article".to_owned();
    agenda.noun.many = "articles".to_owned();
    assert_eq!(English.recommendation(&agenda, 7), "Article 7");
    assert_eq!(English.around_number(&agenda), ("Article ".to_owned(), ""));
    assert_eq!(English.recommendations(&agenda, &[1, 2]), "Articles 1–2");
    assert_eq!(English.page_of_all(&agenda), "Articles");
    assert_eq!(English.search(&agenda), "Search the articles");
    assert_eq!(
        English.nothing_matches(&agenda),
        "No article matches your search and filters."
    );
}

#[test]
fn what_no_recommendation_mentions_is_quoted() {
    let words = ["gender", "youth"].map(str::to_owned);
    assert_eq!(
        English.not_mentioned(&agenda(), &words),
        "No recommendation mentions “gender” or “youth”."
    );
}

#[test]
fn the_last_of_a_row_follows_and() {
    let listed = |texts: &[&str]| {
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        listed(&texts)
    };
    assert_eq!(listed(&[]), "");
    assert_eq!(listed(&["a"]), "a");
    assert_eq!(listed(&["a", "b"]), "a and b");
    assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
    let agenda = agenda();
    assert_eq!(English.contents(&agenda), "Clusters and themes");
    assert!(English.search_hint(&agenda).ends_with("1-5, cluster a."));
}

#[test]
fn numbers_in_a_row_are_a_range() {
    assert_eq!(ranges(&[]), "");
    assert_eq!(ranges(&[3]), "3");
    assert_eq!(ranges(&[1, 2, 3, 5, 7, 8]), "1–3, 5, 7–8");
    assert_eq!(ranges(&[u16::MAX - 1, u16::MAX]), "65534–65535");
}

#[test]
fn only_the_first_letter_becomes_a_capital() {
    assert_eq!(capitalised("recommendation"), "Recommendation");
    assert_eq!(capitalised("WIPO paper"), "WIPO paper");
    assert_eq!(capitalised("été"), "été");
    assert_eq!(capitalised(""), "");
}

#[test]
fn what_has_quotation_marks_gets_no_others() {
    assert_eq!(English.quoted("access"), "“access”");
    assert_eq!(English.quoted("\"access\" fair"), "\"access\" fair");
}

#[test]
fn the_saved_list_is_the_readers_own() {
    let agenda = agenda();
    let view_state = ViewState {
        page: Page::Saved,
        ..ViewState::new(&agenda)
    };
    let count = |shown| English.count(&agenda, &view_state, shown);
    assert_eq!(count(0), "Your list is empty");
    assert_eq!(count(1), "Your list: 1 recommendation");
    assert_eq!(count(5), "Your list: 5 recommendations");
    for (length, new, expected) in [
        (1, 0, "It is in your list"),
        (5, 0, "All 5 are in your list"),
        (1, 1, "Add it to your list"),
        (5, 5, "Add all 5 to your list"),
        (5, 2, "Add the other 2 to your list"),
    ] {
        assert_eq!(English.save_list(length, new), expected);
    }
    let changed = |operation| English.saved_changed(&agenda, &operation);
    assert_eq!(
        changed(Operation::Remove(vec![25])),
        "Recommendation 25 removed."
    );
    assert_eq!(
        changed(Operation::Remove(vec![25, 3])),
        "2 recommendations removed."
    );
}

#[test]
fn a_way_out_says_what_it_changes_and_then_what_it_finds() {
    let agenda = agenda();
    let view_state = ViewState::new(&agenda);
    let told = |change, count| {
        let relaxation = Relaxation { change, count };
        let (change, result) = English.relaxation(&agenda, &view_state, &relaxation, fold);
        change + &result
    };
    let topic = agenda.topic().expect("themes");
    for (change, count, expected) in [
        (
            Change::Search,
            45,
            "Clear the search → all 45 recommendations",
        ),
        (Change::Filters, 1, "Clear all filters → 1 recommendation"),
        (
            Change::Facet(topic),
            2,
            "Clear the “Theme” filter → 2 recommendations",
        ),
        (
            Change::Any(topic),
            3,
            "Match any selected theme instead of all → 3 recommendations",
        ),
        (
            Change::Scope,
            3,
            "Search all 45, not just this list → 3 recommendations",
        ),
    ] {
        assert_eq!(told(change, count), expected);
    }
}

#[test]
fn what_does_not_exist_is_answered_with_what_does() {
    let agenda = agenda();
    let told = |unknown| English.unknown_reference(&agenda, unknown);
    assert_eq!(
        told(UnknownReference::Document),
        "There are 45 recommendations, 1 to 45."
    );
    let section = agenda.section().expect("there are sections");
    assert_eq!(
        told(UnknownReference::Value(section)),
        "There are 6 clusters, A to F."
    );
}

#[test]
fn a_reason_names_the_words_then_the_values() {
    let agenda = agenda();
    let index = SearchIndex::whole(&agenda, fold);
    let found = |times, via| FoundWords {
        words: "WHO".to_owned(),
        times,
        via,
    };
    let told = |found: &[FoundWords]| English.reason(&agenda, &index, "health", found, &[]);
    assert_eq!(told(&[found(1, None)]), "“health” matches “WHO”");
    assert_eq!(told(&[found(3, None)]), "“health” matches “WHO”, 3 times");
    let entry = &agenda.glossary[0];
    assert_eq!(
        told(&[found(2, Some(ExpansionSource::Entry(0)))]),
        format!("“health” matches “WHO”, 2 times ({})", entry.reason)
    );
}

#[test]
fn a_list_in_a_title_is_counted_where_all_of_it_is_shown() {
    let agenda = agenda();
    let view_state = ViewState {
        list: vec![19, 23, 22],
        ..ViewState::new(&agenda)
    };
    let title = |shown| English.view_title(&agenda, &view_state, shown);
    assert_eq!(
        title(3),
        "3 recommendations: 19, 23, 22 · WIPO Development Agenda"
    );
    assert_eq!(
        title(2),
        "From the list 19, 23, 22 · 2 of 45 recommendations · WIPO Development Agenda"
    );
}

#[test]
fn many_warnings_and_long_values_are_cut_short() {
    let warning = UrlWarning {
        key: "cluster".to_owned(),
        value: "é".repeat(41),
        reason: WarningReason::Unknown,
    };
    let told = English.warnings(&vec![warning; 8]);
    assert_eq!(told.len(), 7);
    assert_eq!(
        told[0],
        format!("“cluster” has no value “{}…”.", "é".repeat(40))
    );
    assert_eq!(told[6], "And 2 more.");
}

#[test]
fn a_choice_says_how_the_number_of_results_changes() {
    assert_eq!(English.effect(5, 7), "+2 → 7");
    assert_eq!(English.effect(5, 5), "→ 5");
    assert_eq!(English.effect(5, 2), "−3 → 2");
}

#[test]
fn a_list_says_how_long_it_is_read_aloud() {
    let agenda = agenda();
    for (count, words, halves, expected) in [
        (
            5,
            412,
            7,
            "5 recommendations · 412 words · about 3½ minutes",
        ),
        (1, 1, 1, "1 recommendation · 1 word · about ½ minute"),
        (2, 120, 2, "2 recommendations · 120 words · about 1 minute"),
        (
            2,
            180,
            3,
            "2 recommendations · 180 words · about 1½ minutes",
        ),
        (
            9,
            1200,
            20,
            "9 recommendations · 1200 words · about 10 minutes",
        ),
    ] {
        assert_eq!(English.totals(&agenda, count, words, halves), expected);
    }
}

#[test]
fn an_import_says_what_it_would_do() {
    let agenda = agenda();
    let preview = Preview {
        lists: 2,
        new: 1,
        added: 12,
        present: 3,
        changed: 1,
        ignored: vec!["99".to_owned(), "1234567890123".to_owned()],
        more: 0,
    };
    assert_eq!(
        English.preview(&agenda, &preview, Importing::Merge),
        "Merged: 12 recommendations would be added, 1 list would be new, 1 note would get more \
         lines, 3 are there already and 2 entries would be ignored (number 99, 123456789012)."
    );
    assert_eq!(
        English.preview(&agenda, &Preview::default(), Importing::AsNew),
        "Added as new: 0 recommendations would be added."
    );
}

#[test]
fn a_list_of_a_link_says_what_it_is() {
    let told = English.list_of_link(&agenda(), "For Monday", 3);
    assert_eq!(
        told,
        "“For Monday”: a list of 3 recommendations, from a link. Your own lists are unchanged."
    );
}
