//! What the reader must know: a link not fully understood, storage refused,
//! stored data that can't be read.

use crate::browser::download;
use crate::browser::focus;
use crate::messages;
use crate::store::Store;
use crate::ui::dom::{Node, button, keyed, node, show};

pub fn notices(store: Store) -> Node {
    let warnings = move || {
        store
            .transient
            .with(|transient| messages::warnings(&transient.warnings))
    };
    let persistence_error = move || store.saved.with(|saved| saved.persistence_error);
    let unreadable = move || store.saved.with(|saved| !saved.unreadable.is_empty());
    node("div")
        .class("notices")
        .view(keyed(
            move || warnings().join("\n"),
            move |told| {
                if told.is_empty() {
                    return node("div");
                }
                let dismiss = button("button", move || {
                    store.clear_url_warnings();
                    focus::heading();
                });
                let items = told.split('\n').map(|told| node("li").text(told));
                notice(messages::WARNINGS_INTRO)
                    .child(node("ul").children(items))
                    .child(dismiss.text(messages::DISMISS))
            },
        ))
        .view(keyed(
            move || {
                persistence_error()
                    .map(messages::persistence_error)
                    .unwrap_or_default()
                    .to_owned()
            },
            |told| match told {
                "" => node("div"),
                _ => notice(told),
            },
        ))
        .view(show(unreadable, move || unreadable_notice(store)))
}

/// Deferred: few pages show it.
#[inline(never)]
fn unreadable_notice(store: Store) -> Node {
    let discard = button("button", move || {
        store.discard_unreadable();
        focus::heading();
    });
    notice(messages::UNREADABLE)
        .child(button("button", move || download(store)).text(messages::DOWNLOAD))
        .child(discard.text(messages::DISCARD))
}

fn notice(told: &str) -> Node {
    node("div")
        .class("notice")
        .attr("data-part", "notice")
        .child(node("p").text(told))
}

#[inline(never)]
fn download(store: Store) {
    let text = store
        .saved
        .with_untracked(|saved| saved.unreadable.join("\n"));
    if download::download("agenda-explorer-saved.txt", "text/plain", &text).is_err() {
        store.notify(messages::NOT_DOWNLOADED);
    }
}
