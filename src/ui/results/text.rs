//! The text of a recommendation, with what was found and the evidence marked.

use std::ops::Range;

use leptos::web_sys::Element;

use crate::browser::unicode::UNICODE;
use crate::data::{BlockKind, Recommendation};
use crate::ids;
use crate::messages::{RecommendationMessages, messages};
use crate::state::ViewState;
use crate::store::{STATIC, Store};
use crate::ui::dom::{Node, all, append, append_text, node, set_text};
use facet_search::{occurrences, segments};

pub fn text(store: Store, recommendation: &'static Recommendation) -> Node {
    laid_out(store, recommendation, &|position| {
        passage(store, recommendation, position)
    })
}

/// How a recommendation begins, in at least so many bytes, with a sign where it goes on.
#[inline(never)]
pub fn beginning(recommendation: &Recommendation, least: usize) -> String {
    let (words, goes_on) = recommendation.beginning(least);
    let end = if goes_on { messages().omission() } else { "" };
    words.to_owned() + end
}

/// The text with its paragraphs and lists; `passage` makes each passage by its position.
pub fn laid_out(
    store: Store,
    recommendation: &'static Recommendation,
    passage: &dyn Fn(usize) -> Node,
) -> Node {
    let mut whole = node("div")
        .class("text")
        .attr("data-part", "text")
        .attr("lang", &store.agenda.site.language)
        .attr("dir", "auto");
    let mut blocks = recommendation.text.iter().enumerate().peekable();
    while let Some((position, block)) = blocks.next() {
        let first = passage(position);
        whole = match block.kind {
            BlockKind::Bullet => {
                let mut items = node("ul")
                    .class("text__items")
                    .child(part("li", recommendation, position).child(first));
                while let Some((position, _)) =
                    blocks.next_if(|(_, block)| block.kind == BlockKind::Bullet)
                {
                    let text = passage(position);
                    items = items.child(part("li", recommendation, position).child(text));
                }
                whole.child(items)
            }
            BlockKind::Paragraph | BlockKind::Clause => {
                let mut paragraph = part("p", recommendation, position).child(first);
                while let Some((position, block)) =
                    blocks.next_if(|(_, block)| block.kind == BlockKind::Clause)
                {
                    let mark = block.id.as_deref().unwrap_or_default();
                    let text = passage(position);
                    // The blanks stay between the lines, so that they are copied.
                    let line = node("span")
                        .class("text__clause")
                        .text(&format!("({mark}) "))
                        .child(part("span", recommendation, position).child(text));
                    paragraph = paragraph.text(" ").child(line);
                }
                whole.child(paragraph)
            }
        };
    }
    whole
}

/// A block with the address that it has within the page: `rec-22-p2`, `rec-15-3`. The only
/// block of a text has that of the whole.
fn part(tag: &'static str, recommendation: &Recommendation, position: usize) -> Node {
    if recommendation.text.len() < 2 {
        return node(tag);
    }
    let part = recommendation.part(position);
    node(tag).attr("id", &ids::part(recommendation.number, &part))
}

/// A passage; in a written page with what supports the value that it is about.
fn passage(store: Store, recommendation: &'static Recommendation, position: usize) -> Node {
    let block = recommendation.text.get(position);
    let text = block.map_or("", |block| block.text.as_str());
    if !STATIC {
        return node("span").text(text);
    }
    let evidence = store.view_state.with(|view_state| {
        let words = evidence(store, view_state, recommendation.number);
        let evidence = words
            .iter()
            .flat_map(|words| occurrences(text, words, UNICODE.fold));
        evidence.collect::<Vec<_>>()
    });
    let mut whole = node("span");
    for piece in segments(text, &[], &evidence) {
        whole = if piece.evidence {
            whole.child(node("span").class(EVIDENCE).text(piece.text))
        } else {
            whole.text(piece.text)
        };
    }
    whole
}

/// The class of words that support a chosen value.
const EVIDENCE: &str = "evidence";

/// The elements of the passages of a text that stands in the page, in their order.
pub fn passages(article: &Element) -> Vec<Element> {
    all(
        article,
        ".text :is(p > :first-child, li > span, span[id] > span)",
    )
}

/// What is marked in a passage: what was found, and the evidence.
pub type Marks = [Vec<Range<usize>>; 2];

/// The marks of each passage of a recommendation, in which `hits` was found.
pub fn marks(
    store: Store,
    recommendation: &Recommendation,
    hits: Vec<Vec<Range<usize>>>,
    view_state: &ViewState,
) -> Vec<Marks> {
    let words = evidence(store, view_state, recommendation.number);
    let mut hits = hits.into_iter();
    let blocks = recommendation.text.iter();
    let marks = blocks.map(|block| {
        let mut evidence = Vec::new();
        for words in &words {
            evidence.append(&mut occurrences(&block.text, words, UNICODE.fold));
        }
        [hits.next().unwrap_or_default(), evidence]
    });
    marks.collect()
}

/// Writes a passage with its marks.
pub fn write(passage: &Element, text: &str, [hits, evidence]: &Marks) {
    set_text(passage, "");
    for piece in segments(text, hits, evidence) {
        if !piece.hit && !piece.evidence {
            append_text(passage, piece.text);
            continue;
        }
        let tag = if piece.hit { "mark" } else { "span" };
        let class = if piece.evidence { EVIDENCE } else { "" };
        set_text(&append(passage, tag, class), piece.text);
    }
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
