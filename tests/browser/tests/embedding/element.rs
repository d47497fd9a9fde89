//! The element that makes a frame.

use browser_tests::host::{Host, embed_puppet};
use serde_json::{Value, json};

use crate::messages::is_sized;

const FRAME: &str = "agenda-explorer > iframe";

fn ready() -> Value {
    json!({ "source": "agenda-explorer", "version": 1, "type": "ready" })
}

/// What is in the frame, without the address of the explorer.
fn inside(host: &Host) -> String {
    let address = host.inside(FRAME, |page| {
        page.browser().script("return location.href", &[])
    });
    let address = address.as_str().unwrap_or_default().to_owned();
    address
        .strip_prefix(&host.explorer())
        .map_or(address.clone(), str::to_owned)
}

fn is_at(host: &Host, place: &str) {
    host.comes_to(
        "the address in the frame",
        || inside(host),
        place.to_owned(),
    );
}

#[test]
fn attributes_are_the_address_and_the_rest_of_the_frame() {
    embed_puppet(
        "<script async src={explorer}embed.js></script>
        <agenda-explorer height=432 lock=cluster_theme hide='' cluster=a_c q='brain drain + é' events
            title='On brains' scheme=dark theme=technology-transfer foreign=x></agenda-explorer>",
        |host| {
            is_at(host, "?embed=1&q=brain%20drain%20%2B%20%C3%A9&cluster=a_c&theme=technology-transfer&scheme=dark&lock=cluster_theme&events=1");
            assert!((host.height(FRAME) - 432.0).abs() < 1.0);
            let told = host.script(
                "const frame = document.querySelector('agenda-explorer > iframe');
                const { width, borderTopWidth } = getComputedStyle(frame);
                const whole = frame.parentElement.parentElement.clientWidth;
                return [frame.title, frame.loading, frame.allow, parseFloat(width) - whole, borderTopWidth];",
            );
            let expected = json!(["On brains", "lazy", "clipboard-write; web-share", 0, "0px"]);
            assert_eq!(told, expected);
        },
    );
}

#[test]
fn it_is_a_block_unless_the_page_wants_it_otherwise() {
    embed_puppet(
        "<style>.grid { display: grid }</style><script async src={explorer}embed.js></script>
        <agenda-explorer></agenda-explorer><agenda-explorer class=grid></agenda-explorer>
        <agenda-explorer hidden></agenda-explorer>",
        |host| {
            is_at(host, "?embed=1");
            let told = host.script(
                "return [...document.querySelectorAll('agenda-explorer')]
                    .map((one) => getComputedStyle(one).display)",
            );
            assert_eq!(told, json!(["block", "grid", "none"]));
        },
    );
}

#[test]
fn without_attributes_it_is_the_whole_explorer_with_a_title_and_a_height() {
    embed_puppet(
        "<agenda-explorer><a id=link href={explorer}>The recommendations</a></agenda-explorer>",
        |host| {
            let seen = "return document.querySelector('#link').getClientRects().length > 0";
            assert_eq!(host.script(seen), json!(true), "without the script");
        },
    );
    embed_puppet(
        "<script async src={explorer}embed.js></script>
        <agenda-explorer><a id=link href={explorer}>The recommendations</a></agenda-explorer>",
        |host| {
            is_at(host, "?embed=1");
            assert!((host.height(FRAME) - 700.0).abs() < 1.0);
            let seen = "return document.querySelector('#link').getClientRects().length > 0";
            assert_eq!(host.script(seen), json!(false), "with the script");
            let title = host.script("return document.querySelector('iframe').title");
            assert!(
                title
                    .as_str()
                    .is_some_and(|title| title.contains("Development Agenda"))
            );
            is_sized(host, FRAME, 500);
        },
    );
}

#[test]
fn changed_attributes_change_the_frame_and_not_the_history() {
    embed_puppet(
        "<script async src={explorer}embed.js></script>
        <agenda-explorer cluster=a></agenda-explorer>",
        |host| {
            is_at(host, "?embed=1&cluster=a");
            let before = host.place();
            // Before the explorer is there, and after.
            for (cluster, theme) in [("b", "competition"), ("c", "data"), ("d", "health")] {
                let body = "
                    const [cluster, theme] = arguments;
                    const element = document.querySelector('agenda-explorer');
                    element.setAttribute('cluster', cluster);
                    element.setAttribute('theme', theme);";
                host.browser().script(body, &[json!(cluster), json!(theme)]);
                is_at(host, &format!("?embed=1&cluster={cluster}&theme={theme}"));
                host.say(FRAME, &ready());
                host.settle();
            }
            assert_eq!(host.place(), before);
            host.script("document.querySelector('agenda-explorer').title = 'Another'");
            let title = "return document.querySelector('iframe').title";
            assert_eq!(host.script(title), json!("Another"));
        },
    );
}

#[test]
fn what_the_host_asks_for_reaches_the_frame_once_it_listens() {
    embed_puppet(
        "<script async src={explorer}embed.js></script>
        <agenda-explorer></agenda-explorer>",
        |host| {
            is_at(host, "?embed=1");
            let ask = "
                const element = document.querySelector('agenda-explorer');
                element.set(arguments[0]);
                element.setAttribute('scheme', arguments[1]);";
            host.browser()
                .script(ask, &[json!("cluster=a"), json!("dark")]);
            host.settle();
            assert_eq!(host.heard(FRAME), [json!(null); 0]);
            host.say(FRAME, &ready());
            host.settle();
            host.browser().script(ask, &[json!(""), json!("auto")]);
            let message = |kind: &str, key: &str, value: &str| json!({ "source": "agenda-explorer", "version": 1, "type": kind, key: value });
            let expected = vec![
                message("set", "query", "cluster=a"),
                message("scheme", "scheme", "dark"),
                message("set", "query", ""),
                message("scheme", "scheme", "auto"),
            ];
            host.comes_to("what it hears", || host.heard(FRAME), expected);
        },
    );
}

#[test]
fn what_the_frame_says_becomes_an_event_of_the_element() {
    embed_puppet(
        "<script>
            var events = [];
            for (const name of ['agenda-ready', 'agenda-state', 'agenda-saved', 'agenda-height']) {
                document.addEventListener(name, (event) => events.push([name, event.target.id, event.detail]));
            }
        </script>
        <script async src={explorer}embed.js></script>
        <agenda-explorer id=one></agenda-explorer>
        <iframe id=two src={explorer}></iframe>",
        |host| {
            is_at(host, "?embed=1");
            let state = json!({ "source": "agenda-explorer", "version": 1, "type": "state", "query": "q=a", "shown": 2, "total": 45 });
            let saved = json!({ "source": "agenda-explorer", "version": 1, "type": "saved", "count": 3 });
            for message in [&ready(), &state, &saved] {
                host.say("#two", message);
                host.say(FRAME, message);
            }
            let expected = json!([
                ["agenda-ready", "one", ready()],
                ["agenda-state", "one", state],
                ["agenda-saved", "one", saved],
            ]);
            host.comes_to("the events", || host.script("return events"), expected);
        },
    );
}

#[test]
fn an_element_that_is_moved_copied_or_in_a_shadow_has_one_frame_that_works() {
    embed_puppet(
        "<script src={explorer}embed.js></script>
        <div id=from><agenda-explorer cluster=a></agenda-explorer></div><div id=to></div><div id=shadow></div>",
        |host| {
            is_at(host, "?embed=1&cluster=a");
            host.script("document.querySelector('#to').append(document.querySelector('agenda-explorer'))");
            is_at(host, "?embed=1&cluster=a");
            is_sized(host, FRAME, 500);
            host.script("document.querySelector('#from').append(document.querySelector('agenda-explorer').cloneNode(true))");
            let frames = "return document.querySelectorAll('#from iframe').length";
            assert_eq!(host.script(frames), json!(1));
            is_sized(host, "#from iframe", 400);
            is_sized(host, "#to iframe", 450);
            host.script("for (const one of document.querySelectorAll('agenda-explorer')) one.remove();
                const element = document.createElement('agenda-explorer');
                document.querySelector('#shadow').attachShadow({ mode: 'open' }).append(element);
                window.inner = element.querySelector('iframe');");
            host.comes_to("the height in the shadow", || {
                host.script("inner.contentWindow.postMessage('', '*'); return inner.style.height")
            }, json!("700px"));
        },
    );
}
