//! What is applied, each with a click that removes it.

use leptos::prelude::*;

use super::Explorer;
use super::focus;
use super::kit::{Node, button, classed, switch};
use super::understood;
use crate::browser::unicode::UNICODE;
use crate::engine::Expansion;
use crate::query::{Question, SearchText};
use crate::words;

/// Something applied that can be removed.
#[derive(Clone)]
enum Applied {
    Search(String),
    Expansion(Expansion),
    Value { facet: usize, value: usize },
    List,
}

pub fn chips(explorer: Explorer) -> AnyView {
    let labels = move || {
        let applied = applied(explorer);
        let labels = applied.iter().map(|chip| label(explorer, chip));
        labels.collect::<Vec<_>>().join("\n")
    };
    switch(labels, move |_| {
        let applied = untrack(|| applied(explorer));
        let removable = applied.iter().any(|chip| !locked(explorer, chip));
        let clear = removable.then(|| {
            button("button chips__clear", move || {
                explorer.clear();
                focus::heading();
            })
            .attr("data-part", "clear")
            .text(words::CLEAR)
        });
        classed("div", "chips")
            .attr("role", "group")
            .attr("aria-label", words::APPLIED)
            .children(
                applied
                    .into_iter()
                    .enumerate()
                    .map(|(place, applied)| chip(explorer, place, applied)),
            )
            .maybe(clear)
    })
}

fn chip(explorer: Explorer, place: usize, chip: Applied) -> Node {
    let id = format!("chip-{place}");
    let label = label(explorer, &chip);
    if locked(explorer, &chip) {
        return classed("span", "chip chip--locked").text(&label);
    }
    let name = words::remove_filter(&label);
    let next = id.clone();
    let press = move || {
        explorer.commit(|question| *question = without(question, &chip));
        // The chip is gone, and the next one has taken its place.
        focus::next(Some(next.clone()));
    };
    let cross = classed("span", "chip__cross").attr("aria-hidden", "true");
    button("chip", press)
        .attr("id", &id)
        .attr("data-part", "chip")
        .attr("aria-label", &name)
        .text(&label)
        .child(cross.text("×"))
}

fn label(explorer: Explorer, chip: &Applied) -> String {
    match chip {
        Applied::Search(text) => words::quoted(text),
        Applied::Expansion(expansion) => understood::label(explorer, expansion),
        Applied::Value { facet, value } => words::value_short(explorer.agenda, *facet, *value),
        Applied::List => words::LIST_CHIP.to_owned(),
    }
}

/// Whether the site around the frame keeps it.
fn locked(explorer: Explorer, chip: &Applied) -> bool {
    match chip {
        Applied::Value { facet, .. } => explorer
            .question
            .with_untracked(|question| question.locks(*facet)),
        Applied::Search(_) | Applied::Expansion(_) | Applied::List => false,
    }
}

fn applied(explorer: Explorer) -> Vec<Applied> {
    let mut applied = Vec::new();
    explorer.question.with(|question| {
        if !question.search.is_empty() {
            applied.push(Applied::Search(question.search.as_str().to_owned()));
        }
        let expansions = understood::expansions(explorer).into_iter();
        applied.extend(expansions.map(Applied::Expansion));
        if !question.list.is_empty() {
            applied.push(Applied::List);
        }
        for (facet, chosen) in question.chosen.iter().enumerate() {
            applied.extend(chosen.iter().map(|value| Applied::Value { facet, value }));
        }
    });
    applied
}

fn without(question: &Question, chip: &Applied) -> Question {
    let mut question = question.clone();
    match chip {
        Applied::Search(_) => question.search = SearchText::default(),
        Applied::Expansion(expansion) => {
            question = question.as_written(expansion.range.clone(), &UNICODE);
        }
        Applied::Value { facet, value } => {
            if question.is_chosen(*facet, *value) {
                question.toggle(*facet, *value);
            }
        }
        Applied::List => question.list.clear(),
    }
    question
}
