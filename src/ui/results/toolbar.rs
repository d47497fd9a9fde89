//! What can be done with the results: order them, copy the link to them, hand
//! them on.

use crate::browser::page;
use crate::joined::joined;
use crate::messages::{ActionMessages, ResultMessages, SharingMessages, messages};
use crate::state::{Sort, ViewState};
use crate::store::Store;
use crate::ui::dom::{Node, button, node};
use crate::ui::results::copying::copy_link;
use crate::ui::results::download_menu::export_button;

pub fn toolbar(store: Store) -> Node {
    // On the pages of others these are left to the full page.
    let full = |part: fn(Store) -> Node| (!store.is_embedded()).then(|| part(store));
    let copy = button("button", move || {
        copy_link(store, store.public_link(&store.shared_view()));
    })
    .attr("data-part", "copy-link")
    .text(messages().copy_link());
    node("div")
        .class("toolbar")
        .child(copy)
        .child_if(full(share))
        .child_if(full(export_button))
        .child(order(store))
}

fn order(store: Store) -> Node {
    let choice = move |sort: Sort, label: &str| {
        let sorted = move || store.view_state.with(ViewState::sort) == sort;
        button("toolbar__order", move || store.sort(sort))
            .state("aria-pressed", sorted)
            .text(label)
    };
    let searching = move || {
        store
            .view_state
            .with(|view_state| !view_state.search.is_empty())
    };
    // Its place is kept, so that a search moves nothing.
    node("div")
        .class("toolbar__orders")
        .live_attr("data-unused", move || (!searching()).then(String::new))
        .attr("role", "group")
        .attr("aria-label", messages().sort())
        .child(choice(Sort::Relevance, messages().by_relevance()))
        .child(choice(Sort::Number, messages().by_number()))
}

/// Opens the dialog for sharing and embedding, which is not part of the app.
fn share(store: Store) -> Node {
    let ask = move || {
        let numbers = store.shown_numbers().into_iter();
        let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
        let mut view = store.public_link(&store.shared_view());
        view.push('#');
        view.push_str(&joined(&numbers, "_"));
        store.transient.update(|transient| transient.sharing = true);
        page::ask_for_share_dialog(&view);
    };
    button("button", ask)
        .attr("data-part", "share")
        .state("aria-busy", move || {
            store.transient.with(|transient| transient.sharing)
        })
        .text(messages().share_or_embed())
}

/// Listens to whether that dialog has opened.
pub fn listen_to_share_dialog(store: Store) {
    page::listen_to_share_dialog(move |opened| {
        store
            .transient
            .update(|transient| transient.sharing = false);
        if !opened {
            store.notify_failure(messages().share_dialog_failed());
        }
    });
}
