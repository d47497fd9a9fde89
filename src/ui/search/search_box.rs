//! The search field.

use crate::ids;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement, KeyboardEvent};

use crate::browser::unicode::UNICODE;
use crate::messages::{SearchMessages, messages};
use crate::state::SearchText;
use crate::store::Store;
use crate::store::effect::Following;
use crate::ui::dom::{Node, node};
use crate::ui::search::query_feedback;

const HINT_ID: &str = "search-hint";

pub fn search_box(store: Store) -> Node {
    let label = node("label")
        .class("search__label")
        .attr("for", ids::SEARCH)
        .text(&messages().search(store.agenda));
    let field = node("input")
        .class("search__field")
        .attr("id", ids::SEARCH)
        .attr("data-part", "search")
        // No combobox, which it becomes, may be a search field (ARIA in HTML).
        .attr("type", "text")
        .attr("name", "q")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .attr("placeholder", messages().search_short())
        .attr("aria-describedby", HINT_ID)
        .bind(move |field| follow(store, field))
        .on("input", move |event| {
            store.search(&event_target_value(&event))
        })
        // Not left to the form: in a sandboxed frame it is not submitted.
        .on("keydown", move |event| {
            let entered = event.dyn_ref::<KeyboardEvent>();
            if entered.is_some_and(|it| it.key() == "Enter" && !it.is_composing()) {
                event.prevent_default();
                store.follow_search();
            }
        });
    let hint = node("p")
        .class("search__hint")
        .attr("id", HINT_ID)
        .text(&messages().search_hint(store.agenda));
    // The explanation takes the place of the hint, so that nothing below moves. On paper
    // it stands without the form.
    let notes = node("div")
        .class("search__notes")
        .view(query_feedback::understood(store))
        .child(hint);
    let form = node("form")
        .attr("role", "search")
        .on("submit", move |event| {
            event.prevent_default();
            store.follow_search();
        })
        .child(label)
        .child(field);
    node("div").class("search").child(form).child(notes)
}

/// What is typed stays as it is typed; only another view state replaces it.
fn follow(store: Store, field: &Element) -> Option<Following> {
    let field: HtmlInputElement = field.clone().dyn_into().ok()?;
    Some(Following::new(move || {
        // What waits for its words is not searched for yet.
        if store
            .transient
            .with(|transient| transient.awaiting_words.is_some())
        {
            return;
        }
        store.view_state.with(|view_state| {
            if SearchText::new(&field.value(), UNICODE.compose) != view_state.search {
                field.set_value(view_state.search.as_str());
            }
        });
    }))
}
