//! The text of a recommendation, with what was found and the evidence marked.

use crate::ids;
use leptos::prelude::*;

use crate::browser::unicode::UNICODE;
use crate::data::{BlockKind, Recommendation};
use crate::state::ViewState;
use crate::store::Store;
use crate::ui::dom::{Node, keyed, node};
use facet_search::{occurrences, segments};

pub fn text(store: Store, recommendation: &'static Recommendation) -> Node {
    let mut whole = node("div")
        .class("text")
        .attr("data-part", "text")
        .attr("lang", &store.agenda.site.language)
        .attr("dir", "auto");
    let mut blocks = recommendation.text.iter().enumerate().peekable();
    while let Some((position, block)) = blocks.next() {
        let first = passage(store, recommendation, position);
        whole = match block.kind {
            BlockKind::Bullet => {
                let mut items = node("ul")
                    .class("text__items")
                    .child(item("li", recommendation, position).view(first));
                while let Some((position, _)) =
                    blocks.next_if(|(_, block)| block.kind == BlockKind::Bullet)
                {
                    let text = passage(store, recommendation, position);
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
                    let text = passage(store, recommendation, position);
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
    node(tag).attr("id", &ids::item(recommendation.number, id))
}

/// A passage, marked.
fn passage(store: Store, recommendation: &'static Recommendation, position: usize) -> AnyView {
    let block = recommendation.text.get(position);
    let text = block.map_or("", |block| block.text.as_str());
    let marks = move || {
        let mut hits = store.marks(recommendation.number);
        let hits = if position < hits.len() {
            hits.swap_remove(position)
        } else {
            Vec::new()
        };
        let words = store
            .view_state
            .with(|view_state| evidence(store, view_state, recommendation.number));
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
    keyed(key, move |_| {
        let (hits, evidence) = marks();
        let pieces = segments(text, &hits, &evidence);
        let mut whole = node("span");
        for piece in pieces {
            let class = if piece.evidence { "evidence" } else { "" };
            whole = match (piece.hit, piece.evidence) {
                (false, false) => whole.text(piece.text),
                (true, _) => whole.child(node("mark").class(class).text(piece.text)),
                (false, true) => whole.child(node("span").class(class).text(piece.text)),
            };
        }
        whole
    })
}

/// The words that support the chosen values in a recommendation.
fn evidence(store: Store, view_state: &ViewState, number: u16) -> Vec<&'static str> {
    let facets = store.agenda.facets.iter().zip(&view_state.chosen);
    let tags = facets.flat_map(|(facet, chosen)| {
        let values = chosen.iter().filter_map(|value| facet.values.get(value));
        values.filter_map(|value| value.tag(number))
    });
    tags.flat_map(|tag| &tag.evidence)
        .map(String::as_str)
        .collect()
}
