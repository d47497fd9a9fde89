//! What the page asks the network for.

use browser_tests::journey::visit;
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
        let foreign: Vec<_> = requests
            .iter()
            .filter(|address| !address.starts_with(&own) && address.starts_with("http"))
            .collect();
        assert!(foreign.is_empty(), "{foreign:?}");
    });
}

/// Where it is, the list of late functions is too old: `cargo xtask profile`.
#[test]
fn no_start_waits_for_the_late_part_of_the_wasm() {
    visit("", |page| {
        for place in [
            "",
            "rec/12/",
            "?q=technology&cluster=c",
            "?embed=1&cluster=b",
        ] {
            page.open(place);
            // Whoever calls it too early gets it in this way, and holds up the page.
            let body = "return performance.getEntriesByType('resource')
                .filter((one) => one.initiatorType === 'xmlhttprequest').map((one) => one.name)";
            assert_eq!(page.browser().script(body, &[]), json!([]), "{place}");
        }
    });
}
