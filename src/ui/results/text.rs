//! The text of a recommendation, with what was found and the evidence marked.

use leptos::prelude::*;

use super::Explorer;
use super::kit::{Node, classed, node, switch};
use crate::agenda::{BlockKind, Recommendation};
use crate::browser::unicode::UNICODE;
use crate::engine::{occurrences, segments};
use crate::query::Question;
use crate::words;

pub fn text(explorer: Explorer, recommendation: &'static Recommendation) -> Node {
    let mut whole = classed("div", "text")
        .attr("data-part", "text")
        .attr("lang", "en")
        .attr("dir", "auto");
    let mut blocks = recommendation.text.iter().enumerate().peekable();
    while let Some((position, block)) = blocks.next() {
        let first = passage(explorer, recommendation, position);
        whole = match block.kind {
            BlockKind::Bullet => {
                let mut items = classed("ul", "text__items")
                    .child(item("li", recommendation, position).view(first));
                while let Some((position, _)) =
                    blocks.next_if(|(_, block)| block.kind == BlockKind::Bullet)
                {
                    let text = passage(explorer, recommendation, position);
                    items = items.child(item("li", recommendation, position).view(text));
                }
                whole.child(items)
            }
            BlockKind::Paragraph | BlockKind::Clause => {
                let mut paragraph = node("p").view(first);
                while let Some((position, block)) =
                    blocks.next_if(|(_, block)| block.kind == BlockKind::Clause)
                {
                    let mark = block.id.as_deref().unwrap_or_default();
                    let text = passage(explorer, recommendation, position);
                    paragraph = paragraph
                        .text(&format!(" ({mark}) "))
                        .child(item("span", recommendation, position).view(text));
                }
                whole.child(paragraph)
            }
        };
    }
    whole
}

/// A block that can be addressed within the page: `rec-15-3`.
fn item(tag: &'static str, recommendation: &Recommendation, position: usize) -> Node {
    let block = recommendation.text.get(position);
    let id = block
        .and_then(|block| block.id.as_deref())
        .unwrap_or_default();
    node(tag).attr("id", &words::passage_id(recommendation.number, id))
}

/// A passage, marked.
fn passage(
    explorer: Explorer,
    recommendation: &'static Recommendation,
    position: usize,
) -> AnyView {
    let block = recommendation.text.get(position);
    let text = block.map_or("", |block| block.text.as_str());
    let marks = move || {
        let mut hits = explorer.marks(recommendation.number);
        let hits = match position < hits.len() {
            true => hits.swap_remove(position),
            false => Vec::new(),
        };
        let words = explorer
            .question
            .with(|question| evidence(explorer, question, recommendation.number));
        let evidence = words
            .iter()
            .flat_map(|words| occurrences(text, words, UNICODE.fold));
        (hits, evidence.collect::<Vec<_>>())
    };
    // The marks themselves are the key: what stays as it is is not touched.
    let key = move || {
        let (hits, evidence) = marks();
        let mut key = String::new();
        for (kind, ranges) in [('h', hits), ('e', evidence)] {
            for range in ranges {
                key.push_str(&format!("{kind}{}-{}", range.start, range.end));
            }
        }
        key
    };
    switch(key, move |_| {
        let (hits, evidence) = marks();
        let pieces = segments(text, &hits, &evidence);
        let mut whole = node("span");
        for piece in pieces {
            let class = if piece.evidence { "evidence" } else { "" };
            whole = match (piece.hit, piece.evidence) {
                (false, false) => whole.text(piece.text),
                (true, _) => whole.child(classed("mark", class).text(piece.text)),
                (false, true) => whole.child(classed("span", class).text(piece.text)),
            };
        }
        whole
    })
}

/// The words that support the chosen values in a recommendation.
fn evidence(explorer: Explorer, question: &Question, number: u16) -> Vec<&'static str> {
    let facets = explorer.agenda.facets.iter().zip(&question.chosen);
    let tags = facets.flat_map(|(facet, chosen)| {
        let values = chosen.iter().filter_map(|value| facet.values.get(value));
        values.filter_map(|value| value.tag(number))
    });
    tags.flat_map(|tag| &tag.evidence)
        .map(String::as_str)
        .collect()
}
