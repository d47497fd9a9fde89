//! Everything that a reader does, under the strictest policy that the site is
//! made for (SEC-01).

use browser_tests::{
    engine::Engine,
    journey::Setting,
    page::{Page, part},
    site::Site,
};
use serde_json::json;

use crate::look::{ask, open_dialog};

/// Keeps what was forbidden, over all pages of the session.
const LISTEN: &str = "
    window.forbidden = [];
    document.addEventListener('securitypolicyviolation', (event) => {
        forbidden.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}:${event.lineNumber}`);
    });";

/// What was forbidden on this page since it is listened to.
fn nothing_was_forbidden(page: &Page, after: &str) {
    let told = ask(page, "return window.forbidden");
    assert_eq!(told, json!([]), "{after}");
}

fn journey(page: &Page) {
    let open = |place: &str| {
        page.open(place);
        if page.browser().engine() != Engine::Chromium {
            ask(page, LISTEN);
        }
        assert_eq!(page.now().state, "ready", "{place}");
    };
    open("");
    page.search("technology");
    page.toggle("cluster", "c");
    page.switch_match();
    let numbers = page
        .until("it is filtered", |seen| seen.chips.len() > 1)
        .numbers;
    page.unfold(numbers[0]);
    page.save(numbers[0]);
    page.remove_chip(0);
    page.clear();
    page.turn_to("?view=saved");
    page.shows(&numbers[..1]);
    page.click(&part("copy-link"));
    page.click("button[aria-controls=export]");
    page.click(&format!("{}[data-format=csv]", part("export")));
    page.eventually("the file is handed out", || {
        let told = ask(page, "return document.querySelector('.status').textContent");
        let done = told.as_str().is_some_and(|told| told.contains(".csv (1 "));
        done.then_some(())
    });
    page.save(numbers[0]);
    page.until("it is gone", |seen| seen.saved_count == Some(0));
    nothing_was_forbidden(page, "searching, filtering, saving, exporting");
    open("?cluster=a");
    open_dialog(page);
    ask(page, "document.querySelector('[data-tab=embed]').click()");
    page.becomes(
        "there is a preview",
        || ask(page, "return !!document.querySelector('iframe')").as_bool(),
        Some(true),
    );
    nothing_was_forbidden(page, "the dialog");
    for place in [
        "?q=folklroe",
        "?q=zebra&cluster=a",
        "?view=about",
        "?view=documents",
        "?embed=1&cluster=b",
        "?scheme=dark&list=3_1_2",
        "rec/12/",
        "theme/technology-transfer/",
        "#rec-12",
    ] {
        open(place);
        nothing_was_forbidden(page, place);
    }
}

fn under_the_policy(engine: Engine) {
    let site = Site::built().and_then(Site::strict);
    let site = site.unwrap_or_else(|sentence| panic!("{sentence}"));
    let setting = Setting::default().on(site).within(engine);
    match engine {
        Engine::Chromium => setting.with_script(LISTEN).visit("", journey),
        _ => setting.visit("", journey),
    }
}

#[test]
fn nothing_that_a_reader_does_is_forbidden_in_chromium() {
    under_the_policy(Engine::Chromium);
}

#[test]
fn nothing_that_a_reader_does_is_forbidden_in_firefox() {
    if Engine::Firefox.is_there() {
        under_the_policy(Engine::Firefox);
    }
}
