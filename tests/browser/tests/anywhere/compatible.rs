//! The version for browsers in which WebAssembly is switched off.

use browser_tests::journey::Setting;
use serde_json::Value;

use crate::support::{can_be_read, comes};

const MISSING: &str = "delete window.WebAssembly;";

/// How many times slower than this machine an old phone is.
const SLOWER: f64 = 6.0;

/// How long it may take there until a search has its answer, in milliseconds.
const PATIENCE: f64 = 10_000.0;

#[test]
fn without_webassembly_a_search_is_answered_soon_on_a_slow_device() {
    let search = "
        const [done] = arguments;
        const field = document.querySelector('[data-part=search]');
        field.value = 'brain drain';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        (function look() {
            const count = document.querySelector('[data-part=count]');
            if (count.dataset.shown === '1') done(performance.now());
            else setTimeout(look, 20);
        })();";
    let setting = Setting::default().with_script(MISSING);
    setting.visit_unready("about:blank", |page| {
        page.browser().slow_down(SLOWER);
        page.browser().count_work();
        page.browser()
            .go(&format!("{}compatible.html", page.root()));
        assert_eq!(comes(page).state, "ready");
        page.browser().script_until_done(search, &[]);
        // As on a device that has nothing else to do, unlike this machine.
        let took = page.browser().work();
        println!("A search is answered after {took:.0} ms.");
        // Less than a second were a clock that does not count.
        assert!((1_000.0..=PATIENCE).contains(&took), "{took} ms");
        page.browser().slow_down(1.0);
        page.shows(&[39]);
        page.clear();
        page.shows(&(1..=45).collect::<Vec<u16>>());
    });
}

#[test]
fn the_way_there_keeps_the_question_and_leads_to_a_page_that_answers() {
    Setting::default()
        .with_script(MISSING)
        .visit("?q=brain+drain", |page| {
            page.complaints();
            page.click("#failure a");
            page.eventually("the compatible version is there", || {
                let told = page.browser().script("return location.pathname", &[]);
                (told.as_str() == Some("/compatible.html")).then_some(())
            });
            assert_eq!(comes(page).state, "ready");
            page.shows(&[39]);
        });
}

#[test]
fn where_the_server_forbids_to_translate_the_reader_is_told() {
    let site = browser_tests::site::Site::built().and_then(|site| site.strict());
    let site = site.unwrap_or_else(|sentence| panic!("{sentence}"));
    let setting = Setting::default().with_script(MISSING).on(site);
    setting.visit("compatible.html?rec=12", |page| {
        let said = can_be_read(page);
        assert!(said.contains("translate"), "{said}");
        let ways = page
            .browser()
            .script("return document.querySelectorAll('#failure a').length", &[]);
        assert_eq!(ways, Value::from(0), "no way on from here to here");
        page.complaints();
    });
}
