//! Controls with their labels.

use leptos::prelude::{event_target, event_target_value};
use leptos::web_sys::HtmlSelectElement;

use crate::store::signal::Source;
use crate::ui::dom::{Node, node};

/// Controls that belong together.
pub fn group(legend: &str) -> Node {
    node("fieldset")
        .class("share-dialog__group")
        .child(node("legend").text(legend))
}

/// A checkbox; what is said of it afterwards is said of its label.
pub fn check(
    label: &str,
    is: impl Fn() -> bool + Send + 'static,
    toggle: impl FnMut() + Send + 'static,
) -> Node {
    check_mixed(label, is, || false, toggle)
}

/// A checkbox for several at once, neither on nor off where they differ.
pub fn check_mixed(
    label: &str,
    is: impl Fn() -> bool + Send + 'static,
    mixed: impl Fn() -> bool + Send + 'static,
    mut toggle: impl FnMut() + Send + 'static,
) -> Node {
    let input = node("input")
        .attr("type", "checkbox")
        .live_prop("checked", is)
        .live_prop("indeterminate", mixed)
        .on("change", move |_| toggle());
    node("label")
        .class("share-dialog__check")
        .child(input)
        .text(label)
}

/// A choice among a few things.
pub fn choice(
    id: &str,
    label: &str,
    names: &[&str],
    chosen: Option<usize>,
    choose: impl Fn(usize) + Send + 'static,
) -> Node {
    let options = names.iter().enumerate().map(|(place, name)| {
        let option = node("option").text(name);
        if Some(place) == chosen {
            option.attr("selected", "")
        } else {
            option
        }
    });
    let select = node("select")
        .class("share-dialog__input")
        .attr("id", id)
        .children(options)
        .on("change", move |event| {
            let select: HtmlSelectElement = event_target(&event);
            choose(usize::try_from(select.selected_index()).unwrap_or_default());
        });
    labelled(id, label).child(select)
}

/// A number, which is taken as soon as it can be; else it is said which can.
pub fn number(
    id: &str,
    label: &str,
    value: &str,
    take: impl Fn(&str) -> Result<(), String> + Send + 'static,
) -> Node {
    let wrong = Source::new(String::new());
    let (set, invalid, message) = (wrong.clone(), wrong.clone(), wrong);
    let message_id = format!("{id}-wrong");
    let input = node("input")
        .class("share-dialog__input")
        .attr("id", id)
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("value", value)
        .attr("aria-describedby", &message_id)
        .state("aria-invalid", move || {
            invalid.with(|message| !message.is_empty())
        })
        .on("input", move |event| {
            let taken = take(event_target_value(&event).trim());
            set.set(taken.err().unwrap_or_default());
        });
    let message = node("span")
        .class("share-dialog__wrong")
        .attr("id", &message_id)
        .live_text(move || message.get());
    labelled(id, label).child(input).child(message)
}

fn labelled(id: &str, label: &str) -> Node {
    let label = node("label")
        .class("share-dialog__label")
        .attr("for", id)
        .text(label);
    node("div").child(label)
}
