//! What was done last, with Undo.

use crate::browser::focus;
use crate::browser::page;
use crate::messages::{ActionMessages, messages};
use crate::store::Store;
use crate::store::timer::once_made;
use crate::ui::dom::{Node, button, keyed, node};

const BY_HAND_ID: &str = "by-hand";

pub fn status_bar(store: Store) -> Node {
    let key = move || {
        store.transient.with(|transient| match transient.toast {
            Some(_) => transient.toast_count.to_string(),
            None => String::new(),
        })
    };
    node("div")
        .class("status")
        .on("focusin", |event| page::note_focus(&event))
        .view(keyed(key, move |key| {
            if key.is_empty() {
                node("div")
            } else {
                bar(store)
            }
        }))
}

/// The last message; nothing where it was dismissed. Apart from what every visit
/// runs, because its code is deferred.
#[inline(never)]
fn bar(store: Store) -> Node {
    let Some(toast) = store.transient.with(|transient| transient.toast.clone()) else {
        return node("div");
    };
    let undo = toast.undo.map(|operation| {
        button("status__button", move || {
            focus::back();
            store.update_saved(operation.clone());
        })
        .attr("data-part", "undo")
        .text(messages().undo())
    });
    let manual_copy = toast.manual_copy.map(|text| {
        // Once it stands in the page.
        once_made(|| page::select_all(BY_HAND_ID));
        node("textarea")
            .class("status__field")
            .attr("id", BY_HAND_ID)
            .attr("rows", "2")
            .attr("readonly", "")
            .attr("aria-label", &toast.sentence)
            .text(&text)
    });
    node("div")
        .class("status__bar")
        .child(node("p").text(&toast.sentence))
        .child_if(manual_copy)
        .child_if(undo)
        .child(
            button("status__button", move || {
                focus::back();
                store.dismiss_toast();
            })
            .text(messages().dismiss()),
        )
}
