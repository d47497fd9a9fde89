//! Where the text is from, how it was classified, what was corrected.

use crate::data::CLUSTER;
use crate::ids;
use crate::messages;
use crate::store::Store;
use crate::ui::dom::{Node, anchor, node};
use crate::ui::results::details::correction;

#[inline(never)]
pub fn about(store: Store) -> Node {
    let (agenda, details) = (store.agenda, store.details());
    let source = &agenda.source;
    let heading = |words: &str| node("h2").text(words);
    let link = |href: &str, words: &str| node("li").child(anchor(href, words));
    let links = node("ul")
        .child(link(&source.url, messages::OFFICIAL_PAGE))
        .child(link(&source.licence_url, &source.licence))
        .child(link(&store.file("data/agenda.json"), messages::OPEN_DATA))
        .child(link(
            &store.file("data/agenda.schema.json"),
            messages::OPEN_SCHEMA,
        ));
    let adopted = source.adopted_url.as_deref();
    let adopted = node("p")
        .text(&source.adopted_note)
        .text(" ")
        .child_if(adopted.map(|url| anchor(url, messages::DECISION)));
    let mut page = node("div")
        .class("page")
        .attr("id", ids::RESULTS)
        .attr("tabindex", "-1")
        .child(heading(messages::SOURCE))
        .child(node("p").text(&source.attribution))
        .child(node("p").text(&source.licence_note))
        .child(node("p").text(messages::INDEPENDENT))
        .child(links)
        .child(heading(messages::ADOPTED))
        .child(adopted)
        .child(heading(messages::METHOD))
        .child(node("p").text(messages::METHOD_TEXT));
    for (position, facet) in agenda.facets.iter().enumerate().skip(CLUSTER + 1) {
        let note = details.note(position, None, None);
        let note = note.map(|note| node("p").text(note));
        let values = facet.values.iter().enumerate();
        let notes = values.filter_map(|(value_position, value)| {
            let note = details.note(position, Some(value_position), None)?;
            Some(node("li").text(&value.label).text(": ").text(note))
        });
        page = page
            .child(node("h3").text(&facet.label))
            .child_if(note)
            .child(node("ul").children(notes));
    }
    let corrections = details.corrections.iter().map(|slip| {
        correction(slip)
            .text(" ")
            .text(&messages::in_recommendation(slip.number))
    });
    page.child(heading(messages::CORRECTED))
        .child(node("p").text(messages::CORRECTIONS_INTRO))
        .child(node("ul").children(corrections))
        .child(heading(messages::PRIVACY))
        .child(node("p").text(messages::PRIVACY_TEXT))
}
