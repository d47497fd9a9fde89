//! The list of results: by cluster where they stand in the order of their
//! numbers, in one row otherwise; or the ways out where there is none.

use leptos::prelude::*;

use crate::browser::focus;
use crate::browser::unicode::UNICODE;
use crate::messages::{ActionMessages, ResultMessages, SavedMessages, messages};
use crate::state::{Page, Relaxation};
use crate::store::Store;
use crate::ui::dom::{Node, button, keyed, node, show};
use crate::ui::filters::facets::letter;
use crate::ui::results::recommendation::{Place, recommendation};
use facet_search::Order;

/// The key of the one group of results that stand in a row.
const ROW: usize = usize::MAX;

pub fn results(store: Store) -> Node {
    let empty = move || store.results.with(|results| results.hits.is_empty());
    let groups = move || {
        let mut groups: Vec<usize> = placed(store).into_iter().map(|(group, _)| group).collect();
        groups.dedup();
        groups
    };
    let groups = node("div").keyed_list(groups, move |group| section_group(store, group));
    node("div")
        .class("results")
        .attr("data-part", "results")
        .child(groups)
        .view(show(empty, move || nothing(store)))
}

/// The results in order: the group that each stands in, and its position in
/// the agenda.
fn placed(store: Store) -> Vec<(usize, usize)> {
    let grouped = store
        .view_state
        .with(|view_state| view_state.order() == Order::Corpus);
    let group = |document: usize| {
        let entry = store.agenda.recommendations.get(document);
        let entry = entry.filter(|_| grouped);
        entry.map_or(ROW, |entry| entry.section)
    };
    let results = store.rendered_results().into_iter();
    results
        .map(|document| (group(document), document))
        .collect()
}

fn section_group(store: Store, group: usize) -> Node {
    let sections = store.agenda.section();
    let sections = sections.and_then(|position| store.agenda.facets.get(position));
    let section = sections.and_then(|sections| sections.values.get(group));
    let heading = section.map(|section| {
        node("h3")
            .class("results__cluster")
            .attr("id", &format!("cluster-{}", section.id))
            .attr("data-cluster", &section.id)
            .child_if(letter(section))
            .text(&section.label)
    });
    let place = match section {
        Some(_) => Place::InSection,
        None => Place::InRow,
    };
    let rows = move || {
        let placed = placed(store).into_iter();
        let rows = placed.filter(|(other, _)| *other == group);
        rows.map(|(_, document)| document).collect()
    };
    let row = move |document: usize| match store.agenda.recommendations.get(document) {
        Some(entry) => recommendation(store, entry, place),
        None => node("div"),
    };
    node("section")
        .class("results__group")
        .child_if(heading)
        .child(node("div").keyed_list(rows, row))
}

/// The open recommendation, where it is not among the results.
pub fn outside(store: Store) -> AnyView {
    let outside = move || {
        let number = store.view_state.with(|view_state| view_state.open)?;
        let position = store.agenda.position(number);
        let is_it = |document: usize| Some(document) == position;
        let shown = store
            .results
            .with(|results| results.hits.iter().any(|hit| is_it(*hit)));
        (!shown).then_some(number)
    };
    let key = move || {
        outside()
            .map(|number| number.to_string())
            .unwrap_or_default()
    };
    keyed(key, move |key| {
        let number = key.parse().ok();
        let entry = number.and_then(|number| store.agenda.recommendation(number));
        let Some(entry) = entry else {
            return node("div");
        };
        let close = button("button", move || {
            store.toggle_open(entry.number);
            focus::heading();
        });
        let note = node("p")
            .class("outside__note")
            .text(&messages().outside(store.agenda, entry.number))
            .child(close.text(messages().close()));
        node("div")
            .class("outside")
            .child(note)
            .child(recommendation(store, entry, Place::Outside))
    })
}

/// No result, and what would give some.
#[inline(never)]
fn nothing(store: Store) -> Node {
    let nothing_saved = move || {
        let saved_page = store
            .view_state
            .with(|view_state| view_state.page == Page::Saved);
        saved_page && store.saved().is_empty()
    };
    // Every view state that finds nothing has its own ways out.
    let key = move || {
        let view_state = store.view_state.with(|view_state| store.href(view_state));
        format!("{}{view_state}", nothing_saved())
    };
    let ways = keyed(key, move |_| {
        let ways = if nothing_saved() {
            Vec::new()
        } else {
            store.relaxations()
        };
        let sentence = match (nothing_saved(), ways.is_empty()) {
            (true, _) => messages().nothing_saved(store.agenda),
            (false, true) => messages().no_such_words(store.agenda),
            (false, false) => messages().nothing_matches(store.agenda),
        };
        let intro = (!ways.is_empty()).then(|| node("p").text(messages().relaxations_intro()));
        let ways = ways.into_iter().map(|relaxation| way(store, relaxation));
        node("div")
            .child(node("p").text(&sentence))
            .child_if(intro)
            .child(node("ul").class("nothing__ways").children(ways))
    });
    node("div").class("nothing").view(ways)
}

#[inline(never)]
fn way(store: Store, relaxation: Relaxation) -> Node {
    let (change, result) = store.view_state.with_untracked(|view_state| {
        messages().relaxation(store.agenda, view_state, &relaxation, UNICODE.fold)
    });
    let count = relaxation.count;
    let take = move || {
        store.relax(&relaxation.change);
        focus::heading();
    };
    let button = button("nothing__way", take)
        .attr("data-part", "relaxation")
        .attr("data-count", &count.to_string())
        .text(&change)
        .child(node("strong").text(&result));
    node("li").child(button)
}
