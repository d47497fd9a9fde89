//! Hosts with a strict content security policy, and with hostile styles.

use browser_tests::{
    engine::Engine,
    host::{Embedding, embed_puppet},
};
use serde_json::json;

const FRAME: &str = "agenda-explorer > iframe";

#[test]
fn a_frame_without_a_script_needs_only_leave_for_frames() {
    let strict = Embedding::default().under("default-src 'self'; frame-src {explorer}");
    strict.visit(
        "<iframe id=one src='{explorer}?embed=1&cluster=e' width=100% height=700></iframe>",
        |host| {
            host.ready("#one");
            host.inside("#one", |page| page.shows(&[39, 40, 41, 42, 43, 44]));
        },
    );
}

#[test]
fn the_script_needs_leave_for_itself_and_the_frame_and_makes_nothing_of_text() {
    let strict = Embedding::default().of_a_puppet().under(
        "default-src 'self'; frame-src {explorer}; script-src {explorer}; \
         require-trusted-types-for 'script'; trusted-types 'none'",
    );
    strict.visit(
        "<script async src={explorer}embed.js></script>
        <agenda-explorer cluster=a></agenda-explorer>",
        |host| {
            let made = "return document.querySelectorAll('agenda-explorer > iframe').length";
            host.comes_to("there is a frame", || host.script(made), json!(1));
            host.script("document.querySelector('agenda-explorer').setAttribute('cluster', 'b')");
            // A frame on its way to another page has no address yet.
            let place = || {
                host.inside(FRAME, |page| {
                    page.browser().script("return location.search", &[])
                })
            };
            host.comes_to("the frame follows", place, json!("?embed=1&cluster=b"));
            assert_eq!(
                host.script(
                    "return getComputedStyle(document.querySelector('iframe')).borderTopWidth"
                ),
                json!("0px")
            );
        },
    );
}

#[test]
fn styles_of_the_host_change_nothing_and_the_script_adds_none() {
    embed_puppet(
        "<script async src={explorer}embed.js></script>
        <style>* { all: unset !important } iframe { height: 1px !important }</style>
        <div style='width:400px'><agenda-explorer cluster=a></agenda-explorer></div>
        <iframe id=two src={explorer}></iframe>",
        |host| {
            let made = "return document.querySelectorAll('agenda-explorer > iframe').length";
            host.comes_to("there is a frame", || host.script(made), json!(1));
            for frame in [FRAME, "#two"] {
                crate::messages::is_sized(host, frame, 500);
            }
            let body = "
                const frame = document.querySelector('agenda-explorer > iframe').getBoundingClientRect();
                const styled = [...document.querySelectorAll('[style]')].map((one) => one.localName);
                const sheets = document.querySelectorAll('style, link').length;
                return [frame.width === document.documentElement.clientWidth, styled.sort(), sheets];";
            assert_eq!(
                host.script(body),
                json!([true, ["agenda-explorer", "div", "iframe", "iframe"], 1])
            );
        },
    );
}

#[test]
fn the_element_works_in_webkit() {
    Embedding::default().of_a_puppet().within(&[Engine::WebKit]).visit(
        "<script async src={explorer}embed.js></script><agenda-explorer cluster=a></agenda-explorer>",
        |host| {
            let made = "return document.querySelectorAll('agenda-explorer > iframe').length";
            host.comes_to("there is a frame", || host.script(made), json!(1));
            host.settle();
            crate::messages::is_sized(host, FRAME, 500);
        },
    );
}
