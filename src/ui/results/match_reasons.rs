//! Why a recommendation is among the results of a search.

use leptos::prelude::*;

use crate::data::Recommendation;
use crate::messages::{ActionMessages, FoundWords, SearchMessages, messages};
use crate::store::Store;
use crate::ui::dom::{button, keyed, node, show};
use crate::ui::search::query_feedback::typed;
use facet_search::{MatchEvidence, MatchReason};

/// The button that asks for it, where the text itself has what was found; what
/// is found by its classification alone says so without being asked.
pub fn why_button(store: Store, entry: &'static Recommendation) -> AnyView {
    let number = entry.number;
    let asked = move || {
        store
            .transient
            .with(|transient| transient.explained == Some(number))
    };
    let in_text = move || {
        let reasons = store.reasons(number);
        !reasons.is_empty() && reasons.iter().all(in_text)
    };
    show(in_text, move || {
        button("action", move || {
            store.transient.update(|transient| {
                transient.explained = (transient.explained != Some(number)).then_some(number);
            });
        })
        .attr(
            "aria-label",
            &messages().action_on(store.agenda, messages().why(), number),
        )
        .state("aria-expanded", asked)
        .text(messages().why())
    })
}

pub fn why(store: Store, entry: &'static Recommendation) -> AnyView {
    let sentences = move || {
        let reasons = store.reasons(entry.number);
        let asked = store
            .transient
            .with(|transient| transient.explained == Some(entry.number));
        if !asked && reasons.iter().all(in_text) {
            return String::new();
        }
        let sentences = reasons.iter().map(|reason| sentence(store, entry, reason));
        sentences.collect::<Vec<_>>().join("\n")
    };
    keyed(sentences, |sentences| {
        let reasons = sentences
            .split('\n')
            .filter(|sentence| !sentence.is_empty());
        node("ul")
            .class("why")
            .attr("data-part", "why")
            .children(reasons.map(|sentence| node("li").text(sentence)))
    })
}

/// Whether the text has it.
fn in_text(reason: &MatchReason) -> bool {
    let mut evidence = reason.evidence.iter();
    evidence.any(|evidence| matches!(evidence, MatchEvidence::Text { .. }))
}

#[inline(never)]
fn sentence(store: Store, entry: &Recommendation, reason: &MatchReason) -> String {
    let mut found: Vec<FoundWords> = Vec::new();
    let mut values = Vec::new();
    for evidence in &reason.evidence {
        match evidence {
            MatchEvidence::Text {
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
                    None => found.push(FoundWords {
                        words: words.to_owned(),
                        times: 1,
                        via: *via,
                    }),
                }
            }
            MatchEvidence::Value(carried) => values.push(*carried),
        }
    }
    let typed = typed(store, &reason.range);
    messages().reason(store.agenda, &typed, &found, &values)
}
