//! Browsers and frames that let the explorer less than it would like.

use browser_tests::{
    engine::Engine,
    host::{Embedding, embed},
};
use serde_json::json;

const BODY: &str = "<iframe id=one src='{explorer}?embed=1' width=100% height=700></iframe>";

/// Firefox is told to refuse storage to the frames of other sites.
#[test]
fn where_frames_get_no_storage_the_explorer_works_and_says_so() {
    Embedding::default()
        .within(&[Engine::Firefox])
        .visit(BODY, |host| {
            host.ready("#one");
            host.inside("#one", |page| {
                let refused = "try { return !localStorage } catch { return true }";
                assert_eq!(page.browser().script(refused, &[]), json!(true));
                page.search("brain drain");
                page.shows(&[39]);
                // Nobody has saved anything yet.
                assert_eq!(page.now().notices, Vec::<String>::new());
                page.save(39);
                page.comes_to("what is saved", |seen| seen.saved.clone(), vec![39]);
                page.is_told_something();
            });
        });
}

#[test]
fn the_way_to_the_full_page_has_the_same_filters() {
    embed(BODY, |host| {
        host.ready("#one");
        host.inside("#one", |page| {
            page.toggle_in_place("cluster", "c");
            let address = format!("{}?cluster=c", page.root());
            let body = "
                const links = [...document.querySelectorAll('a[target=_blank]')];
                return links.some((link) => link.href === arguments[0] && link.rel.includes('noopener'));";
            let is_there = || page.browser().script(body, &[json!(address)]);
            page.becomes("there is a link to the full page", is_there, json!(true));
        });
    });
}
