//! The button that saves what is shown as a list, below “Download”, where it moves nothing
//! while a reader types. It comes with the last part of the app.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::request_animation_frame;

use crate::browser::page;
use crate::messages::{SavedMessages, messages};
use crate::state::Page;
use crate::store::effect::Following;
use crate::store::{Part, Store};
use crate::ui::dom::{Mounted, button, first};

/// The id of the element with all that the app shows.
const APP: &str = "app";

/// Keeps the button in the page while search or filters narrow the list.
pub fn attach(store: Store) {
    if store.is_embedded() {
        return;
    }
    let place: Rc<RefCell<Option<Mounted>>> = Rc::default();
    Following::new(move || {
        // The whole agenda and the list of a link need not be saved as they are shown.
        let narrows = store
            .view_state
            .with(|it| it.page == Page::List && it.narrows() && it.list.is_empty());
        let is_offered = narrows && store.results.with(|results| !results.hits.is_empty());
        let place = place.clone();
        // Once the page has its tools.
        request_animation_frame(move || offer(store, is_offered, &mut place.borrow_mut()));
    })
    .forever();
}

fn offer(store: Store, is_offered: bool, place: &mut Option<Mounted>) {
    let stands = place.as_ref().and_then(Mounted::element);
    if stands.is_some_and(|button| button.is_connected()) && is_offered {
        return;
    }
    *place = None;
    let menu = page::element(APP).and_then(|app| first(&app, ".export"));
    if let Some(menu) = menu.filter(|_| is_offered) {
        *place = Some(Mounted::inside(&menu, None, || {
            let press = move || store.when_there(Part::Lists, Store::save_shown);
            button("button", press)
                .attr("data-part", "save-shown")
                .live_text(move || {
                    let shown = store.results.with(|results| results.matched);
                    messages().save_shown(shown)
                })
        }));
    }
}
