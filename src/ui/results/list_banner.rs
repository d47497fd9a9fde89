//! What is said above the results about the list that they are from: the one
//! that came with a link, or the reader's own.

use leptos::prelude::*;

use crate::browser::focus;
use crate::messages::{SavedMessages, messages};
use crate::state::Page;
use crate::state::saved::Operation;
use crate::store::Store;
use crate::ui::dom::{Node, button, node, show};

pub fn list_banner(store: Store) -> AnyView {
    let list = move || {
        store.view_state.with(|view_state| match view_state.page {
            // In a frame it is the other site's choice, not a link that was opened.
            _ if view_state.embed => Vec::new(),
            Page::Saved => Vec::new(),
            _ => view_state.list.clone(),
        })
    };
    show(move || !list().is_empty(), move || banner(store, list))
}

/// Deferred: few pages show it.
#[inline(never)]
fn banner(store: Store, list: impl Fn() -> Vec<u16> + Copy + Send + Sync + 'static) -> Node {
    let new = move || {
        let saved = store.saved();
        let list = list();
        list.iter().filter(|number| !saved.contains(number)).count()
    };
    let save = button("button", move || {
        store.update_saved(Operation::Save(untrack(list)));
    });
    let leave = button("button", move || {
        store.edit(|view_state| view_state.list.clear());
        focus::heading();
    });
    node("div")
        .class("banner")
        .child(node("p").live_text(move || messages().shared_list(store.agenda, list().len())))
        .child(
            save.state("aria-disabled", move || new() == 0)
                .live_text(move || messages().save_list(list().len(), new())),
        )
        .child(leave.text(&messages().show_all(store.agenda)))
}

/// Where the reader's own list is saved, and how it goes elsewhere.
pub fn saved_note(store: Store) -> AnyView {
    let shown = move || {
        let saved_page = store
            .view_state
            .with(|view_state| view_state.page == Page::Saved);
        saved_page && !store.saved().is_empty()
    };
    // Browsers keep a storage apart for each site that has the frame.
    let note = messages().saved_where(store.is_embedded());
    show(shown, move || node("p").class("banner__note").text(note))
}
