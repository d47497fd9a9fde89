//! A link to another question: a real link for the browser, a verb for us.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::MouseEvent;

use super::Explorer;
use super::kit::{Node, node};
use crate::pages::OwnPage;
use crate::query::Question;

/// Begins a link that asks another question, which may depend on the state.
pub fn question_link(
    explorer: Explorer,
    to: impl Fn() -> Question + Clone + Send + 'static,
) -> Node {
    let target = to.clone();
    node("a")
        .live_attr("href", move || Some(explorer.href(&to())))
        .on("click", move |event| {
            if event.dyn_ref().is_some_and(plain) {
                event.prevent_default();
                explorer.go(target());
            }
        })
}

/// Begins a link to a page of its own.
pub fn page_link(explorer: Explorer, page: OwnPage) -> Node {
    question_link(explorer, move || page.question(explorer.agenda))
}

/// Whether a click is meant for this page and not for a new tab or window.
fn plain(event: &MouseEvent) -> bool {
    let keys = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !keys
}
