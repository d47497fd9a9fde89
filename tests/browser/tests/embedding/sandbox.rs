//! The strictest frame, which is the one that WordPress makes: no origin, no
//! storage, no forms.

use browser_tests::{
    engine::Engine,
    host::{Embedding, Host, embed},
    page::part,
};
use serde_json::{Value, json};

const BODY: &str = "<textarea id=pasted></textarea>
    <iframe id=one sandbox=allow-scripts src='{explorer}?embed=1' width=100% height=700></iframe>";

#[test]
fn all_are_listed_and_a_search_finds() {
    embed(BODY, |host| {
        host.ready("#one");
        host.inside("#one", |page| {
            page.shows(&(1..=45).collect::<Vec<u16>>());
            page.search("brain drain");
            page.shows(&[39]);
            // No frame here sends a form; Enter must not need that.
            page.enter();
            page.shows(&[39]);
        });
    });
}

/// The driver of WebKitGTK does not type in such a frame.
#[test]
fn all_are_listed_and_a_filter_narrows_in_webkit_too() {
    let webkit = Embedding::default().within(&[Engine::WebKit]);
    webkit.visit(BODY, |host| {
        host.ready("#one");
        host.inside("#one", |page| {
            page.shows(&(1..=45).collect::<Vec<u16>>());
            page.toggle_in_place("cluster", "e");
            page.shows(&[39, 40, 41, 42, 43, 44]);
        });
    });
}

#[test]
fn what_is_saved_is_said_not_to_be_kept() {
    embed(BODY, |host| {
        host.ready("#one");
        host.inside("#one", |page| {
            page.save(3);
            page.comes_to("what is saved", |seen| seen.saved.clone(), vec![3]);
            page.is_told_something();
        });
    });
}

#[test]
fn a_link_is_copied_or_there_to_be_copied() {
    embed(BODY, |host| {
        host.ready("#one");
        host.inside("#one", |page| {
            page.toggle("cluster", "c");
            page.until("the filter is chosen", |seen| {
                seen.value("cluster", "c").checked
            });
            page.click(&part("copy-link"));
        });
        let link = format!("{}?cluster=c", host.explorer());
        let copied = || copied(host);
        host.comes_to("the link on the clipboard or selected", copied, json!(link));
    });
}

/// What is selected in the frame, else what can be pasted.
fn copied(host: &Host) -> Value {
    let selected = host.inside("#one", |page| {
        let body = "
            const at = document.activeElement;
            return at && at.value ? at.value.slice(at.selectionStart, at.selectionEnd) : String(getSelection());";
        page.browser().script(body, &[])
    });
    if selected != "" {
        return selected;
    }
    host.browser().keys("#pasted", "\u{e009}av\u{e000}");
    host.script("return document.querySelector('#pasted').value")
}

#[test]
fn without_leave_to_read_the_files_the_reader_is_told_what_to_do() {
    let closed = Embedding::default().of_a_closed_site();
    closed.within(&[Engine::Firefox]).visit(BODY, |host| {
        host.inside("#one", |page| {
            let seen = page.until("the start has failed", |seen| seen.state == "failed");
            assert!(
                seen.text.contains("Open this page in a tab of its own"),
                "{}",
                seen.text
            );
        });
    });
}
