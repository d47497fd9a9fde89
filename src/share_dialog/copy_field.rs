//! A text to take away: a field that can be read and selected, and a button
//! that copies it.

use leptos::prelude::untrack;

use super::state::Studio;
use crate::messages::share_dialog as messages;
use crate::ui::dom::{Node, button, node};

/// What makes a field what it is.
pub struct Field {
    pub id: &'static str,
    pub label: &'static str,
    /// For whom it is.
    pub hint: &'static str,
    pub rows: &'static str,
    /// The words on its button.
    pub copy: &'static str,
}

/// The field with its label, and its button, which stands wherever it should.
pub fn copy_field(
    studio: Studio,
    field: Field,
    text: impl Fn() -> String + Clone + Send + 'static,
) -> (Node, Node) {
    let Field { id, label, .. } = field;
    let hint_id = format!("{id}-hint");
    let hint = (!field.hint.is_empty()).then(|| {
        node("p")
            .class("studio__hint")
            .attr("id", &hint_id)
            .text(field.hint)
    });
    let copied = text.clone();
    let copy = button("button", move || {
        studio.copy(untrack(&copied), id);
    })
    .attr("data-part", "studio-copy")
    .attr("data-field", id)
    .attr("aria-label", &messages::copy_of(field.copy, label))
    .text(field.copy);
    let mut area = node("textarea")
        .class("studio__field")
        .attr("id", id)
        .attr("rows", field.rows)
        .attr("readonly", "")
        .attr("spellcheck", "false")
        .attr("translate", "no");
    if hint.is_some() {
        area = area.attr("aria-describedby", &hint_id);
    }
    let name = node("label")
        .class("studio__label")
        .attr("for", id)
        .text(label);
    let whole = node("div")
        .child(name)
        .child_if(hint)
        .child(area.live_text(text));
    (whole, copy)
}
