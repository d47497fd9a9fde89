//! Phrases, excluded words and alternatives.

use browser_tests::{journey::visit, page::Page};

use crate::known::{address, answer, asking};

/// Types each text and waits until the page shows what it must; gives what each
/// has found.
fn typed(page: &Page, texts: &[&str]) -> Vec<Vec<u16>> {
    let found = texts.iter().map(|text| {
        page.search(text);
        let asked = asking(text);
        let numbers = answer(&asked, &[]).numbers;
        page.shows(&numbers);
        page.address_is(&address(&asked));
        numbers
    });
    found.collect()
}

#[test]
fn a_phrase_finds_its_words_as_they_stand_in_a_row() {
    visit("", |page| {
        let [loose, phrase, curly, open] = &typed(
            page,
            &[
                "transfer of technology",
                "\"transfer of technology\"",
                "„transfer of technology“",
                "\"transfer of techn",
            ],
        )[..] else {
            unreachable!("as many as were typed");
        };
        assert!(loose.len() > phrase.len() && !phrase.is_empty());
        assert_eq!([curly, open], [phrase; 2]);
    });
}

#[test]
fn what_is_excluded_is_not_found() {
    visit("", |page| {
        let [all, without, rest] = &typed(
            page,
            &["domain", "domain -norm-setting", "domain \"norm setting\""],
        )[..] else {
            unreachable!("as many as were typed");
        };
        assert!(!without.is_empty() && !rest.is_empty());
        assert_eq!(without.len() + rest.len(), all.len());
        typed(
            page,
            &[
                "-development",
                "patent −information",
                "technology -\"developing countries\"",
                "shall -developing -website",
            ],
        );
    });
}

#[test]
fn or_finds_what_any_of_the_alternatives_finds() {
    visit("", |page| {
        let [drain, genome, mut both] =
            typed(page, &["brain drain", "genome", "brain drain or genome"])
                .try_into()
                .expect("as many as were typed");
        both.sort_unstable();
        assert_eq!(both, [genome, drain].concat());
        typed(
            page,
            &[
                "\"public domain\" OR folklore and knowledge",
                "or",
                "genome or -member",
                "drain or genome or \"brian",
            ],
        );
    });
}
