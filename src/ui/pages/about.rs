//! Where the text is from, how it was classified, what was corrected.

use crate::data::FacetRole;
use crate::messages::{AboutMessages, Grammar, RecommendationMessages, messages};
use crate::store::Store;
use crate::ui::dom::{Node, anchor, node};
use crate::ui::results::details::correction;
use leptos::prelude::event_target_checked;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;

#[inline(never)]
pub fn about(store: Store) -> Node {
    let (agenda, details) = (store.agenda, store.details());
    let source = &agenda.source;
    let heading = |words: &str| node("h2").text(words);
    let link = |href: &str, words: &str| node("li").child(anchor(href, words));
    let links = node("ul")
        .child(link(&source.url, &messages().official_page(agenda)))
        .child(link(&source.licence_url, &source.licence))
        .child(link(
            &store.file("data/agenda.json"),
            messages().open_data(),
        ))
        .child(link(
            &store.file("data/agenda.schema.json"),
            messages().open_schema(),
        ))
        .child(link(
            &store.file("licences.txt"),
            messages().software_licences(),
        ));
    let adopted = details.adoption.as_ref().map(|adoption| {
        let decision = adoption.url.as_deref();
        let decision = decision.map(|url| anchor(url, messages().decision()));
        node("p").text(&adoption.note).text(" ").child_if(decision)
    });
    let adoption = adopted.is_some();
    let adoption = adoption.then(|| heading(messages().adoption_heading()));
    let independence = agenda.site.independence.as_deref();
    let independence = independence.map(|sentence| node("p").text(sentence));
    let mut page = node("div")
        .child(heading(messages().source_heading()))
        .child(node("p").text(&source.attribution))
        .child_if(said(&source.licence_note))
        .child_if(independence)
        .child(links)
        .child_if(adoption)
        .child_if(adopted)
        .child(heading(&messages().method_heading(agenda)))
        .child(node("p").text(&messages().method(agenda)));
    let facets = agenda.facets.iter().enumerate();
    let classified = facets.filter(|(_, facet)| facet.role != FacetRole::Section);
    for (position, facet) in classified {
        let note = details.note(position, None, None);
        let note = note.map(|note| node("p").text(note));
        let values = facet.values.iter().enumerate();
        let notes = values.filter_map(|(value_position, value)| {
            let note = details.note(position, Some(value_position), None)?;
            let note = messages().explanation(note);
            Some(node("li").text(&value.label).text(&note))
        });
        page = page
            .child(node("h3").text(&facet.label))
            .child_if(note)
            .child(node("ul").children(notes));
    }
    let corrections = details.corrections.iter().map(|slip| {
        correction(slip)
            .text(" ")
            .text(&messages().in_recommendation(agenda, slip.number))
    });
    if !details.corrections.is_empty() {
        page = page
            .child(heading(messages().corrections()))
            .child(node("p").text(messages().corrections_intro()))
            .child(node("ul").children(corrections));
    }
    page.child(heading(messages().privacy_heading()))
        .child(node("p").text(messages().privacy()))
        .child(heading(messages().keys_heading()))
        .child(node("p").text(messages().keys()))
        .child(slash_switch(store))
}

/// Turns the key `/` on and off.
fn slash_switch(store: Store) -> Node {
    let mut field = node("input")
        .attr("type", "checkbox")
        .on("change", move |event| {
            store.turn_slash(event_target_checked(&event));
            // It may not have been possible.
            if let Some(field) = event.target().and_then(|it| it.dyn_into().ok()) {
                let field: HtmlInputElement = field;
                field.set_checked(store.has_slash());
            }
        });
    if store.has_slash() {
        field = field.attr("checked", "");
    }
    let label = node("label").child(field).text(" ");
    node("p").child(label.text(messages().use_slash()))
}

/// A paragraph, unless there is nothing to say.
fn said(words: &str) -> Option<Node> {
    (!words.is_empty()).then(|| node("p").text(words))
}
