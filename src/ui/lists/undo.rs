//! What can be undone, as long as the page lives.

use leptos::prelude::*;

use crate::browser::focus;
use crate::messages::{ListMessages, messages};
use crate::store::Store;
use crate::store::transient::Toast;
use crate::ui::dom::{Node, button, keyed, node};

/// The last changes, the latest first, each with a button that undoes it. What would
/// change nothing now is left out.
pub fn undo_stack(store: Store) -> Node {
    let undoable = move || -> Vec<Toast> {
        let saved = store.saved.with(|saved| saved.lists.clone());
        let done = store.transient.with(|transient| transient.done.clone());
        let left = done.into_iter().rev().filter(|done| {
            let undo = done.undo.as_ref();
            undo.is_some_and(|undo| saved.clone().apply(undo, "").is_some())
        });
        left.collect()
    };
    let key = move || {
        let sentences = undoable().into_iter().map(|done| done.sentence);
        let sentences: Vec<String> = sentences.collect();
        crate::joined::joined(&sentences, "\n")
    };
    let view = move |key: &str| {
        if key.is_empty() {
            return node("div");
        }
        let buttons = untrack(undoable).into_iter().map(|done| {
            let name = messages().undo_of(&done.sentence);
            let button = button("action", move || {
                if let Some(undo) = done.undo.clone() {
                    store.update_saved(undo);
                }
                focus::heading();
            });
            let button = button.attr("data-part", "undo-earlier").text(&name);
            node("li").child(button)
        });
        node("details")
            .class("lists__undo")
            .attr("open", "")
            .child(node("summary").text(messages().undo_earlier()))
            .child(node("ul").children(buttons))
    };
    node("div").view(keyed(key, view))
}
