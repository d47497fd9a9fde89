//! Elements of drawings (SVG), which HTML has no names for.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::patch::{put, set};
use crate::browser::reflect;

const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// Makes an element of a drawing at the end of another. A browser that refuses leaves the
/// reader without the drawing, and with what it is drawn from.
pub fn draw(parent: &Element, tag: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    // By their names, because the script of the first load names what is called otherwise.
    let document = reflect::get(parent, "ownerDocument");
    let made =
        reflect::call_with_two(&document, "createElementNS", &NAMESPACE.into(), &tag.into())?;
    let made: Element = made.dyn_into().ok()?;
    for (name, value) in attributes {
        set(&made, name, Some(value));
    }
    put(parent, &made, None);
    Some(made)
}
