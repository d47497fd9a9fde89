//! How the search was understood, where that is not how it was typed: words
//! taken for others, words that find more than themselves.

use std::ops::Range;

use super::Explorer;
use super::focus;
use super::kit::{button, classed, node, switch};
use crate::engine::{Expansion, Via};
use crate::words;
use leptos::prelude::*;

pub fn understood(explorer: Explorer) -> AnyView {
    let told = move || {
        let corrections = corrections(explorer).into_iter();
        let corrections = corrections.map(|(_, _, sentence)| sentence);
        let told: Vec<String> = corrections.chain(reasons(explorer)).collect();
        told.join("\n")
    };
    switch(told, move |_| {
        let corrections = untrack(|| corrections(explorer)).into_iter();
        let corrections = corrections.map(|(range, typed, sentence)| {
            let press = move || {
                explorer.as_written(range.clone());
                focus::heading();
            };
            let literal = button("link", press).text(&words::as_written(&typed));
            node("p")
                .attr("data-part", "correction")
                .text(&sentence)
                .text(" ")
                .child(literal)
        });
        let reasons = untrack(|| reasons(explorer)).into_iter();
        let reasons = reasons.map(|reason| node("p").text(&reason));
        classed("div", "understood")
            .children(corrections)
            .children(reasons)
    })
}

/// The words that were taken for others: where they stand, what they are, and
/// the sentence that says so.
pub fn corrections(explorer: Explorer) -> Vec<(Range<usize>, String, String)> {
    explorer.view.with(|view| {
        let corrections = view.reading.corrections.iter();
        let corrections = corrections.map(|correction| {
            let typed = typed(explorer, &correction.range);
            let sentence = words::corrected(&typed, &correction.used);
            (correction.range.clone(), typed, sentence)
        });
        corrections.collect()
    })
}

/// Why words find more than themselves.
#[inline(never)]
fn reasons(explorer: Explorer) -> Vec<String> {
    let mut reasons = Vec::new();
    for expansion in expansions(explorer) {
        for via in expansion.sources {
            if let Via::Entry(entry) = via
                && let Some(entry) = explorer.agenda.glossary.get(entry)
                && !reasons.contains(&entry.reason)
            {
                reasons.push(entry.reason.clone());
            }
        }
    }
    reasons
}

/// The words that find more than themselves.
pub fn expansions(explorer: Explorer) -> Vec<Expansion> {
    explorer.view.with(|view| view.reading.expansions.clone())
}

/// What words also find, as the label of a chip.
pub fn label(explorer: Explorer, expansion: &Expansion) -> String {
    let typed = typed(explorer, &expansion.range);
    words::expansion(&typed, &expansion.sources, explorer.agenda)
}

/// A part of the search text.
pub fn typed(explorer: Explorer, range: &Range<usize>) -> String {
    explorer.question.with(|question| {
        let text = question.search.as_str().get(range.clone());
        text.unwrap_or_default().to_owned()
    })
}
