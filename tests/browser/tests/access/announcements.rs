//! What is told to those who do not see the page (A11Y-02, A11Y-03).

use std::time::Instant;

use browser_tests::{
    journey::{visit, visit_in_both},
    page::{Page, part},
};

use crate::look::{ask, probe};

/// What is told now, by each live region of the page. The one that tells of a
/// new version is not of the page but of what keeps it.
fn told(page: &Page) -> Vec<String> {
    let body = "return [...document.querySelectorAll('[role=status]:not(#update), [role=alert], [aria-live]')]
        .filter((region) => region.checkVisibility()).map((region) => region.textContent)";
    serde_json::from_value(ask(page, body)).expect("texts")
}

/// Keeps what is told from now on, and when: in milliseconds after the last key.
const LISTEN: &str = "
    const region = document.querySelector('[role=status]');
    window.heard = [];
    let last = 0;
    document.addEventListener('keydown', () => { last = performance.now(); }, true);
    new MutationObserver(() => heard.push([region.textContent, performance.now() - last]))
        .observe(region, { childList: true, characterData: true, subtree: true });";

fn heard(page: &Page) -> Vec<(String, f64)> {
    serde_json::from_value(ask(page, "return heard")).expect("sentences and times")
}

#[test]
fn one_polite_region_is_there_and_empty_and_tells_the_count_once_typing_has_stopped() {
    visit_in_both("", |page| {
        assert_eq!(told(page), [""]);
        let body = "const region = document.querySelector('[role=status]');
            return [region.ariaLive ?? region.getAttribute('aria-live'), region.getAttribute('aria-atomic')]";
        assert_eq!(ask(page, body), serde_json::json!(["polite", "true"]));
        ask(page, LISTEN);
        for letter in "patents".chars() {
            page.type_letter(letter);
        }
        let sentence = page.eventually("something is heard", || heard(page).pop());
        let shown = page.now().count.expect("a count");
        assert_eq!(sentence.0, shown.sentence);
        assert!(shown.sentence.contains(" of 45 "), "{shown:?}");
        assert!(sentence.1 >= 500.0, "after {} ms", sentence.1);
        // Nothing else comes in the time of another pause.
        let since = Instant::now();
        page.until("a pause is over", |_| since.elapsed().as_millis() > 1200);
        assert_eq!(heard(page).len(), 1, "{:?}", heard(page));
    });
}

#[test]
fn an_empty_result_is_told_and_a_way_out_is_shown() {
    visit("", |page| {
        page.search("zebra giraffe");
        page.becomes(
            "what is told",
            || told(page),
            vec!["0 of 45 recommendations".into()],
        );
        let body = format!(
            "return document.querySelector('{}').checkVisibility()",
            part("clear")
        );
        assert_eq!(ask(page, &body), true);
    });
}

#[test]
fn what_was_done_is_told_each_time() {
    visit("?cluster=f", |page| {
        ask(page, LISTEN);
        // Both ways, so that what is told last is equal each time.
        for times in [2, 4] {
            for (press, done) in [(times - 1, "Added to"), (times, "45 removed")] {
                page.save(45);
                page.eventually("it is told", || (heard(page).len() == press).then_some(()));
                let last = heard(page).pop().expect("it is told").0;
                assert!(last.contains(done), "{last}");
            }
        }
        assert_eq!(told(page).len(), 1);
        let found: Vec<String> = probe(page, "misnamed()");
        assert!(found.is_empty(), "{found:#?}");
    });
}
