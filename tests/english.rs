//! No word of English is corrected, or read as one of another language.

mod support;

use explorer::state::{self, SearchText, ViewState};
use facet_search::SearchResults;
use support::{NATIVE, agenda};

/// What a search for a word alone finds.
fn searched(words: &[&str]) -> Vec<SearchResults> {
    let agenda = agenda();
    let corpus = state::corpus(&agenda, NATIVE.fold);
    let search = |word: &&str| {
        let mut view_state = ViewState::new(&agenda);
        view_state.search = SearchText::new(word, NATIVE.compose);
        facet_search::search(&corpus, &view_state.query(&agenda, &[], NATIVE.fold))
    };
    words.iter().map(search).collect()
}

#[test]
fn no_word_of_the_list_is_corrected_or_read_as_one_of_another_language() {
    let list = include_str!("../src/english/words.txt");
    let words: Vec<&str> = list.lines().collect();
    assert!(words.len() > 50_000);
    let others: Vec<&str> = words
        .iter()
        .zip(searched(&words))
        .filter(|(_, results)| {
            let interpretation = &results.interpretation;
            !interpretation.corrections.is_empty() || !interpretation.translated.is_empty()
        })
        .map(|(word, _)| *word)
        .collect();
    assert_eq!(others, [""; 0]);
    for word in ["exam", "concurrent", "trait", "come", "red"] {
        assert_eq!(searched(&[word])[0].interpretation.translated, [], "{word}");
    }
}

#[test]
fn words_that_readers_have_searched_for_are_not_corrected_and_typing_errors_are() {
    let words = [
        "gender",
        "change",
        "youth",
        "farm",
        "commerce",
        "many",
        "theme",
        "what",
        "India",
        "Asia",
        "American",
        "shouldn’t",
    ];
    for (word, results) in words.iter().zip(searched(&words)) {
        assert_eq!(results.interpretation.corrections, [], "{word}");
    }
    for (error, used) in [
        ("tecnology", "technology"),
        ("developement", "development"),
        ("patants", "patent"),
        ("inovations", "innovations"),
    ] {
        let results = searched(&[error]).remove(0);
        let corrections = &results.interpretation.corrections;
        let taken: Vec<&str> = corrections.iter().map(|it| it.used.as_str()).collect();
        assert_eq!(taken, [used], "{error}");
        assert!(!results.hits.is_empty(), "{error}");
    }
}
