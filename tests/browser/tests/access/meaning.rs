//! What the page says of itself to programs that read it out (A11Y-14 to
//! A11Y-17, A11Y-19, A11Y-20).

use browser_tests::{
    journey::{visit, visit_in_both},
    page::{Page, result},
};
use serde_json::{Value, json};

use crate::look::{ask, finds_nothing, open_dialog, probe};

const PLACES: [&str; 9] = [
    "",
    "?q=technology&cluster=c&rec=25",
    "?q=zebra",
    "?view=saved",
    "?view=about",
    "?view=documents",
    "?embed=1&cluster=b",
    "rec/12/",
    "cluster/a/",
];

#[test]
fn every_text_has_its_language() {
    visit("", |page| {
        for place in PLACES {
            page.open(place);
            let tongueless =
                "all('[data-part=text], blockquote').filter((it) => it.lang !== 'en').map(named)";
            finds_nothing(page, tongueless, place);
            assert_eq!(ask(page, "return document.documentElement.lang"), "en");
        }
    });
}

/// Headings one level deeper than the one before at most, the first of level 1.
fn is_an_outline(page: &Page, place: &str) {
    let levels: Vec<u8> = probe(
        page,
        "all('h1, h2, h3, h4, h5, h6').filter((it) => it.checkVisibility()).map((it) => Number(it.ariaLevel || it.localName[1]))",
    );
    assert_eq!(
        levels.iter().filter(|level| **level == 1).count(),
        1,
        "{place}"
    );
    assert_eq!(levels.first(), Some(&1), "{place}: {levels:?}");
    let steps = levels.windows(2).all(|pair| pair[1] <= pair[0] + 1);
    assert!(steps, "{place}: {levels:?}");
}

#[test]
fn headings_form_an_outline_and_landmarks_are_there_and_the_first_link_leads_past_them() {
    visit("", |page| {
        page.save(12);
        for place in PLACES {
            page.open(place);
            is_an_outline(page, place);
            let landmarks: Value = probe(
                page,
                "[all('main').length, all('header, footer').length, all('section[aria-labelledby=results]').length,
                    all('form[role=search]').length, all('nav').every((it) => it.getAttribute('aria-label'))]",
            );
            let results = u8::from(!place.contains("about") && !place.contains("documents"));
            assert_eq!(landmarks, json!([1, 2, results, results, true]), "{place}");
            let first =
                "return document.querySelector('a[href], button, input').getAttribute('href')";
            let target = ask(page, first);
            assert_eq!(target, "#results", "{place}");
            assert_eq!(
                ask(page, "return !!document.querySelector('#results')"),
                true,
                "{place}"
            );
        }
    });
}

#[test]
fn names_hold_the_words_that_are_seen_and_states_are_said() {
    visit("?q=technology&theme=technology-transfer", |page| {
        page.save(25);
        for place in PLACES {
            page.open(place);
            finds_nothing(page, "misnamed()", place);
        }
        page.open("?q=technology&theme=technology-transfer&cluster=c");
        let saved = format!("{} [data-part=save]", result(25));
        let body = "const it = document.querySelector(arguments[0]);
            return [it.getAttribute('aria-pressed'), it.getAttribute('aria-label')]";
        let told = page.browser().script(body, &[json!(saved)]);
        assert_eq!(told, json!(["true", "Saved: Recommendation 25"]));
        // How many are chosen stands at the heading of the filter, also folded.
        let summaries: Vec<String> = probe(page, "all('summary').map((it) => it.innerText.trim())");
        let chosen = summaries
            .iter()
            .filter(|it| it.contains("1 selected"))
            .count();
        assert_eq!(chosen, 2, "{summaries:?}");
        open_dialog(page);
        finds_nothing(page, "misnamed()", "the dialog");
    });
}

/// The search itself is held to `docs/search.md` natively; here it is what a
/// reader types.
#[test]
fn accents_case_and_ligatures_find_the_same_and_marks_leave_the_text_as_it_is() {
    visit_in_both("?cluster=e", |page| {
        let before = page.texts();
        page.open("?q=efficient");
        let numbers = page.now().numbers;
        assert!(!numbers.is_empty());
        for text in [
            "EFFICIENT",
            "e\u{fb03}cient",
            "éfficient",
            "ＥＦＦＩＣＩＥＮＴ",
        ] {
            page.search(text);
            page.shows(&numbers);
        }
        page.open("?cluster=e&q=a");
        let marked = page.texts();
        assert!(marked.iter().all(|text| before.contains(text)));
        assert!(
            marked
                .iter()
                .any(|(number, _)| !page.marks(*number).is_empty())
        );
    });
}

#[test]
fn every_frame_that_is_offered_has_a_title_of_its_own() {
    visit("?cluster=a", |page| {
        open_dialog(page);
        ask(page, "document.querySelector('[data-tab=embed]').click()");
        page.until("there is a preview", |_| {
            ask(page, "return !!document.querySelector('iframe')") == true
        });
        let title = ask(page, "return document.querySelector('iframe').title");
        assert!(
            title.as_str().is_some_and(|title| !title.is_empty()),
            "{title}"
        );
        let snippets: Vec<String> = probe(
            page,
            "all('#share-dialog-frame, #share-dialog-element').map((it) => it.value)",
        );
        for snippet in &snippets {
            assert!(snippet.contains("title=\""), "{snippet}");
            assert!(!snippet.contains("title=\"\""), "{snippet}");
        }
        assert_eq!(snippets.len(), 2);
        let other = snippets[0].clone();
        page.open("?theme=technology-transfer");
        open_dialog(page);
        ask(page, "document.querySelector('[data-tab=embed]').click()");
        let snippet: String = page.eventually("there is a snippet", || {
            ask(
                page,
                "return document.querySelector('#share-dialog-frame')?.value",
            )
            .as_str()
            .map(str::to_owned)
        });
        let title = |snippet: &str| snippet.split("title=\"").nth(1).map(str::to_owned);
        assert_ne!(title(&snippet), title(&other));
    });
}
