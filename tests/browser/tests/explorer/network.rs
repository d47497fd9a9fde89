//! What the page asks the network for.

use browser_tests::journey::visit;

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
