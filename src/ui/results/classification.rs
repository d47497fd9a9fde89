//! The rest of what is known of a recommendation: its background, how it is classified and
//! why, and what was corrected. In the part that is loaded when one is opened.

use crate::data::{Correction, FacetRole, Recommendation};
use crate::messages::{RecommendationMessages, messages};
use crate::store::{STATIC, Store};
use crate::ui::dom::{Node, node};
use crate::ui::results::background::background;
use crate::ui::results::listed::{quoted, section};
use crate::ui::results::pointed;

/// `rank` is that of the headings.
#[inline(never)]
pub fn rest(store: Store, entry: &'static Recommendation, rank: &'static str) -> Node {
    let (agenda, details) = (store.agenda, store.details());
    let number = entry.number;
    let mut passages = Vec::new();
    for (document, passage, reason) in details.paragraphs_on(number) {
        let source = messages().paragraph_source(document, passage.number, reason);
        passages.push(quoted(store, None, &passage.text, &source));
    }
    let mut facets = node("dl").class("details__facets");
    for (position, facet) in agenda.facets.iter().enumerate() {
        if facet.role != FacetRole::Section {
            facets = classification(facets, store, entry, position);
        }
    }
    let mut corrections = Vec::new();
    for it in details.corrections_of(number) {
        corrections.push(correction(it));
    }
    let background = details
        .has_background
        .then(|| background(store, number, rank));
    let whole = node("div").child_if(background);
    let whole = section(whole, rank, messages().mentioned_in(), passages)
        .child(
            node(rank)
                .class("details__heading")
                .text(messages().classification()),
        )
        .child(facets)
        .child(
            node("p")
                .class("details__note")
                .text(&messages().editorial(agenda)),
        );
    section(whole, rank, messages().corrections(), corrections)
}

/// What was corrected: a slip of the source before and after.
pub fn correction(correction: &Correction) -> Node {
    let quoted = |words: &str| node("q").class("details__words").text(words);
    let frame = messages().correction(&correction.why);
    node("li")
        .text(frame.start)
        .child(quoted(&correction.before))
        .text(frame.middle)
        .child(quoted(&correction.after))
        .text(&frame.end)
}

/// Adds the values of the facet at `position` that a recommendation carries, with the
/// evidence and what is noted on them. Pointing at one marks its evidence in the text.
fn classification(
    mut list: Node,
    store: Store,
    entry: &'static Recommendation,
    position: usize,
) -> Node {
    let number = entry.number;
    let Some(facet) = store.agenda.facets.get(position) else {
        return list;
    };
    let mut is_named = false;
    for (value_position, value) in facet.values.iter().enumerate() {
        let Some(tag) = value.tag(number) else {
            continue;
        };
        if !is_named {
            list = list.child(node("dt").text(&facet.label));
            is_named = true;
        }
        let mut row = node("dd").text(&value.label);
        for words in &tag.evidence {
            row = row.text(" ").child(node("q").text(words));
        }
        if !STATIC {
            for (event, is_pointed_at) in [("mouseenter", true), ("mouseleave", false)] {
                let pointed = is_pointed_at.then_some((position, value_position));
                row = row.on(event, move |_| pointed::follow(store, entry, pointed));
            }
        }
        let details = store.details();
        let note = details.note(position, Some(value_position), Some(number));
        let note = note.map(|note| node("span").class("details__note").text(" ").text(note));
        list = list.child(row.child_if(note));
    }
    list
}
