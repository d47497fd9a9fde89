//! The buttons of a recommendation that stands in the page.

use leptos::web_sys::Element;

use crate::messages::{ActionMessages, messages};
use crate::store::Store;
use crate::ui::dom::{Node, append, node, set, set_text};

/// What a button does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Save,
    Details,
    CopyText,
    CopyLink,
    Why,
    Compare,
}

impl Action {
    /// The attribute of a button that names what it does.
    pub const ATTRIBUTE: &'static str = "data-action";

    /// All that there are.
    pub const ALL: [Action; 6] = [
        Action::Save,
        Action::Details,
        Action::CopyText,
        Action::CopyLink,
        Action::Why,
        Action::Compare,
    ];

    /// The value of that attribute.
    pub fn name(self) -> &'static str {
        match self {
            Action::Save => "save",
            Action::Details => "details",
            Action::CopyText => "copy-text",
            Action::CopyLink => "copy-link",
            Action::Why => "why",
            Action::Compare => "compare",
        }
    }
}

/// Adds a button, as [`recommendation`](super::recommendation) has them.
pub fn add_button(within: &Element, action: Action, label: &str) -> Element {
    let button = append(within, "button", "action");
    set(&button, "type", Some("button"));
    set(&button, Action::ATTRIBUTE, Some(action.name()));
    set_text(&button, label);
    button
}

/// Has a button say what it acts on.
pub fn name(button: &Element, store: Store, number: u16) {
    let label = button.text_content().unwrap_or_default();
    let name = messages().action_on(store.agenda, &label, number);
    set(button, "aria-label", Some(&name));
}

/// As an attribute says it.
pub fn said(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// A button that does something with a recommendation; `actions` listens.
pub fn action(action: Action, label: &str) -> Node {
    node("button")
        .class("action")
        .attr("type", "button")
        .attr(Action::ATTRIBUTE, action.name())
        .text(label)
}
