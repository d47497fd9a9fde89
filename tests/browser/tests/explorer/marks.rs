//! What is marked in the texts, and that marking changes no sign of them.

use browser_tests::journey::visit;

use crate::known::{answer, marks, text, view_state};

/// Searches that mark stems, phrases, expansions, accents, and all of it.
const SEARCHES: [&str; 15] = [
    "technology",
    "flexibility",
    "e",
    "LDC",
    "R&D",
    "TRIPS",
    "BRÁIN dra\u{ef}n",
    "transfér of",
    "WIPO’s mandate",
    "\"public domain\"",
    "“transfer of techn",
    "technical assistance",
    "small and medium enterprise",
    "norm setting or folklroe -patent",
    "15(3), 22b and 12",
];

#[test]
fn marking_changes_no_sign_of_a_text_and_marks_what_was_found() {
    visit("", |page| {
        for search in SEARCHES {
            page.search(search);
            let asked = view_state(&page.now().query);
            let numbers = answer(&asked, &[]).numbers;
            assert!(!numbers.is_empty(), "{search} finds nothing");
            page.comes_to("the list", |seen| seen.numbers.clone(), numbers.clone());
            for number in numbers {
                assert_eq!(page.text(number), text(number), "{number} of {search}");
                let marked = marks(&asked, number);
                page.comes_to(
                    &format!("the marks in {number} of {search}"),
                    |_| page.marks(number),
                    marked,
                );
            }
        }
    });
}

#[test]
fn words_that_support_a_filter_and_marks_share_a_text_without_changing_it() {
    let query = "q=technology%20transfer&theme=technology-transfer";
    visit(&format!("?{query}"), |page| {
        let asked = view_state(query);
        let numbers = answer(&asked, &[]).numbers;
        assert!(!numbers.is_empty());
        page.shows(&numbers);
        for number in numbers {
            assert_eq!(page.text(number), text(number), "{number}");
            // Where both overlap in part, a mark is in pieces.
            let marked = marks(&asked, number).concat();
            assert_eq!(page.marks(number).concat(), marked, "{number}");
        }
    });
}

#[test]
fn a_phrase_is_one_mark() {
    for (place, number, phrase) in [
        ("?q=%22public%20domain%22", 16, "public domain"),
        (
            "?q=%22norm%20setting%20activities%22",
            22,
            "norm-setting activities",
        ),
        ("?q=%22transfer%20of%20techn", 22, "transfer of technology"),
    ] {
        visit(place, |page| {
            let marks = page.marks(number);
            assert!(!marks.is_empty(), "{place}");
            assert!(
                marks.iter().all(|mark| mark == phrase),
                "{place}: {marks:?}"
            );
        });
    }
}

#[test]
fn a_text_is_whole_again_when_nothing_is_searched_for() {
    visit("?q=e", |page| {
        page.search("");
        page.comes_to("marks", |_| page.marks(18).len(), 0);
        assert_eq!(page.text(18), text(18));
    });
}
