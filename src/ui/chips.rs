//! What is applied, each with a click that removes it.

use leptos::prelude::*;

use super::Explorer;
use super::count;
use super::kit::{Node, button, classed, switch};
use super::understood;
use crate::browser::{page, unicode::UNICODE};
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
        let clear = (!applied.is_empty()).then(|| {
            button("button chips__clear", move || {
                explorer.clear();
                page::focus(count::ID);
            })
            .attr("data-part", "clear")
            .text(words::CLEAR)
        });
        classed("div", "chips")
            .attr("role", "group")
            .attr("aria-label", words::APPLIED)
            .children(applied.into_iter().map(|applied| chip(explorer, applied)))
            .maybe(clear)
    })
}

fn chip(explorer: Explorer, chip: Applied) -> Node {
    let label = label(explorer, &chip);
    let name = words::remove_filter(&label);
    let press = move || {
        explorer.commit(|question| *question = without(question, &chip));
        // The chip is gone, and with it the place of the focus.
        page::focus(count::ID);
    };
    let cross = classed("span", "chip__cross").attr("aria-hidden", "true");
    button("chip", press)
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
