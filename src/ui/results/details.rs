//! All that is known of a recommendation, on demand.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, KeyboardEvent};

use crate::browser::page;
use crate::data::{Recommendation, Relative};
use crate::ids;
use crate::joined::joined;
use crate::messages::{ActionMessages, CompareMessages, Names, RecommendationMessages, messages};
use crate::state::{Neighbours, ViewState, neighbours};
use crate::store::transient::OnDemand;
use crate::store::{Part, STATIC, Store};
use crate::ui::dom::{Mounted, Node, first, keyed, node, show};
use crate::ui::later::later;
use crate::ui::link::{question_link, recommendation_link};
use crate::ui::results::button::{Action, action, add_button, name};
use crate::ui::results::citing::citing;
use crate::ui::results::classification::rest;
use crate::ui::results::listed::{quoted, section};
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
    // On wide screens they stand beside the list, where they need a name.
    let head = node("div")
        .class("details__head")
        .child(node("p").text(&messages().recommendation(agenda, number)))
        .child(action(Action::Details, messages().close()));
    // What is done with it comes before what is known of it. Nothing can be pressed in a
    // written page.
    let cite = (!STATIC).then(|| {
        let is_there = move || store.on_demand(Part::Background) == OnDemand::Ready;
        let cite = show(is_there, move || citing(store, entry));
        node("div").class("details__parts").view(cite)
    });
    let mut whole = node("div").class("details").child(head).child_if(cite);
    whole = section(whole, rank, &messages().relatives(agenda), relatives);
    let view = Box::new(move || rest(store, entry, rank));
    whole = whole
        .view(later(store, Part::Background, view))
        .view(steps(store, number));
    node("div").class("details__column").child(whole)
}

/// Has Escape close what is open. Deferred.
pub fn close_on_escape(store: Store) {
    page::listen("keydown", Box::new(move |event| close_open(store, &event)));
}

/// Closes what is open, unless Escape belongs to something else.
fn close_open(store: Store, event: &Event) {
    let is_escape = event
        .dyn_ref::<KeyboardEvent>()
        .is_some_and(|it| it.key() == "Escape");
    let open = store.view_state.with_untracked(|it| it.open);
    if let Some(number) = open.filter(|_| is_escape)
        && !event.default_prevented()
        && !page::is_typing()
        && !page::has_dialog()
    {
        store.toggle_open(number);
        page::focus(&ids::heading(number));
    }
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
