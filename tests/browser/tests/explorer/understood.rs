//! A search that is understood otherwise than it was typed: typing errors, and
//! words that find more than themselves.

use browser_tests::{
    engine::Engine,
    journey::{visit, visit_in},
    page::Page,
    seen::Seen,
};
use serde_json::json;

use crate::known::{AGENDA, address, answer, expansions_off, view_state};

/// The sentence that says why a word of the glossary finds others.
fn reason(word: &str) -> &'static str {
    let mut entries = AGENDA.glossary.iter();
    let entry = entries.find(|entry| entry.words.iter().any(|other| other == word));
    &entry.expect("a word of the glossary").reason
}

/// Whether the sentence above the results has the focus, as what was pressed is
/// gone.
fn count_has_the_focus(page: &Page) -> bool {
    let body = "return document.activeElement.matches('[data-part=count]')";
    page.browser().script(body, &[]) == true
}

#[test]
fn a_typing_error_shows_what_was_meant_and_says_so() {
    visit("?q=folklroe", |page| {
        page.shows(&[18]);
        assert_eq!(page.marks(18), ["folklore"]);
        let [correction] = &page.now().corrections[..] else {
            panic!("{:?}", page.now().corrections);
        };
        let sentence = "No match for “folklroe”. Showing “folklore”.";
        assert!(correction.starts_with(sentence), "{correction}");
        page.address_is("q=folklroe");
        page.search("folklore");
        page.comes_to("corrections", |seen| seen.corrections.len(), 0);
    });
}

#[test]
fn a_typing_error_can_be_searched_for_exactly_as_it_was_typed() {
    visit("?q=folklroe", |page| {
        page.take_literally();
        page.address_is("q=%22folklroe%22");
        page.shows(&[]);
        let seen = page.now();
        assert_eq!(seen.typed.as_deref(), Some("\"folklroe\""));
        assert_eq!(seen.corrections, [""; 0]);
        assert!(!seen.relaxations.is_empty(), "there is no way out");
        assert!(count_has_the_focus(page));
        page.back();
        page.address_is("q=folklroe");
        page.shows(&[18]);
    });
}

#[test]
fn words_of_other_languages_find_what_they_mean_and_the_page_says_so() {
    let searches = [
        ("transferencia de tecnología", "technology transfer"),
        ("PROPRIETE INTELLECTUELLE", "intellectual property"),
        ("интеллектуальная собственность", "intellectual property"),
        ("نقل التكنولوجيا", "technology transfer"),
        ("技术转让", "technology transfer"),
    ];
    visit_in(&Engine::ALL, "", |page| {
        for (typed, means) in searches {
            page.search(typed);
            let english = view_state(&format!("q={}", means.replace(' ', "+")));
            let expected = answer(&english, &[]).numbers;
            page.shows(&expected);
            let told =
                format!("The texts are in English. The search reads “{typed}” as “{means}”.");
            let body = "return document.querySelector('.understood').textContent";
            assert_eq!(page.browser().script(body, &[]), json!(told));
            assert_eq!(page.now().corrections, [""; 0]);
        }
        page.search("folklore");
        page.shows(&[18]);
    });
}

#[test]
fn of_two_typing_errors_each_is_told_and_taken_literally_alone() {
    visit("?q=folklroe%20genetc", |page| {
        page.comes_to("corrections", |seen| seen.corrections.len(), 2);
        page.shows(&answer(&view_state("q=folklore%20genetic"), &[]).numbers);
        page.take_literally();
        page.address_is("q=%22folklroe%22%20genetc");
        page.comes_to("corrections", |seen| seen.corrections.len(), 1);
        page.shows(&[]);
    });
}

#[test]
fn an_abbreviation_also_finds_what_it_stands_for_and_says_why() {
    visit("?q=LDC", |page| {
        page.shows(&answer(&view_state("q=LDC"), &[]).numbers);
        let seen = page.now();
        let [search, expansion] = &seen.chips[..] else {
            panic!("{:?}", seen.chips);
        };
        assert!(search.contains("LDC"), "{search}");
        assert!(expansion.contains("least developed country"), "{expansion}");
        assert!(seen.text.contains(reason("LDC")), "{}", seen.text);
    });
}

#[test]
fn an_expansion_taken_off_leaves_what_has_the_very_words() {
    for place in ["LDC", "technical%20assistance", "SMEs%20public", "R%26D"] {
        let asked = view_state(&format!("q={place}"));
        let off = expansions_off(&asked);
        assert!(!off.is_empty(), "{place} finds only itself");
        visit(&format!("?{}", address(&asked)), |page| {
            for (position, off) in off.iter().enumerate() {
                page.open(&format!("?{}", address(&asked)));
                // The search itself is the first chip.
                page.remove_chip(1 + position);
                page.address_is(&address(off));
                let left = answer(off, &[]).numbers;
                page.shows(&left);
                assert!(left.len() <= answer(&asked, &[]).numbers.len(), "{place}");
                assert!(count_has_the_focus(page), "{place}");
            }
        });
    }
}

#[test]
fn an_abbreviation_taken_literally_is_quoted_and_gives_no_reason_any_more() {
    visit("?q=LDC", |page| {
        page.remove_chip(1);
        page.address_is("q=%22LDC%22");
        page.comes_to("the number of chips", |seen| seen.chips.len(), 1);
        let seen = page.now();
        assert!(!seen.text.contains(reason("LDC")), "{}", seen.text);
    });
}

#[test]
fn what_an_abbreviation_stands_for_shows_what_the_abbreviation_shows() {
    visit("", |page| {
        let mut sets = Vec::new();
        for text in [
            "LDC",
            "least developed countries",
            "Least Developed Country",
        ] {
            page.search(text);
            let searched = view_state(&page.now().query);
            page.shows(&answer(&searched, &[]).numbers);
            let Seen { mut numbers, .. } = page.now();
            numbers.sort_unstable();
            sets.push(numbers);
        }
        let named = [1, 2, 7, 8, 13, 14, 17, 19, 21, 22, 23, 26, 30];
        assert_eq!(sets, [named; 3]);
    });
}
