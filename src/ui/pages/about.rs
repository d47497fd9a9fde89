//! Where the text is from, how it was classified, what was corrected.

use super::Explorer;
use super::count;
use super::details::correction;
use super::kit::{Node, anchor, classed, node};
use crate::agenda::CLUSTER;
use crate::words;

#[inline(never)]
pub fn about(explorer: Explorer) -> Node {
    let agenda = explorer.whole();
    let source = &agenda.source;
    let heading = |words: &str| node("h2").text(words);
    let link = |href: &str, words: &str| node("li").child(anchor(href, words));
    let links = node("ul")
        .child(link(&source.url, words::OFFICIAL_PAGE))
        .child(link(&source.licence_url, &source.licence))
        .child(link(&explorer.file("data/agenda.json"), words::OPEN_DATA))
        .child(link(
            &explorer.file("data/agenda.schema.json"),
            words::OPEN_SCHEMA,
        ));
    let adopted = source.adopted_url.as_deref();
    let adopted = node("p")
        .text(&source.adopted_note)
        .text(" ")
        .maybe(adopted.map(|url| anchor(url, words::DECISION)));
    let mut page = classed("div", "page")
        .attr("id", count::ID)
        .attr("tabindex", "-1")
        .child(heading(words::SOURCE))
        .child(node("p").text(&source.attribution))
        .child(node("p").text(&source.licence_note))
        .child(node("p").text(words::INDEPENDENT))
        .child(links)
        .child(heading(words::ADOPTED))
        .child(adopted)
        .child(heading(words::METHOD))
        .child(node("p").text(words::METHOD_TEXT));
    for facet in agenda.facets.iter().skip(CLUSTER + 1) {
        let note = facet.note.as_deref().map(|note| node("p").text(note));
        let notes = facet.values.iter().filter_map(|value| {
            let note = value.note.as_deref()?;
            Some(node("li").text(&value.label).text(": ").text(note))
        });
        page = page
            .child(node("h3").text(&facet.label))
            .maybe(note)
            .child(node("ul").children(notes));
    }
    let corrections = agenda.corrections.iter().map(|slip| {
        correction(slip)
            .text(" ")
            .text(&words::in_recommendation(slip.number))
    });
    page.child(heading(words::CORRECTED))
        .child(node("p").text(words::CORRECTIONS_INTRO))
        .child(node("ul").children(corrections))
        .child(heading(words::PRIVACY))
        .child(node("p").text(words::PRIVACY_TEXT))
}
