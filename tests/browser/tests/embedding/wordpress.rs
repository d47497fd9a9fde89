//! The protocol with which WordPress sizes the frames that it makes.

use browser_tests::host::{Host, embed};
use serde_json::json;

const SECRET: &str = "abc123DEF4";

fn sized(host: &Host) -> u64 {
    let body = "return heard.filter((message) => message.message === 'height'
        && message.secret === arguments[0] && typeof message.value === 'number').length";
    let told = host.browser().script(body, &[json!(SECRET)]);
    told.as_u64().unwrap_or_default()
}

/// WordPress follows it, to the host of the frame and nowhere else.
#[test]
fn a_link_out_of_a_sandbox_is_handed_to_wordpress() {
    let body = format!(
        "<script>
            var heard = [];
            addEventListener('message', (event) => heard.push(event.data));
        </script>
        <iframe id=one sandbox=allow-scripts width=600 height=600
            src='{{explorer}}rec/13/?embed=1#?secret={SECRET}'></iframe>"
    );
    embed(&body, |host| {
        host.ready("#one");
        host.inside("#one", |page| page.browser().click("footer p:last-child a"));
        let expected = format!("{}rec/13/", host.explorer());
        let links = || {
            let body = "return heard.filter((message) => message.message === 'link'
                && message.secret === arguments[0]).map((message) => message.value)";
            host.browser().script(body, &[json!(SECRET)])
        };
        host.comes_to("what the host is asked", links, json!([expected]));
        // The licence is somewhere else.
        host.inside("#one", |page| {
            page.browser().click("footer p:first-child a")
        });
        host.settle();
        assert_eq!(links(), json!([expected]));
    });
}

#[test]
fn a_frame_with_a_secret_tells_its_height_and_tells_it_again() {
    for (place, open) in [("", None), ("#rec-12", Some(12))] {
        let body = format!(
            "<script>
                var heard = [];
                addEventListener('message', (event) => heard.push(event.data));
            </script>
            <iframe id=one class=wp-embedded-content sandbox=allow-scripts security=restricted
                src='{{explorer}}?embed=1{place}#?secret={SECRET}' width=600 height=338></iframe>"
        );
        embed(&body, |host| {
            host.ready("#one");
            host.comes_to("it has told its height", || sized(host) > 0, true);
            host.inside("#one", |page| {
                let seen = page.now();
                assert_eq!(seen.numbers.len(), 45);
                assert_eq!(seen.notices, Vec::<String>::new());
                let body = "
                    const open = [...document.querySelectorAll('article [aria-expanded=true]')];
                    return open.map((button) => Number(button.closest('article').dataset.number));";
                let expected: Vec<u16> = open.into_iter().collect();
                assert_eq!(page.browser().script(body, &[]), json!(expected));
            });
            host.settle();
            let before = sized(host);
            let again = "document.querySelector('#one').contentWindow.postMessage({ message: 'ready', secret: arguments[0] }, '*')";
            host.browser().script(again, &[json!(SECRET)]);
            host.comes_to("it has told it again", || sized(host) > before, true);
        });
    }
}
