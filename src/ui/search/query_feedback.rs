//! How the search was understood, where that is not how it was typed: words
//! taken for others, words that find more than themselves.

use std::ops::Range;

use crate::browser::focus;
use crate::joined::joined;
use crate::messages::{SearchMessages, messages};
use crate::state::SearchText;
use crate::store::Store;
use crate::ui::dom::{button, keyed, node};
use facet_search::{Expansion, ExpansionSource, Translated, UnknownReference};
use leptos::prelude::*;

/// All that there is to say, a line each.
#[inline(never)]
pub fn sentences(store: Store) -> String {
    let corrections = corrections(store).into_iter();
    let corrections = corrections.map(|(_, _, sentence)| sentence);
    let sentences: Vec<String> = corrections.chain(others(store)).collect();
    joined(&sentences, "\n")
}

/// What those must hear who do not see the page: that something else was searched for,
/// or nothing is there to be found.
pub fn news(store: Store) -> Vec<String> {
    let corrections = corrections(store).into_iter();
    let mut news: Vec<String> = corrections.map(|(_, _, sentence)| sentence).collect();
    news.extend(not_searched(store));
    if has_more(store) {
        news.extend(translated(store));
        news.extend(absences(store));
    }
    news
}

/// Whether words are read as others of another language, or are not there.
fn has_more(store: Store) -> bool {
    store.results.with(|results| {
        let interpretation = &results.interpretation;
        !interpretation.translated.is_empty() || !interpretation.absences.is_empty()
    })
}

pub fn understood(store: Store) -> AnyView {
    // A correction knows where its word stands.
    let key = move || {
        let places = corrections(store).into_iter();
        let places = places.map(|(range, _, _)| range.start.to_string());
        let places = joined(&places.collect::<Vec<_>>(), " ");
        joined(&[places, sentences(store)], "\n")
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
#[inline(never)]
pub fn corrections(store: Store) -> Vec<(Range<usize>, String, String)> {
    store.results.with(|results| {
        let corrections = results.interpretation.corrections.iter();
        let corrections = corrections.map(|correction| {
            let typed = typed(store, &correction.range);
            let sentence = messages().corrected(&typed, &correction.used);
            (correction.range.clone(), typed, sentence)
        });
        corrections.collect()
    })
}

/// What else there is to say.
#[inline(never)]
fn others(store: Store) -> Vec<String> {
    let mut sentences: Vec<String> = unknown_reference(store).into_iter().collect();
    sentences.extend(not_searched(store));
    if has_more(store) {
        sentences.extend(translated(store));
        // Where nothing is found, they stand in the place of the results.
        if store.results.with(|results| results.matched > 0) {
            sentences.extend(absences(store));
        }
    }
    sentences.extend(reasons(store));
    sentences
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
#[inline(never)]
fn translated(store: Store) -> Option<String> {
    let translated = store
        .results
        .with(|results| results.interpretation.translated.clone());
    let mut read: Vec<(Range<usize>, Vec<String>)> = Vec::new();
    for Translated { range, means } in translated {
        match read.last_mut() {
            Some((last, words)) if *last == range => words.push(means),
            _ => read.push((range, vec![means])),
        }
    }
    let read = read.into_iter();
    let read: Vec<_> = read
        .map(|(range, means)| (typed(store, &range), means))
        .collect();
    (!read.is_empty()).then(|| messages().translated(&read))
}

/// What the glossary says of words on which the texts say nothing.
#[inline(never)]
pub fn absences(store: Store) -> Vec<String> {
    let absences = store
        .results
        .with(|results| results.interpretation.absences.clone());
    let mut sentences: Vec<String> = Vec::new();
    for absence in absences {
        if let Some(entry) = store.index.entry(absence.entry)
            && !sentences.contains(&entry.reason)
        {
            sentences.push(entry.reason);
        }
    }
    sentences
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
#[inline(never)]
fn reasons(store: Store) -> Vec<String> {
    let mut reasons = Vec::new();
    for expansion in expansions(store) {
        for via in expansion.sources {
            if let ExpansionSource::Entry(entry) = via
                && let Some(entry) = store.index.entry(entry)
                && !reasons.contains(&entry.reason)
            {
                reasons.push(entry.reason);
            }
        }
    }
    reasons
}

/// The words that find more than themselves; not those that stand for others in another
/// language, of which that is said.
#[inline(never)]
pub fn expansions(store: Store) -> Vec<Expansion> {
    store.results.with(|results| {
        let interpretation = &results.interpretation;
        let is_foreign = |expansion: &&Expansion| {
            let mut translated = interpretation.translated.iter();
            translated.any(|translated| translated.range == expansion.range)
        };
        let expansions = interpretation.expansions.iter();
        expansions.filter(|it| !is_foreign(it)).cloned().collect()
    })
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
