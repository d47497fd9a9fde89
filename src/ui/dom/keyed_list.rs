//! The rows of a list: each is made once and stays in the page as long as its
//! key is in the list, at the place that its key has there.
//!
//! Leptos has `<For>` for this. It is 4 kB more, and it put rows in a wrong
//! order when some went and others changed places (tachys 0.2.19).

use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::web_sys::Element;

use super::following::Following;
use crate::browser::page;

/// The keys of a list, in order.
pub type Keys = Box<dyn Fn() -> Vec<usize> + Send>;

/// Makes the row of a key: one element.
pub type Make = Box<dyn Fn(usize) -> AnyView + Send>;

/// A row in the page, and what lives as long as it.
pub struct Row {
    key: usize,
    view: AnyViewState,
    owner: Owner,
}

/// Keeps the children of an element as the keys have them.
pub(super) fn keep(element: Element, keys: Keys, make: Make) -> Following<Vec<Row>> {
    Following::new(move |before: Option<Vec<Row>>| {
        let mut before = before.unwrap_or_default();
        let focused = page::focused();
        let rows = keys().into_iter().map(|key| {
            let known = before.iter().position(|row| row.key == key);
            known.map_or_else(|| Row::new(key, &make), |place| before.swap_remove(place))
        });
        let mut rows: Vec<Row> = rows.collect();
        for mut gone in before {
            gone.view.unmount();
            gone.owner.cleanup();
        }
        let mut place = element.first_child();
        for row in &mut rows {
            let own = row.view.elements().pop();
            if own.as_deref() == place.as_ref() {
                place = place.and_then(|place| place.next_sibling());
            } else {
                row.view.mount(&element, place.as_ref());
                // Leptos passes over what the browser has refused, and the reader
                // would have a part of the list without a word.
                if !element.contains(own.as_deref()) {
                    page::stop();
                }
            }
        }
        // What is moved loses the focus.
        if let Some(focused) = focused.filter(|it| page::focused().as_ref() != Some(it)) {
            page::give_focus(&focused);
        }
        rows
    })
}

impl Row {
    fn new(key: usize, make: &Make) -> Row {
        // Without a parent: the row outlives this run of the effect, and a parent
        // that outlives the row would keep what is left of it.
        let owner = Owner::default();
        let view = owner.with(|| untrack(|| make(key).build()));
        Row { key, view, owner }
    }
}
