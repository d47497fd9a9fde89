//! The choice between whole texts and the first line of each. Deferred.

use leptos::prelude::request_animation_frame;
use leptos::web_sys::Element;

use crate::browser::page;
use crate::ids;
use crate::messages::{ResultMessages, messages};
use crate::state::Page;
use crate::store::Store;
use crate::store::effect::Following;
use crate::ui::dom::{create, put, set, set_text};
use crate::ui::results::button::said;

/// The attribute of the document that the style sheet follows. The boot script puts it on.
const ROWS: &str = "data-rows";

const PRESSED: &str = "aria-pressed";

/// Keeps the choice in the page while it has results.
pub fn attach(store: Store) {
    if store.is_embedded() {
        return;
    }
    let button = create("button", "action first-lines");
    set(&button, "type", Some("button"));
    set(&button, "data-part", Some("first-lines"));
    set(&button, PRESSED, Some(said(page::root(ROWS).is_some())));
    set_text(&button, messages().first_lines());
    let pressed = button.clone();
    let press = move |_| {
        let on = !is_pressed(&pressed);
        set(&pressed, PRESSED, Some(said(on)));
        show(on);
        store.keep_first_lines(on);
    };
    page::listen_at(&button, "click", Box::new(press));
    Following::new(move || {
        // The saved list is there to be worked on.
        let is_offered = store.view_state.with(|it| it.page == Page::List);
        show(is_offered && is_pressed(&button));
        let button = button.clone();
        // Once the page has its heading.
        request_animation_frame(move || offer(&button, is_offered));
    })
    .forever();
}

fn is_pressed(button: &Element) -> bool {
    button.get_attribute(PRESSED).as_deref() == Some(said(true))
}

fn show(on: bool) {
    page::set_root(ROWS, if on { "1" } else { "0" });
}

fn offer(button: &Element, is_offered: bool) {
    let heading = page::element(ids::RESULTS).filter(|_| is_offered);
    let head = heading.as_ref().and_then(|it| it.parent_element());
    match head {
        Some(head) if !button.is_connected() => {
            put(
                &head,
                button,
                head.first_child().and_then(|it| it.next_sibling()).as_ref(),
            );
        }
        Some(_) => {}
        None => button.remove(),
    }
}
