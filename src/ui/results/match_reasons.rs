//! Why a recommendation is among the results of a search.

use leptos::web_sys::Element;

use crate::data::Recommendation;
use crate::joined::joined;
use crate::messages::{FoundWords, SearchMessages, messages};
use crate::store::Store;
use crate::ui::dom::{append, set_text};
use crate::ui::search::query_feedback::typed;
use facet_search::{MatchEvidence, MatchReason};

/// Whether the reader can ask for the reasons: where the text itself has what was
/// found. What is found by its classification alone says so without being asked.
pub fn on_demand(reasons: &[MatchReason]) -> bool {
    !reasons.is_empty() && reasons.iter().all(in_text)
}

/// The sentences that are shown, a line each; `asked` is whether the reader asks for
/// them.
pub fn sentences(
    store: Store,
    entry: &Recommendation,
    reasons: &[MatchReason],
    asked: bool,
) -> String {
    if !asked && reasons.iter().all(in_text) {
        return String::new();
    }
    let sentences = reasons.iter().map(|reason| sentence(store, entry, reason));
    joined(&sentences.collect::<Vec<_>>(), "\n")
}

/// Puts the sentences into the list of a recommendation.
pub fn write(list: &Element, sentences: &str) {
    set_text(list, "");
    for sentence in sentences.split('\n').filter(|it| !it.is_empty()) {
        set_text(&append(list, "li", ""), sentence);
    }
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
    messages().reason(store.agenda, store.index, &typed, &found, &values)
}
