//! All that is known of a recommendation, on demand.

use leptos::prelude::*;
use leptos::web_sys::Element;

use crate::data::{Correction, Facet, FacetRole, Recommendation};
use crate::joined::joined;
use crate::messages::{RecommendationMessages, messages};
use crate::state::{Neighbours, ViewState, neighbours};
use crate::store::Store;
use crate::ui::dom::{Mounted, Node, first, keyed, node};
use crate::ui::link::question_link;

/// Shows them in a recommendation; `rank` is that of the headings.
#[inline(never)]
pub fn show_details(
    article: &Element,
    store: Store,
    entry: &'static Recommendation,
    rank: &'static str,
) -> Option<Mounted> {
    let body = first(article, ".recommendation__body")?;
    Some(Mounted::inside(&body, None, || details(store, entry, rank)))
}

/// `rank` is that of the headings.
pub fn details(store: Store, entry: &'static Recommendation, rank: &'static str) -> Node {
    let (agenda, details) = (store.agenda, store.details());
    let number = entry.number;
    let mut facets = node("dl").class("details__facets");
    let classified = agenda.facets.iter().enumerate();
    for (position, facet) in classified.filter(|(_, facet)| facet.role != FacetRole::Section) {
        let note = |value| details.note(position, Some(value), Some(number));
        facets = facets.children(classification(facet, number, note));
    }
    let passages = details
        .paragraphs_on(number)
        .map(|(document, passage, reason)| {
            let quote = node("blockquote")
                .class("details__quote")
                .attr("lang", &agenda.site.language)
                .text(&passage.text);
            let source = messages().paragraph_source(document, passage.number, reason);
            node("li")
                .child(quote)
                .child(node("p").class("details__source").text(&source))
        });
    let corrections = details.corrections_of(number).map(correction);
    node("div")
        .class("details")
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
        )
        .children(section(rank, messages().mentioned_in(), passages.collect()))
        .children(section(
            rank,
            messages().corrections(),
            corrections.collect(),
        ))
        .view(steps(store, number))
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

/// The values of one facet that a recommendation carries, with the evidence, and
/// what is noted on a value by its position.
fn classification<'note>(
    facet: &Facet,
    number: u16,
    note: impl Fn(usize) -> Option<&'note str>,
) -> Vec<Node> {
    let values = facet.values.iter().enumerate();
    let tagged = values.filter_map(|(position, value)| {
        let tag = value.tag(number)?;
        let mut row = node("dd").text(&value.label);
        for words in &tag.evidence {
            row = row.text(" ").child(node("q").text(words));
        }
        let note =
            note(position).map(|note| node("span").class("details__note").text(" ").text(note));
        Some(row.child_if(note))
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
    let list = node("ul").class("details__list").children(items);
    vec![node(rank).class("details__heading").text(heading), list]
}

/// The ways to the neighbours among what is shown, and the place of this one among it.
/// What is asked for stays.
fn steps(store: Store, number: u16) -> AnyView {
    let found = move || {
        let (shown, all) = (store.shown_numbers(), &store.agenda.recommendations);
        let all: Vec<u16> = all.iter().map(|entry| entry.number).collect();
        neighbours(number, &shown, &all)
    };
    let key = move || {
        store.results.with(|_| ());
        let parts = key_of(&found()).map(|part| part.to_string());
        joined(&parts, " ")
    };
    keyed(key, move |_| {
        let Neighbours {
            previous,
            next,
            place,
        } = found();
        let step = |name: &str, forward: bool, neighbour: u16| {
            let to = move || ViewState {
                open: Some(neighbour),
                ..store.view_state.get()
            };
            question_link(store, to)
                .attr("data-part", name)
                .text(&messages().neighbour(store.agenda, forward, neighbour))
        };
        let place = place.map(|(place, of)| {
            node("span")
                .attr("data-part", "position")
                .text(&messages().position(place, of))
        });
        node("p")
            .class("details__steps")
            .child_if(previous.map(|previous| step("previous", false, previous)))
            .child_if(place)
            .child_if(next.map(|next| step("next", true, next)))
    })
}

/// What tells the steps of one view from those of another.
fn key_of(neighbours: &Neighbours) -> [usize; 4] {
    let number = |number: Option<u16>| number.map_or(0, usize::from);
    let (place, of) = neighbours.place.unwrap_or_default();
    [
        number(neighbours.previous),
        number(neighbours.next),
        place,
        of,
    ]
}
