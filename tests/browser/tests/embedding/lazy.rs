//! Frames that nobody looks at yet.

use browser_tests::host::embed;
use serde_json::json;

#[test]
fn a_frame_far_away_asks_for_nothing_until_it_is_near() {
    embed(
        "<script async src={explorer}embed.js></script>
        <div style='height:20000px'></div>
        <agenda-explorer cluster=e></agenda-explorer>",
        |host| {
            let asked = "
                const all = performance.getEntriesByType('resource').map((entry) => entry.name);
                return all.filter((name) => !/embed.js|favicon.ico/.test(name));";
            let made = "return document.querySelectorAll('agenda-explorer > iframe').length";
            host.comes_to("there is a frame", || host.script(made), json!(1));
            for _ in 0..5 {
                host.settle();
            }
            assert_eq!(host.script(asked), json!([]));
            host.script("document.querySelector('agenda-explorer').scrollIntoView()");
            host.ready("agenda-explorer > iframe");
        },
    );
}
