//! Links to other views: the browser gets an address, a plain click only changes
//! the state.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, MouseEvent};

use crate::messages::{Names, messages};
use crate::state::ViewState;
use crate::state::static_page::StaticPage;
use crate::store::Store;
use crate::ui::dom::{Node, node};

/// Begins a link that asks another view state, which may depend on the state.
pub fn question_link(store: Store, to: impl Fn() -> ViewState + Clone + Send + 'static) -> Node {
    let target = to.clone();
    node("a")
        .live_attr("href", move || Some(store.href(&to())))
        .on("click", move |event| follow(store, &event, &target))
}

/// Changes the state instead of leaving the page.
#[inline(never)]
fn follow(store: Store, event: &Event, to: &dyn Fn() -> ViewState) {
    if is_plain(event) {
        event.prevent_default();
        store.navigate(to());
    }
}

/// A link that opens a recommendation and asks for nothing else, by its name. A frame that
/// shows one recommendation alone shows the other one alone.
#[inline(never)]
pub fn recommendation_link(store: Store, number: u16) -> Node {
    let to = move || {
        let mut to = store.question_on(number);
        let is_alone = |present: &ViewState| present.embed && present.list.len() == 1;
        if store.view_state.with(is_alone) {
            to.list.push(number);
        }
        to
    };
    question_link(store, to).text(&messages().recommendation(store.agenda, number))
}

/// Begins a link to a page of its own.
pub fn page_link(store: Store, page: StaticPage) -> Node {
    question_link(store, move || page.view_state(store.agenda))
}

/// Whether a click is meant for this page and not for a new tab or window.
pub fn is_plain(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|event| {
        let keys = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        event.button() == 0 && !keys
    })
}
