//! What the page asks the network for.

use browser_tests::{
    journey::{Setting, visit},
    page::Page,
};
use serde_json::json;

#[test]
fn no_request_leaves_the_origin() {
    visit("", |page| {
        page.search("technology");
        page.toggle("cluster", "c");
        page.save(25);
        page.open("?view=saved");
        page.open("?view=documents");
        page.open("?view=about");
        page.open("?rec=12");
        let own = page.root();
        let requests = page.browser().requests();
        assert!(
            requests.iter().any(|address| address.ends_with(".wasm")),
            "{requests:?}"
        );
        let unknown_params: Vec<_> = requests
            .iter()
            .filter(|address| !address.starts_with(&own) && address.starts_with("http"))
            .collect();
        assert!(unknown_params.is_empty(), "{unknown_params:?}");
    });
}

/// What was fetched by a request that holds up the page: so whoever calls the
/// deferred part too early gets it. Where there is some, the list of deferred functions is
/// too old; `cargo xtask profile` makes a new one.
fn waited_for(page: &Page) -> serde_json::Value {
    let body = "return performance.getEntriesByType('resource')
        .filter((one) => one.initiatorType === 'xmlhttprequest').map((one) => one.name)";
    page.browser().script(body, &[])
}

#[test]
fn no_start_waits_for_the_deferred_part_of_the_wasm() {
    visit("", |page| {
        for place in [
            "",
            "rec/12/",
            "?q=technology&cluster=c",
            "?embed=1&cluster=b",
        ] {
            page.open(place);
            assert_eq!(waited_for(page), json!([]), "{place}");
        }
    });
}

#[test]
fn who_types_before_the_app_is_there_does_not_wait_for_the_deferred_part_either() {
    let early = "
        new MutationObserver((_, watcher) => {
            const field = document.querySelector('[data-part=search]');
            if (!field) return;
            watcher.disconnect();
            field.focus();
            field.value = 'brain drain';
        }).observe(document, { subtree: true, childList: true });";
    Setting::default().with_script(early).visit("", |page| {
        page.shows(&[39]);
        assert_eq!(waited_for(page), json!([]));
    });
}
