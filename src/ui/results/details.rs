//! All that is known of a recommendation, on demand.

use super::Explorer;
use super::kit::{Node, classed, node};
use super::link::question_link;
use crate::agenda::{CLUSTER, Correction, Facet, Recommendation};
use crate::words;

/// `rank` is that of the headings.
#[inline(never)]
pub fn details(explorer: Explorer, entry: &'static Recommendation, rank: &'static str) -> Node {
    let agenda = explorer.whole();
    let number = entry.number;
    let mut facets = classed("dl", "details__facets");
    for facet in agenda.facets.iter().skip(CLUSTER + 1) {
        facets = facets.children(classification(facet, number));
    }
    let passages = agenda
        .passages_on(number)
        .map(|(document, passage, reason)| {
            let quote = classed("blockquote", "details__quote")
                .attr("lang", "en")
                .text(&passage.text);
            let source = words::passage_source(document, passage.number, reason);
            node("li")
                .child(quote)
                .child(classed("p", "details__source").text(&source))
        });
    let corrections = agenda.corrections_of(number).map(correction);
    let steps = [step(explorer, number, false), step(explorer, number, true)];
    classed("div", "details")
        .child(classed(rank, "details__heading").text(words::CLASSIFICATION))
        .child(facets)
        .child(classed("p", "details__note").text(words::EDITORIAL))
        .children(section(rank, words::SPOKEN_TO, passages.collect()))
        .children(section(rank, words::CORRECTED, corrections.collect()))
        .child(classed("p", "details__steps").children(steps.into_iter().flatten()))
}

/// What was corrected: a slip of the source before and after.
pub fn correction(correction: &Correction) -> Node {
    let quoted = |words: &str| classed("q", "details__words").text(words);
    node("li")
        .text(words::WAS)
        .child(quoted(&correction.before))
        .text(words::NOW)
        .child(quoted(&correction.after))
        .text(&words::because(&correction.why))
}

/// The values of one facet that a recommendation carries, with the evidence.
fn classification(facet: &Facet, number: u16) -> Vec<Node> {
    let tagged = facet.values.iter().filter_map(|value| {
        let tag = value.tag(number)?;
        let mut row = node("dd").text(&value.label);
        for words in &tag.evidence {
            row = row.text(" ").child(node("q").text(words));
        }
        let note = tag.note.as_deref();
        let note = note.map(|note| classed("span", "details__note").text(" ").text(note));
        Some(row.maybe(note))
    });
    let mut rows: Vec<Node> = tagged.collect();
    if !rows.is_empty() {
        rows.insert(0, node("dt").text(&facet.label));
    }
    rows
}

/// A heading with a list under it, where there is anything to list.
fn section(rank: &'static str, heading: &str, items: Vec<Node>) -> Vec<Node> {
    if items.is_empty() {
        return Vec::new();
    }
    let list = classed("ul", "details__list").children(items);
    vec![classed(rank, "details__heading").text(heading), list]
}

/// The way to the neighbour by number.
fn step(explorer: Explorer, number: u16, forward: bool) -> Option<Node> {
    let position = explorer.agenda.position(number)?;
    let neighbour = match forward {
        true => position.checked_add(1),
        false => position.checked_sub(1),
    };
    let neighbour = explorer.agenda.recommendations.get(neighbour?)?.number;
    let link = question_link(explorer, move || explorer.question_on(neighbour));
    Some(link.text(&words::step(forward, neighbour)))
}
