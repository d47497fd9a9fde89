//! A text to take away: a field that can be read and selected, and a button
//! that copies it.

use leptos::prelude::untrack;

use super::state::ShareDialog;
use crate::messages::{ShareDialogMessages, messages};
use crate::ui::dom::{Node, button, node};

/// What makes a field what it is.
pub struct Field {
    pub id: &'static str,
    pub label: &'static str,
    /// For whom it is; empty where that needs no words.
    pub hint: String,
    pub rows: &'static str,
    pub copy: CopyButton,
}

/// What the button of a field says.
pub enum CopyButton {
    /// That it copies; its name for those who do not see it adds what.
    Plain,
    /// What it copies.
    Named(&'static str),
}

/// The field with its label, and its button, which stands wherever it should.
pub fn copy_field(
    dialog: ShareDialog,
    field: Field,
    text: impl Fn() -> String + Clone + Send + 'static,
) -> (Node, Node) {
    let Field { id, label, .. } = field;
    let hint_id = format!("{id}-hint");
    let hint = (!field.hint.is_empty()).then(|| {
        node("p")
            .class("share-dialog__hint")
            .attr("id", &hint_id)
            .text(&field.hint)
    });
    let copied = text.clone();
    let (words, name) = match field.copy {
        CopyButton::Plain => (messages().copy(), messages().copy_of(label)),
        CopyButton::Named(words) => (words, words.to_owned()),
    };
    let copy = button("button", move || {
        dialog.copy(untrack(&copied), id);
    })
    .attr("data-part", "studio-copy")
    .attr("data-field", id)
    .attr("aria-label", &name)
    .text(words);
    let mut area = node("textarea")
        .class("share-dialog__field")
        .attr("id", id)
        .attr("rows", field.rows)
        .attr("readonly", "")
        .attr("spellcheck", "false")
        .attr("translate", "no");
    if hint.is_some() {
        area = area.attr("aria-describedby", &hint_id);
    }
    let name = node("label")
        .class("share-dialog__label")
        .attr("for", id)
        .text(label);
    let whole = node("div")
        .child(name)
        .child_if(hint)
        .child(area.live_text(text));
    (whole, copy)
}
