//! The link to a comparison, below the search field, while the search asks for one. It is
//! in the part with the comparison, which is loaded when a search begins to ask.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::request_animation_frame;

use crate::browser::page;
use crate::ids;
use crate::messages::{CompareMessages, messages};
use crate::state::ViewState;
use crate::state::compare::asked_to_compare;
use crate::store::effect::Following;
use crate::store::{Part, Store};
use crate::ui::dom::{Mounted, first, node};
use crate::ui::link::question_link;

/// Whether the part was asked for.
static IS_ASKED: AtomicBool = AtomicBool::new(false);

/// Loads what offers the link, once a search may ask for it.
pub fn attach(store: Store) {
    Following::new(move || {
        let may_ask = store.view_state.with(|it| {
            let mut words = it.search.as_str().split(' ');
            words.any(|word| matches!(word, "compare" | "Compare" | "vs" | "vs." | "versus"))
        });
        if may_ask && !IS_ASKED.swap(true, Ordering::Relaxed) {
            store.when_there(Part::Views, offer);
        }
    })
    .forever();
}

/// Keeps the link in the page while the search asks for a comparison.
#[inline(never)]
fn offer(store: Store) {
    let place: Rc<RefCell<Option<Mounted>>> = Rc::default();
    Following::new(move || {
        let asked = store
            .view_state
            .with(|it| asked_to_compare(store.agenda, it.search.as_str()));
        let place = place.clone();
        // Once what was understood stands in the page.
        request_animation_frame(move || *place.borrow_mut() = asked.and_then(|it| link(store, it)));
    })
    .forever();
}

fn link(store: Store, numbers: Vec<u16>) -> Option<Mounted> {
    let field = page::element(ids::SEARCH)?;
    let search = field.closest(".search").ok()??;
    let explanation = first(&search, ".understood")?;
    Some(Mounted::inside(&explanation, None, || {
        let words = messages().comparison(store.agenda, &numbers);
        let compare = move || ViewState::comparing(store.agenda, numbers.clone());
        let link = question_link(store, compare).attr("data-part", "compare-link");
        node("p").child(link.text(&words))
    }))
}
