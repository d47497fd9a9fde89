//! Saved lists as what readers work with: the page of the lists, and what is said of
//! the list of a link. All but the places of both is loaded on demand.

mod banner;
mod drag;
mod field;
mod rows;
pub(super) mod take_along;
mod undo;
mod unreadable;
pub(super) mod workspace;

use leptos::prelude::AnyView;
pub use unreadable::unreadable;

use crate::state::Page;
use crate::store::{Part, Store};
use crate::ui::dom::{Node, node, show};
use crate::ui::later::later;

/// The place above the results of what is said about the list that they are from.
pub fn list_place(store: Store) -> AnyView {
    let holds = move || {
        store.view_state.with(|view_state| {
            view_state.page == Page::Saved
                // In a frame a list is the other site's choice, not a link that was opened.
                || !(view_state.embed || view_state.list.is_empty())
        })
    };
    show(holds, move || list_later(store))
}

/// Deferred: few pages show it.
#[inline(never)]
fn list_later(store: Store) -> Node {
    let head = Box::new(move || workspace::list_head(store));
    node("div").view(later(store, Part::Lists, head))
}
