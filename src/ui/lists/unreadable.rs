//! What can be done with stored texts that can't be read.

use crate::browser::{download, focus};
use crate::joined::joined;
use crate::messages::{ActionMessages, ListMessages, messages};
use crate::state::saved::Edit;
use crate::store::Store;
use crate::store::list_actions::Telling;
use crate::ui::dom::{Node, button, node};

/// Takes them away, or discards them.
#[inline(never)]
pub fn unreadable(store: Store) -> Node {
    let discard = button("button", move || {
        let edit = Edit::Discard;
        if !store.edit_lists(edit, messages().discarded(), Telling::Shown) {
            store.notify_failure(messages().not_discarded());
        }
        focus::heading();
    });
    node("div")
        .class("lists__tools")
        .child(button("button", move || download(store)).text(messages().download_unreadable()))
        .child(discard.text(messages().discard_unreadable()))
}

fn download(store: Store) {
    let text = store
        .saved
        .with_untracked(|saved| joined(&saved.unreadable, "\n"));
    let file = format!("{}-saved.txt", store.agenda.site.storage_prefix);
    if download::download(&file, "text/plain", text.as_bytes()).is_err() {
        store.notify_failure(messages().download_blocked());
    }
}
