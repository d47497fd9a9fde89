//! All numbers at a glance.

use browser_tests::{
    engine::Engine,
    journey::{visit, visit_in},
    page::Page,
};
use serde_json::{Value, json};

/// Waits until the numbers follow the state.
fn they_follow(page: &Page) {
    page.until("the numbers follow", |seen| seen.numerals.is_some());
}

fn found(page: &Page, body: &str) -> Value {
    page.browser().script(body, &[])
}

fn numeral(number: u16) -> String {
    format!("[data-part=numeral][data-number=\"{number}\"]")
}

#[test]
fn what_is_not_found_fades_and_what_is_saved_is_marked() {
    visit_in(&Engine::ALL, "", |page| {
        they_follow(page);
        assert_eq!(page.now().numerals, Some((1..=45).collect()));
        page.toggle("cluster", "e");
        page.comes_to(
            "the numbers",
            |seen| seen.numerals.clone(),
            Some((39..=44).collect()),
        );
        page.search("brain drain");
        let seen = page.until("one is found", |seen| seen.numbers.len() == 1);
        assert_eq!(seen.numerals, Some(seen.numbers));
        page.save(39);
        let marked = "
            const marked = document.querySelectorAll('[data-part=numeral][data-saved]');
            return [...marked].map((numeral) => numeral.dataset.number).join()";
        page.eventually("it is marked", || {
            (found(page, marked) == "39").then_some(())
        });
        let name = "return document.querySelector(`[data-part=numeral][data-number='39']`).ariaLabel
            ?? document.querySelector(`[data-part=numeral][data-number='39']`).getAttribute('aria-label')";
        assert_eq!(found(page, name), "Recommendation 39, saved");
    });
}

#[test]
fn a_number_opens_its_recommendation_and_keeps_what_is_asked() {
    visit("?cluster=c", |page| {
        they_follow(page);
        page.click(&numeral(25));
        page.until("25 is open", |seen| seen.query == "cluster=c&rec=25");
        // One that is not found stands beside the results.
        page.click(&numeral(3));
        page.until("3 is open", |seen| seen.query == "cluster=c&rec=3");
        // From a page without results it leads to the list.
        page.open("?view=about");
        they_follow(page);
        page.click(&numeral(12));
        page.until("12 is open in the list", |seen| {
            seen.query == "rec=12" && seen.numbers.len() == 45
        });
    });
}

#[test]
fn the_numbers_are_one_stop_with_arrow_keys() {
    visit("", |page| {
        they_follow(page);
        let stops = "
            const stops = document.querySelectorAll('[data-part=numeral]:not([tabindex])');
            return [...stops].map((numeral) => numeral.dataset.number).join()";
        assert_eq!(found(page, stops), "1");
        found(
            page,
            &format!("document.querySelector('{}').focus()", numeral(1)),
        );
        let right = '\u{e014}'.to_string();
        page.browser().keys(&numeral(1), &right);
        page.browser().keys(&numeral(2), &right);
        let focused = "return document.activeElement.dataset.number";
        page.eventually("3 has the focus", || {
            (found(page, focused) == "3").then_some(())
        });
        assert_eq!(found(page, stops), "3");
        page.browser().keys(&numeral(3), &'\u{e010}'.to_string());
        page.eventually("the last has the focus", || {
            (found(page, focused) == "45").then_some(())
        });
        let told = "return document.querySelector('.numerals__caption').textContent";
        let told = found(page, told);
        let told = told.as_str().unwrap_or_default();
        assert!(told.starts_with("Recommendation 45: "), "{told}");
        // Those that are similar light up, and Escape ends both.
        found(
            page,
            &format!("document.querySelector('{}').focus()", numeral(1)),
        );
        let near = "
            const near = document.querySelectorAll('[data-part=numeral][data-near]');
            return [...near].map((numeral) => numeral.dataset.number)";
        let is_near = |number: &str| {
            let near = found(page, near);
            near.as_array()
                .is_some_and(|near| near.contains(&json!(number)))
        };
        page.eventually("13 lights up", || is_near("13").then_some(()));
        page.browser().keys(&numeral(1), &'\u{e00c}'.to_string());
        page.eventually("nothing is told", || {
            let told = "return document.querySelector('.numerals__caption').textContent";
            (found(page, told) == "" && !is_near("13")).then_some(())
        });
    });
}

#[test]
fn sites_leave_the_numbers_out_with_or_without_their_header() {
    visit("", |page| {
        let height = "
            const numerals = document.getElementById('numerals');
            return numerals ? numerals.offsetHeight : 0";
        for (place, is_shown) in [
            ("?embed=1", true),
            ("?embed=1&hide=numerals", false),
            ("?embed=1&hide=search_header", false),
            ("?hide=numerals", true),
            ("rec/12/?embed=1", false),
            ("rec/12/", true),
        ] {
            page.open(place);
            let height = found(page, height);
            assert_eq!(height != json!(0), is_shown, "{place}");
        }
    });
}
