//! What can be undone, as long as the page lives.

use leptos::prelude::*;

use crate::browser::focus;
use crate::joined::joined;
use crate::messages::{ListMessages, messages};
use crate::store::Store;
use crate::store::transient::Toast;
use crate::ui::dom::{Node, button, keyed, node};

/// The last changes, the latest first and in view, each with a button that undoes it.
/// What would change nothing now is left out.
pub fn undo_stack(store: Store) -> Node {
    let undoable = move || -> Vec<Toast> {
        let done = store.transient.with(|transient| transient.done.clone());
        store.saved.with(|saved| {
            let left = done.into_iter().rev().filter(|done| {
                let undo = done.undo.as_ref();
                undo.is_some_and(|undo| saved.would_change(undo))
            });
            left.collect()
        })
    };
    let key = move || {
        let sentences = undoable().into_iter().map(|done| done.sentence);
        let sentences: Vec<String> = sentences.collect();
        joined(&sentences, "\n")
    };
    let view = move |_: &str| {
        let mut undoable = untrack(undoable).into_iter();
        let Some(last) = undoable.next() else {
            return node("div");
        };
        let earlier: Vec<Node> = undoable
            .map(|done| node("li").child(undo(store, done)))
            .collect();
        let earlier = (!earlier.is_empty()).then(|| {
            node("details")
                .child(node("summary").text(messages().undo_earlier()))
                .child(node("ul").children(earlier))
        });
        node("div")
            .class("lists__undo")
            .child(undo(store, last))
            .child_if(earlier)
    };
    node("div").view(keyed(key, view))
}

/// The button that undoes something.
fn undo(store: Store, done: Toast) -> Node {
    let name = messages().undo_of(&done.sentence);
    let press = move || {
        if let Some(undo) = done.undo.clone() {
            store.update_saved(undo);
        }
        focus::heading();
    };
    button("action", press)
        .attr("data-part", "undo-earlier")
        .text(&name)
}
