//! A part of the page as a sheet above it, on screens that have no room for it: the
//! filters, the pages. The browser keeps the focus in it, gives it back, and closes it on
//! Escape or Back. What shows it is loaded on demand.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event};

use crate::browser::{page, reflect};
use crate::ids;
use crate::messages::{ActionMessages, FilterMessages, messages};
use crate::store::{Part, Store};
use crate::ui::dom::{all, append, put, set};

/// The class and the id of the sheet, of which there is one at most.
const SHEET: &str = "sheet";

/// The id of the filters.
pub const FILTERS: &str = "facets";

/// The id of the links to the pages.
pub const PAGES: &str = "pages";

/// Whether a sheet was asked for whose code is on its way.
static IS_ASKED: AtomicBool = AtomicBool::new(false);

/// Has the part of the page with this id shown as a sheet, once the code is there, or the
/// sheet closed. Who presses again meanwhile does not want it closed. Deferred.
#[inline(never)]
pub fn ask(store: Store, id: &'static str) {
    if IS_ASKED.swap(true, Ordering::Relaxed) {
        return;
    }
    let answered = move |arrived| {
        IS_ASKED.store(false, Ordering::Relaxed);
        if arrived {
            show(store, id);
        } else {
            store.notify_failure(messages().not_loaded());
        }
    };
    store.when_answered(Part::Extras, Box::new(answered));
}

/// Shows the part with this id as a sheet, or closes it again. In a frame, which is as
/// high as its content, it stands in the page.
#[inline(never)]
fn show(store: Store, id: &str) {
    let (None, Some(part)) = (page::element(SHEET), page::element(id)) else {
        return close();
    };
    let Some(place) = part.parent_element() else {
        return;
    };
    let sheet = append(&place, "dialog", SHEET);
    set(&sheet, "id", Some(SHEET));
    let label = part.get_attribute("aria-label");
    let label = label.unwrap_or_else(|| messages().filters(0));
    set(&sheet, "aria-label", Some(&label));
    // The first group, and those that something is chosen of, stay unfolded.
    for group in all(&part, "details:not(:first-child, :has(:checked))") {
        set(&group, "open", None);
    }
    put(&sheet, &part, None);
    page::listen_at(&sheet, "click", Box::new(|event| follow(&event)));
    let is_modal = !store.is_embedded();
    // The numerals come along, and fade as one filters. They stand after the filters, as
    // on the page, so that the focus comes to the filters first.
    let numerals = page::element(ids::NUMERALS).filter(|_| is_modal && id == FILTERS);
    let numerals = numerals.and_then(|numerals| Some((keep_room(&numerals)?, numerals)));
    if let Some((_, numerals)) = &numerals {
        put(&sheet, numerals, None);
    }
    let method = if is_modal { "showModal" } else { "show" };
    let shown = reflect::call(&sheet, method, &JsValue::UNDEFINED);
    if shown.is_none() {
        set(&sheet, "open", Some(""));
    }
    let whole = sheet.clone();
    let put_back = move |_| {
        put(&place, &part, None);
        if let Some((room, numerals)) = &numerals {
            reflect::call(room, "replaceWith", numerals);
        }
        whole.remove();
    };
    page::listen_at(&sheet, "close", Box::new(put_back));
}

/// Puts a copy of an element behind it, which keeps its room in the page.
#[inline(never)]
fn keep_room(element: &Element) -> Option<Element> {
    let room = reflect::call(element, "cloneNode", &JsValue::TRUE)?;
    let room: Element = room.dyn_into().ok()?;
    set(&room, "id", None);
    // It follows nothing, so it is none of the numerals that the page tells of.
    for numeral in all(&room, "[data-part]") {
        set(&numeral, "data-part", None);
    }
    reflect::call(element, "after", &room)?;
    Some(room)
}

/// Closes the sheet, if there is one.
#[inline(never)]
pub fn close() {
    if let Some(sheet) = page::element(SHEET) {
        reflect::call(&sheet, "close", &JsValue::UNDEFINED);
    }
}

/// What leads elsewhere leaves the sheet, and so does a click beside it.
fn follow(event: &Event) {
    let target = event.target();
    let target = target.as_ref().and_then(|it| it.dyn_ref::<Element>());
    if target.is_some_and(|it| it.matches("dialog, a").unwrap_or_default()) {
        close();
    }
}
