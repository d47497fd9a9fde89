//! The list of results: by cluster where they stand in the order of their
//! numbers, in one row otherwise; or the ways out where there is none.

use leptos::prelude::*;

use super::Explorer;
use super::facets::letter;
use super::focus;
use super::kit::{Node, button, classed, node, switch, when};
use super::recommendation::{Place, recommendation};
use crate::agenda::CLUSTER;
use crate::browser::unicode::UNICODE;
use crate::engine::{Order, Relaxation};
use crate::query::Page;
use crate::words;

/// The key of the one group of results that stand in a row.
const ROW: usize = usize::MAX;

pub fn results(explorer: Explorer) -> Node {
    let empty = move || explorer.view.with(|view| view.hits.is_empty());
    let groups = move || {
        let mut groups: Vec<usize> = placed(explorer)
            .into_iter()
            .map(|(group, _)| group)
            .collect();
        groups.dedup();
        groups
    };
    let groups = node("div").rows(groups, move |group| cluster_group(explorer, group));
    classed("div", "results")
        .attr("data-part", "results")
        .child(groups)
        .view(when(empty, move || nothing(explorer)))
}

/// The results in order: the group that each stands in, and its position in
/// the agenda.
fn placed(explorer: Explorer) -> Vec<(usize, usize)> {
    let grouped = explorer
        .question
        .with(|question| question.order() == Order::Corpus);
    let group = |document: usize| {
        let entry = explorer.agenda.recommendations.get(document);
        let entry = entry.filter(|_| grouped);
        entry.map_or(ROW, |entry| entry.cluster)
    };
    let results = explorer.results().into_iter();
    results
        .map(|document| (group(document), document))
        .collect()
}

fn cluster_group(explorer: Explorer, group: usize) -> Node {
    let clusters = explorer.agenda.facets.get(CLUSTER);
    let cluster = clusters.and_then(|clusters| clusters.values.get(group));
    let heading = cluster.map(|cluster| {
        classed("h3", "results__cluster")
            .attr("id", &format!("cluster-{}", cluster.id))
            .attr("data-cluster", &cluster.id)
            .child(letter(&cluster.id))
            .text(&cluster.label)
    });
    let place = match cluster {
        Some(_) => Place::InCluster,
        None => Place::InRow,
    };
    let rows = move || {
        let placed = placed(explorer).into_iter();
        let rows = placed.filter(|(other, _)| *other == group);
        rows.map(|(_, document)| document).collect()
    };
    let row = move |document: usize| match explorer.agenda.recommendations.get(document) {
        Some(entry) => recommendation(explorer, entry, place),
        None => node("div"),
    };
    classed("section", "results__group")
        .maybe(heading)
        .child(node("div").rows(rows, row))
}

/// The open recommendation, where it is not among the results.
pub fn outside(explorer: Explorer) -> AnyView {
    let outside = move || {
        let number = explorer.question.with(|question| question.open)?;
        let position = explorer.agenda.position(number);
        let is_it = |document: usize| Some(document) == position;
        let shown = explorer
            .view
            .with(|view| view.hits.iter().any(|hit| is_it(*hit)));
        (!shown).then_some(number)
    };
    let key = move || {
        outside()
            .map(|number| number.to_string())
            .unwrap_or_default()
    };
    switch(key, move |key| {
        let number = key.parse().ok();
        let entry = number.and_then(|number| explorer.agenda.recommendation(number));
        let Some(entry) = entry else {
            return node("div");
        };
        let close = button("button", move || {
            explorer.toggle_open(entry.number);
            focus::heading();
        });
        let note = classed("p", "outside__note")
            .text(words::OUTSIDE)
            .child(close.text(words::CLOSE));
        classed("div", "outside")
            .child(note)
            .child(recommendation(explorer, entry, Place::Outside))
    })
}

/// No result, and what would give some.
#[inline(never)]
fn nothing(explorer: Explorer) -> Node {
    let nothing_saved = move || {
        let saved_page = explorer
            .question
            .with(|question| question.page == Page::Saved);
        saved_page && explorer.saved().is_empty()
    };
    // Every question that finds nothing has its own ways out.
    let key = move || {
        let question = explorer.question.with(|question| explorer.href(question));
        format!("{}{question}", nothing_saved())
    };
    let ways = switch(key, move |_| {
        let ways = match nothing_saved() {
            true => Vec::new(),
            false => explorer.view.with(|view| view.relaxations.clone()),
        };
        let sentence = match (nothing_saved(), ways.is_empty()) {
            (true, _) => words::SAVED_EMPTY,
            (false, true) => words::NO_WORDS,
            (false, false) => words::NOTHING,
        };
        let intro = (!ways.is_empty()).then(|| node("p").text(words::WAYS_OUT));
        let ways = ways.into_iter().map(|relaxation| way(explorer, relaxation));
        node("div")
            .child(node("p").text(sentence))
            .maybe(intro)
            .child(classed("ul", "nothing__ways").children(ways))
    });
    classed("div", "nothing").view(ways)
}

#[inline(never)]
fn way(explorer: Explorer, relaxation: Relaxation) -> Node {
    let label = explorer.question.with_untracked(|question| {
        words::change(&relaxation.change, question, explorer.agenda, UNICODE.fold)
    });
    let count = relaxation.count;
    let take = move || {
        explorer.relax(&relaxation.change);
        focus::heading();
    };
    let button = button("nothing__way", take)
        .attr("data-part", "relaxation")
        .attr("data-count", &count.to_string())
        .text(&label)
        .text(": ")
        .child(node("strong").text(&words::would_give(count)));
    node("li").child(button)
}
