//! How the search was understood, where that is not how it was typed: words
//! taken for others, words that find more than themselves.

use std::ops::Range;

use crate::browser::focus;
use crate::joined::joined;
use crate::messages::{SearchMessages, messages};
use crate::state::SearchText;
use crate::store::transient::OnDemand;
use crate::store::{Part, Store};
use crate::ui::dom::{button, keyed, node};
use facet_search::{Correction, Expansion, ExpansionSource, Translated, UnknownReference};
use leptos::prelude::*;

/// What those must hear who do not see the page: that something else was searched for,
/// or nothing is there to be found.
pub fn news(store: Store) -> Vec<String> {
    let corrections = corrections(store).into_iter();
    let mut news: Vec<String> = corrections.map(|(_, _, sentence)| sentence).collect();
    news.extend(readings(store));
    news.extend(absences(store));
    news
}

/// All that there is to say: the corrections, which can be taken back, then the rest.
pub fn understood(store: Store) -> AnyView {
    let key = move || {
        let corrections = corrections(store).into_iter();
        // The button of a correction knows where its word stands.
        let corrections =
            corrections.map(|(range, _, sentence)| format!("{} {sentence}", range.start));
        let key: Vec<String> = corrections.chain(others(store)).collect();
        joined(&key, "\n")
    };
    keyed(key, move |_| {
        let corrections = untrack(|| corrections(store)).into_iter();
        let corrections = corrections.map(|(range, typed, sentence)| {
            let press = move || {
                store.as_written(range.clone());
                focus::heading();
            };
            let literal = button("link", press).text(&messages().as_written(&typed));
            node("p")
                .attr("data-part", "correction")
                .text(&sentence)
                .text(" ")
                .child(literal)
        });
        let others = untrack(|| others(store)).into_iter();
        let others = others.map(|sentence| node("p").text(&sentence));
        node("div")
            .class("understood")
            .children(corrections)
            .children(others)
    })
}

/// The words that were taken for others: where they stand, what they are, and
/// the sentence that says so.
pub fn corrections(store: Store) -> Vec<(Range<usize>, String, String)> {
    store.results.with(|results| {
        let corrections = &results.interpretation.corrections;
        if corrections.is_empty() {
            return Vec::new();
        }
        told(store, corrections)
    })
}

/// With the words, without which nothing is corrected.
#[inline(never)]
fn told(store: Store, corrections: &[Correction]) -> Vec<(Range<usize>, String, String)> {
    let corrections = corrections.iter().map(|correction| {
        let typed = typed(store, &correction.range);
        let sentence = messages().corrected(&typed, &correction.used);
        (correction.range.clone(), typed, sentence)
    });
    corrections.collect()
}

/// What else there is to say.
#[inline(never)]
fn others(store: Store) -> Vec<String> {
    if let Some(text) = store.transient.with(|it| it.awaiting_words.clone()) {
        return vec![awaited(store, &text)];
    }
    let mut sentences = readings(store);
    // Where nothing is found, they stand in the place of the results.
    if store.results.with(|results| results.matched > 0) {
        sentences.extend(absences(store));
    }
    sentences.extend(reasons(store));
    sentences
}

/// What has become of a search that waits for its words.
#[inline(never)]
fn awaited(store: Store, text: &str) -> String {
    match store.on_demand(Part::Words) {
        OnDemand::Failed => messages().words_not_loaded(text),
        OnDemand::Awaited | OnDemand::Ready => messages().words_loading(text),
    }
}

/// As what the text was read, where it has no typing error.
#[inline(never)]
fn readings(store: Store) -> Vec<String> {
    let readings = [
        unknown_reference(store),
        not_searched(store),
        translated(store),
    ];
    readings.into_iter().flatten().collect()
}

/// That there is nothing to search for in the text, or not in all of it.
fn not_searched(store: Store) -> Option<String> {
    let searches = store
        .results
        .with(|results| results.interpretation.is_constraint());
    store.view_state.with(|view_state| {
        let is_cut = || {
            store
                .transient
                .with(|transient| transient.cut == view_state.search)
        };
        let is_odd = !view_state.search.is_empty() && (!searches || is_cut());
        is_odd.then(|| why_not_searched(view_state.search.as_str(), searches))
    })
}

#[inline(never)]
fn why_not_searched(text: &str, searches: bool) -> String {
    if searches {
        messages().search_cut(SearchText::MOST)
    } else {
        messages().nothing_to_search(text)
    }
}

/// What words of other languages are read as; those that are written together are one.
fn translated(store: Store) -> Option<String> {
    store.results.with(|results| {
        let translated = &results.interpretation.translated;
        (!translated.is_empty()).then(|| translation(store, translated))
    })
}

#[inline(never)]
fn translation(store: Store, translated: &[Translated]) -> String {
    let mut read: Vec<(Range<usize>, Vec<String>)> = Vec::new();
    for Translated { range, means } in translated {
        match read.last_mut() {
            Some((last, words)) if last == range => words.push(means.clone()),
            _ => read.push((range.clone(), vec![means.clone()])),
        }
    }
    let read = read.into_iter();
    let read: Vec<_> = read
        .map(|(range, means)| (typed(store, &range), means))
        .collect();
    messages().translated(&read)
}

/// What the glossary says of words that no text mentions.
pub fn absences(store: Store) -> Vec<String> {
    store.results.with(|results| {
        let absences = &results.interpretation.absences;
        let mut sentences: Vec<String> = Vec::new();
        for absence in absences {
            add_reason(store, absence.entry, &mut sentences);
        }
        sentences
    })
}

/// Adds what an entry of the glossary says, unless it is said.
#[inline(never)]
fn add_reason(store: Store, entry: usize, sentences: &mut Vec<String>) {
    if let Some(entry) = store.index.entry(entry)
        && !sentences.contains(&entry.reason)
    {
        sentences.push(entry.reason);
    }
}

/// What there is, if the search refers to something that does not exist.
fn unknown_reference(store: Store) -> Option<String> {
    let unknown = store
        .results
        .with(|results| results.interpretation.unknown_reference);
    unknown.map(|unknown| unknown_sentence(store, unknown))
}

#[inline(never)]
fn unknown_sentence(store: Store, unknown: UnknownReference) -> String {
    messages().unknown_reference(store.agenda, unknown)
}

/// Why words find more than themselves.
fn reasons(store: Store) -> Vec<String> {
    let mut reasons = Vec::new();
    for expansion in expansions(store) {
        for via in expansion.sources {
            if let ExpansionSource::Entry(entry) = via {
                add_reason(store, entry, &mut reasons);
            }
        }
    }
    reasons
}

/// The words that find more than themselves.
pub fn expansions(store: Store) -> Vec<Expansion> {
    store
        .results
        .with(|results| results.interpretation.expansions.clone())
}

/// What words also find, as the label of a chip.
#[inline(never)]
pub fn label(store: Store, expansion: &Expansion) -> String {
    let typed = typed(store, &expansion.range);
    messages().expansion(store.agenda, store.index, &typed, &expansion.sources)
}

/// A part of the search text.
pub fn typed(store: Store, range: &Range<usize>) -> String {
    store.view_state.with(|view_state| {
        let text = view_state.search.as_str().get(range.clone());
        text.unwrap_or_default().to_owned()
    })
}
