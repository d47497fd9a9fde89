//! The recommendations that are to be compared, at the foot of the page, until the
//! reader compares or clears them. Loaded on demand.

use crate::browser::focus;
use crate::messages::{CompareMessages, Grammar, messages};
use crate::state::{Page, ViewState};
use crate::store::Store;
use crate::ui::dom::{Node, button, node, show};
use crate::ui::link::question_link;

/// The list and what can be done with it, where there is one to show.
#[inline(never)]
pub fn tray(store: Store) -> Node {
    let numbers = move || store.transient.with(|transient| transient.compared.clone());
    let is_shown = move || {
        let page = store.view_state.with(|view_state| view_state.page);
        page != Page::Compare && !numbers().is_empty()
    };
    let bar = move || {
        let compare = question_link(store, move || ViewState::comparing(store.agenda, numbers()));
        let clear = button("action", move || {
            store.transient.update(|it| it.compared.clear());
            focus::heading();
        });
        let separator = || node("span").text(messages().separator());
        node("div")
            .class("tray")
            .attr("role", "group")
            .attr("aria-label", messages().to_compare())
            .attr("data-part", "compare-tray")
            .child(node("span").live_text(move || messages().numbers(&numbers())))
            .child(separator())
            .child(compare.class("tray__compare").text(messages().compare()))
            .child(separator())
            .child(clear.text(messages().clear_comparison()))
    };
    node("div").view(show(is_shown, bar))
}
