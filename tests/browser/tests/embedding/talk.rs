//! What a host hears of its readers, and what it may ask for.

use browser_tests::host::{Host, embed};
use serde_json::{Value, json};

const LISTENER: &str = "<script>
        var heard = [];
        addEventListener('message', (event) => heard.push(event.data));
    </script>";

fn heard(host: &Host, kind: &str) -> Vec<Value> {
    let told = host.browser().script(
        "return heard.filter((message) => message.type === arguments[0])",
        &[json!(kind)],
    );
    told.as_array().cloned().unwrap_or_default()
}

fn ask(host: &Host, frame: &str, kind: &str, key: &str, value: &str) {
    let message = json!({ "source": "agenda-explorer", "version": 1, "type": kind, key: value });
    let body = "document.querySelector(arguments[0]).contentWindow.postMessage(arguments[1], '*')";
    host.browser().script(body, &[json!(frame), message]);
}

#[test]
fn what_readers_do_is_told_only_where_the_host_has_asked() {
    let body = format!(
        "{LISTENER}<iframe id=one src='{{explorer}}?embed=1' width=100% height=700></iframe>"
    );
    embed(&body, |host| {
        host.ready("#one");
        host.inside("#one", |page| {
            page.toggle_in_place("cluster", "e");
            page.search("brain drain");
            page.shows(&[39]);
        });
        host.settle();
        let all = host.script("return JSON.stringify(heard)").to_string();
        assert!(!all.contains("brain") && !all.contains("cluster"), "{all}");
        assert_eq!(heard(host, "state"), [json!(null); 0]);
        assert_eq!(heard(host, "ready").len(), 1);
    });
}

#[test]
fn a_host_that_asks_is_told_what_is_shown_and_how_many_are_saved() {
    let body = format!(
        "{LISTENER}<iframe id=one src='{{explorer}}?embed=1&events=1' width=100% height=700></iframe>"
    );
    embed(&body, |host| {
        host.ready("#one");
        host.inside("#one", |page| {
            page.toggle_in_place("cluster", "e");
            page.save(39);
        });
        let last = |kind| heard(host, kind).pop();
        let state = json!({ "source": "agenda-explorer", "version": 1, "type": "state", "query": "cluster=e", "shown": 6, "total": 45 });
        host.comes_to("the state", || last("state"), Some(state));
        let saved =
            json!({ "source": "agenda-explorer", "version": 1, "type": "saved", "count": 1 });
        host.comes_to("what is saved", || last("saved"), Some(saved));
    });
}

#[test]
fn the_host_sets_the_filters_and_a_sibling_does_not() {
    embed(
        "<iframe id=one src='{explorer}?embed=1' width=100% height=700></iframe>
        <iframe id=two src='{explorer}?embed=1' width=100% height=700></iframe>",
        |host| {
            host.ready("#one");
            host.ready("#two");
            ask(host, "#one", "set", "query", "cluster=e");
            host.inside("#one", |page| page.shows(&[39, 40, 41, 42, 43, 44]));
            host.inside("#two", |page| {
                let body = "parent.frames[0].postMessage(arguments[0], '*')";
                let message = json!({ "source": "agenda-explorer", "version": 1, "type": "set", "query": "cluster=a" });
                page.browser().script(body, &[message]);
            });
            host.settle();
            host.inside("#one", |page| page.shows(&[39, 40, 41, 42, 43, 44]));
            host.inside("#two", |page| assert_eq!(page.now().numbers.len(), 45));
        },
    );
}
