//! The one sentence that says how many of how many are shown.

use crate::ids;
use crate::messages::{ResultMessages, messages};
use crate::store::Store;
use crate::ui::dom::{Node, node};

pub fn count(store: Store) -> Node {
    let shown = move || store.results.with(|results| results.matched);
    let total = move || store.results.with(|results| results.total);
    node("h2")
        .class("count")
        .attr("id", ids::RESULTS)
        .attr("tabindex", "-1")
        .attr("data-part", "count")
        .live_attr("data-shown", move || Some(shown().to_string()))
        .live_attr("data-total", move || Some(total().to_string()))
        .live_text(move || sentence(store))
}

/// How many of how many are shown.
pub fn sentence(store: Store) -> String {
    let shown = store.results.with(|results| results.matched);
    store
        .view_state
        .with(|view_state| messages().count(store.agenda, view_state, shown))
}
