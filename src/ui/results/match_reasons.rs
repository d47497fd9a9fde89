//! Why a recommendation is among the results of a search.

use leptos::prelude::*;

use super::Explorer;
use super::kit::{button, classed, node, switch, when};
use super::understood::typed;
use crate::agenda::Recommendation;
use crate::engine::{Evidence, Reason};
use crate::words;

/// The button that asks for it, where the text itself has what was found; what
/// is found by its classification alone says so without being asked.
pub fn why_button(explorer: Explorer, entry: &'static Recommendation) -> AnyView {
    let number = entry.number;
    let asked = move || explorer.scene.with(|scene| scene.explained == Some(number));
    let in_text = move || {
        let reasons = explorer.reasons(number);
        !reasons.is_empty() && reasons.iter().all(in_text)
    };
    when(in_text, move || {
        button("action", move || {
            explorer.scene.update(|scene| {
                scene.explained = (scene.explained != Some(number)).then_some(number);
            });
        })
        .attr("aria-label", &words::action_on(words::WHY, number))
        .state("aria-expanded", asked)
        .text(words::WHY)
    })
}

pub fn why(explorer: Explorer, entry: &'static Recommendation) -> AnyView {
    let told = move || {
        let reasons = explorer.reasons(entry.number);
        let asked = explorer
            .scene
            .with(|scene| scene.explained == Some(entry.number));
        if !asked && reasons.iter().all(in_text) {
            return String::new();
        }
        let told = reasons
            .iter()
            .map(|reason| sentence(explorer, entry, reason));
        told.collect::<Vec<_>>().join("\n")
    };
    switch(told, |told| {
        let reasons = told.split('\n').filter(|told| !told.is_empty());
        classed("ul", "why")
            .attr("data-part", "why")
            .children(reasons.map(|told| node("li").text(told)))
    })
}

/// Whether the text has it.
fn in_text(reason: &Reason) -> bool {
    let mut evidence = reason.evidence.iter();
    evidence.any(|evidence| matches!(evidence, Evidence::Text { .. }))
}

#[inline(never)]
fn sentence(explorer: Explorer, entry: &Recommendation, reason: &Reason) -> String {
    let mut found: Vec<words::Found> = Vec::new();
    let mut values = Vec::new();
    for evidence in &reason.evidence {
        match evidence {
            Evidence::Text {
                passage,
                range,
                via,
            } => {
                let block = entry.text.get(*passage);
                let words = block.and_then(|block| block.text.get(range.clone()));
                let words = words.unwrap_or_default();
                let known = found.iter_mut();
                match known
                    .into_iter()
                    .find(|it| it.words == words && it.via == *via)
                {
                    Some(known) => known.times += 1,
                    None => found.push(words::Found {
                        words: words.to_owned(),
                        times: 1,
                        via: *via,
                    }),
                }
            }
            Evidence::Value(carried) => values.push(*carried),
        }
    }
    let typed = typed(explorer, &reason.range);
    words::why(&typed, &found, &values, explorer.agenda)
}
