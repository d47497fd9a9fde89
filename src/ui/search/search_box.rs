//! The search field.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::KeyboardEvent;

use super::Explorer;
use super::kit::{Node, classed, effect};
use crate::browser::{page, unicode::UNICODE};
use crate::query::SearchText;
use crate::words;

/// The id of the search field.
pub const ID: &str = "search";
const HINT_ID: &str = "search-hint";

pub fn search_box(explorer: Explorer) -> Node {
    // What is typed stays as it is typed; only another question replaces it.
    effect(move || {
        // Until then the field with this id is the one in which it is typed.
        if !explorer.has_arrived() {
            return;
        }
        explorer.question.with(|question| {
            page::set_field(ID, question.search.as_str(), |present| {
                SearchText::new(present, UNICODE.compose) != question.search
            });
        });
    });
    let label = classed("label", "search__label")
        .attr("for", ID)
        .text(words::SEARCH);
    let field = classed("input", "search__field")
        .attr("id", ID)
        .attr("data-part", "search")
        .attr("type", "search")
        .attr("name", "q")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .attr("aria-describedby", HINT_ID)
        .on("input", move |event| {
            explorer.search(&event_target_value(&event))
        })
        // Not left to the form: in a sandboxed frame it is not submitted.
        .on("keydown", move |event| {
            let entered = event.dyn_ref::<KeyboardEvent>();
            if entered.is_some_and(|it| it.key() == "Enter" && !it.is_composing()) {
                event.prevent_default();
                explorer.follow_search();
            }
        });
    let hint = classed("p", "search__hint")
        .attr("id", HINT_ID)
        .text(words::SEARCH_HINT);
    classed("form", "search")
        .attr("role", "search")
        .on("submit", move |event| {
            event.prevent_default();
            explorer.follow_search();
        })
        .child(label)
        .child(field)
        .child(hint)
}
