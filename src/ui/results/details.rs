//! All that is known of a recommendation, on demand.

use leptos::prelude::*;
use leptos::web_sys::Element;

use crate::data::{Correction, Facet, FacetRole, Recommendation, Relative};
use crate::joined::joined;
use crate::messages::{CompareMessages, RecommendationMessages, messages};
use crate::state::{Neighbours, ViewState, neighbours};
use crate::store::{Part, STATIC, Store};
use crate::ui::dom::{Mounted, Node, first, keyed, node};
use crate::ui::later::later;
use crate::ui::link::{question_link, recommendation_link};
use crate::ui::results::button::{Action, add_button, name};
use crate::ui::results::citing::citing_and_background;
use crate::ui::results::text::beginning;

/// Shows them in a recommendation, and among its actions what can be done with one that
/// is open; `rank` is that of the headings.
#[inline(never)]
pub fn show_opened(
    article: &Element,
    store: Store,
    entry: &'static Recommendation,
    rank: &'static str,
) -> Option<Mounted> {
    let actions = first(article, ".recommendation__actions");
    // In a frame, the full page has it. A style sheet hides it while the details are
    // closed.
    let actions = actions.filter(|actions| {
        !store.is_embedded() && first(actions, "[data-action=compare]").is_none()
    });
    if let Some(actions) = actions {
        let compare = add_button(&actions, Action::Compare, messages().compare());
        name(&compare, store, entry.number);
    }
    let body = first(article, ".recommendation__body")?;
    Some(Mounted::inside(&body, None, || details(store, entry, rank)))
}

/// `rank` is that of the headings.
pub fn details(store: Store, entry: &'static Recommendation, rank: &'static str) -> Node {
    let (agenda, details) = (store.agenda, store.details());
    let number = entry.number;
    // Loops, because the adapters of iterators take twice the code.
    let mut relatives = Vec::new();
    for it in details.relatives_of(agenda.position(number)) {
        relatives.push(relative(store, entry, it));
    }
    let mut passages = Vec::new();
    for (document, passage, reason) in details.paragraphs_on(number) {
        let source = messages().paragraph_source(document, passage.number, reason);
        passages.push(quoted(store, None, &passage.text, &source));
    }
    let mut facets = node("dl").class("details__facets");
    for (position, facet) in agenda.facets.iter().enumerate() {
        if facet.role != FacetRole::Section {
            facets = classification(facets, facet, number, |value| {
                details.note(position, Some(value), Some(number))
            });
        }
    }
    let mut corrections = Vec::new();
    for it in details.corrections_of(number) {
        corrections.push(correction(it));
    }
    let mut whole = node("div").class("details");
    whole = section(whole, rank, &messages().relatives(agenda), relatives);
    if !STATIC || details.has_background {
        let view = Box::new(move || citing_and_background(store, entry, rank));
        whole = whole.view(later(store, Part::Background, view));
    }
    whole = section(whole, rank, messages().mentioned_in(), passages);
    whole = whole
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
    section(whole, rank, messages().corrections(), corrections).view(steps(store, number))
}

/// A recommendation that is similar to `entry`: how it begins, and why it is here.
#[inline(never)]
fn relative(store: Store, entry: &Recommendation, relative: &Relative) -> Node {
    let (agenda, number) = (store.agenda, relative.number);
    let mut topics = Vec::new();
    if let Some(facet) = agenda.topic().and_then(|topic| agenda.facets.get(topic)) {
        for value in &facet.values {
            if value.is_shared(entry.number, number) {
                topics.push(value.label.clone());
            }
        }
    }
    let words = relative.words.as_ref().map(|quote| quote.words(entry));
    let reason = messages().relative_reason(words.unwrap_or_default(), &topics);
    let other = agenda.recommendation(number);
    let begins = other.map_or_else(String::new, |other| beginning(other, BEGINNING));
    let link = recommendation_link(store, number);
    quoted(store, Some(link), &begins, &reason)
        .attr("data-part", "relative")
        .attr("data-number", &number.to_string())
}

/// How many bytes at least tell how a similar recommendation begins.
const BEGINNING: usize = 64;

/// Quoted words with where they are from, in a list.
#[inline(never)]
fn quoted(store: Store, link: Option<Node>, words: &str, source: &str) -> Node {
    let quote = node("blockquote")
        .class("details__quote")
        .attr("lang", &store.agenda.site.language)
        .text(words);
    node("li")
        .child_if(link)
        .child(quote)
        .child(node("p").class("details__source").text(source))
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

/// Adds the values of one facet that a recommendation carries, with the evidence, and
/// what is noted on a value by its position.
fn classification<'note>(
    mut list: Node,
    facet: &Facet,
    number: u16,
    note: impl Fn(usize) -> Option<&'note str>,
) -> Node {
    let mut is_named = false;
    for (position, value) in facet.values.iter().enumerate() {
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
        let note =
            note(position).map(|note| node("span").class("details__note").text(" ").text(note));
        list = list.child(row.child_if(note));
    }
    list
}

/// Adds a heading with a list under it, where there is anything to list.
fn section(whole: Node, rank: &'static str, heading: &str, items: Vec<Node>) -> Node {
    if items.is_empty() {
        return whole;
    }
    let list = node("ul").class("details__list").children(items);
    whole
        .child(node(rank).class("details__heading").text(heading))
        .child(list)
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
