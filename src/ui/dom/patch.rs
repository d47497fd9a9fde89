//! Changes to elements that stand in the page.
//!
//! A browser that refuses one leaves the reader with a part of the page: where
//! that would be a wrong list, the app stops, and the written page comes back.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Document, Element, Node, window};

use crate::browser::page;

/// The first element inside that a selector finds.
pub fn first(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok().flatten()
}

/// All elements inside that a selector finds, in the order of the page.
pub fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else {
        return Vec::new();
    };
    let found = (0..found.length()).filter_map(|place| found.get(place));
    found.map(JsCast::unchecked_into).collect()
}

/// Sets an attribute, or takes it off.
pub fn set(element: &Element, name: &str, value: Option<&str>) {
    // The names that we set are valid.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Puts a text in the place of all that is inside.
pub fn set_text(element: &Element, text: &str) {
    let child = element.first_child();
    let only = child.filter(|child| child.next_sibling().is_none());
    match only.filter(|child| child.node_type() == Node::TEXT_NODE) {
        // Its style and its box stay.
        Some(words) => words.set_node_value(Some(text)),
        // What translates pages puts elements in the place of a text.
        None => element.set_text_content(Some(text)),
    }
}

/// Puts a text at the end of an element.
pub fn append_text(element: &Element, text: &str) {
    let text = document().create_text_node(text);
    if element.append_child(&text).is_err() {
        page::stop();
    }
}

/// Makes an element at the end of another.
pub fn append(parent: &Element, tag: &str, class: &str) -> Element {
    let made = create(tag, class);
    put(parent, &made, None);
    made
}

/// Makes an element.
pub fn create(tag: &str, class: &str) -> Element {
    let Ok(made) = document().create_element(tag) else {
        page::stop()
    };
    if !class.is_empty() {
        set(&made, "class", Some(class));
    }
    made
}

fn document() -> Document {
    let document = window().and_then(|window| window.document());
    document.unwrap_or_else(|| page::stop())
}

/// Puts an element into another, in front of one of its children or at its end.
pub fn put(parent: &Element, child: &Element, before: Option<&Node>) {
    if parent.insert_before(child, before).is_err() {
        page::stop();
    }
}
