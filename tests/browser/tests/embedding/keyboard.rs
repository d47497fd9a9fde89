//! The keyboard goes into a frame, through it and out of it.

use browser_tests::{engine::Engine, host::Embedding};
use serde_json::json;

const TAB: char = '\u{e004}';

#[test]
fn tab_enters_the_frame_passes_through_and_leaves() {
    // The driver of Firefox presses keys in the page of the host only.
    let chromium = Embedding::default().within(&[Engine::Chromium]);
    chromium.visit(
        "<button id=before>Before</button>
        <iframe id=one src='{explorer}?embed=1&list=39&hide=facets_toolbar' width=100% height=700></iframe>
        <button id=after>After</button>",
        |host| {
            host.ready("#one");
            host.script("document.querySelector('#before').focus()");
            let mut visited = Vec::new();
            for _ in 0..60 {
                host.browser().press(TAB);
                let focus = host.place().focus;
                if focus == "after" {
                    break;
                }
                assert_eq!(focus, "one", "the focus is elsewhere, after {visited:?}");
                visited.push(host.inside("#one", |page| {
                    page.browser().script("return document.activeElement.dataset.part || document.activeElement.localName", &[])
                }));
            }
            assert_eq!(host.place().focus, "after", "the frame keeps the focus: {visited:?}");
            assert!(visited.contains(&json!("search")), "{visited:?}");
            assert!(visited.contains(&json!("save")), "{visited:?}");
        },
    );
}
