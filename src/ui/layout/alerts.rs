//! What the reader must know: a link not fully understood, storage refused,
//! stored data that can't be read.

use crate::browser::focus;
use crate::joined::joined;
use crate::messages::{ActionMessages, SavedMessages, UrlWarningMessages, messages};
use crate::store::{Part, Store};
use crate::ui::dom::{Node, button, keyed, node, show};
use crate::ui::later::later;
use crate::ui::lists::unreadable;

pub fn notices(store: Store) -> Node {
    let warnings = move || {
        store.transient.with(|transient| {
            let warnings = &transient.warnings;
            let is_warned = !warnings.is_empty();
            is_warned.then(|| joined(&messages().warnings(warnings), "\n"))
        })
    };
    // It concerns nobody who has saved nothing.
    let persistence_error = move || {
        let error = store.saved.with(|saved| saved.persistence_error);
        error.filter(|_| !store.saved().is_empty())
    };
    let unreadable = move || store.saved.with(|saved| !saved.unreadable.is_empty());
    node("div")
        .class("notices")
        .view(keyed(
            move || warnings().unwrap_or_default(),
            move |sentences| {
                if sentences.is_empty() {
                    return node("div");
                }
                let dismiss = button("button", move || {
                    store.clear_url_warnings();
                    focus::heading();
                });
                let items = sentences
                    .split('\n')
                    .map(|sentence| node("li").text(sentence));
                notice(messages().warnings_intro())
                    .child(node("ul").children(items))
                    .child(dismiss.text(messages().dismiss()))
            },
        ))
        .view(keyed(
            move || {
                persistence_error()
                    .map(|error| messages().persistence_error(error))
                    .unwrap_or_default()
                    .to_owned()
            },
            |sentence| match sentence {
                "" => node("div"),
                _ => notice(sentence),
            },
        ))
        .view(show(unreadable, move || unreadable_notice(store)))
}

/// Deferred, and what is in it on demand: few pages show it.
#[inline(never)]
fn unreadable_notice(store: Store) -> Node {
    notice(messages().unreadable()).view(later(
        store,
        Part::Lists,
        Box::new(move || unreadable(store)),
    ))
}

fn notice(sentence: &str) -> Node {
    node("div")
        .class("notice")
        .attr("data-part", "notice")
        .child(node("p").text(sentence))
}
