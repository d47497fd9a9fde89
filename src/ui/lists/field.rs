//! Fields whose text is saved when the reader leaves them.

use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Event;

use crate::browser::{page, reflect};
use crate::store::effect::Following;
use crate::ui::dom::{Node, node};

/// A line, or a text of several lines, that shows what is saved and saves what the
/// reader has written there. What another tab changes meanwhile is shown, but never
/// while the reader is writing.
pub fn field(
    tag: &'static str,
    label: &str,
    value: impl Fn() -> String + Send + 'static,
    save: impl Fn(String) + Send + 'static,
) -> Node {
    node(tag)
        .attr("aria-label", label)
        .attr("dir", "auto")
        .on("change", move |event| save(text(&event)))
        .bind(move |element| {
            let element = element.clone();
            Following::new(move || {
                let value = value();
                let is_writing = page::focused().is_some_and(|it| *it == element);
                if !is_writing {
                    set_value(&element, &value);
                }
            })
        })
}

/// What stands in the field that an event is from, or is chosen there.
pub fn text(event: &Event) -> String {
    let field = event.target().map(JsValue::from);
    let text = field.map(|field| reflect::get(&field, "value"));
    text.and_then(|text| text.as_string()).unwrap_or_default()
}

/// Puts a text into a field.
pub fn set_value(field: &JsValue, text: &str) {
    if reflect::get(field, "value").as_string().as_deref() != Some(text) {
        reflect::set(field, "value", &JsValue::from_str(text));
    }
}
