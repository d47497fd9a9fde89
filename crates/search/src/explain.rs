//! What was found in a document: the places to be marked, and the reasons.

use std::ops::Range;

use super::corpus::Corpus;
use super::interpretation::{Alternative, ExpansionSource, Interpretation, Matcher, Term};
use super::labels::FacetValueRef;
use super::matching::phrase_matches;

/// Why a document matches one thing that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchReason {
    /// The bytes of the search text.
    pub range: Range<usize>,
    pub evidence: Vec<MatchEvidence>,
}

/// What was found of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MatchEvidence {
    /// Bytes of a passage, and what else than the typed words led to it.
    Text {
        passage: usize,
        range: Range<usize>,
        via: Option<ExpansionSource>,
    },
    /// A value that the document carries, found by its label or name.
    Value(FacetValueRef),
}

impl Interpretation {
    /// For each passage of a document, the bytes of what was found; sorted, and
    /// none overlaps another.
    pub fn marks(&self, corpus: &Corpus, document: usize) -> Vec<Vec<Range<usize>>> {
        let mut marks = vec![Vec::new(); corpus.texts.passages_of(document)];
        let references = self.references.iter().flatten();
        for reference in references.filter(|it| it.document == document) {
            for &passage in &reference.passages {
                let places = corpus.texts.places(document, passage);
                let (first, last) = (places.first(), places.last());
                if let (Some(first), Some(last), Some(marks)) =
                    (first, last, marks.get_mut(passage))
                {
                    insert(marks, first.start..last.end);
                }
            }
        }
        for evidence in self
            .reasons(corpus, document)
            .into_iter()
            .flat_map(|it| it.evidence)
        {
            if let MatchEvidence::Text { passage, range, .. } = evidence
                && let Some(marks) = marks.get_mut(passage)
            {
                insert(marks, range);
            }
        }
        marks
    }

    /// Why a document is found: for each term of the alternatives that find it,
    /// what was found; nothing for one that is not.
    pub fn reasons(&self, corpus: &Corpus, document: usize) -> Vec<MatchReason> {
        let alternatives = self.alternatives.iter();
        let reasons = alternatives.filter_map(|it| reasons(corpus, it, document));
        reasons.flatten().collect()
    }
}

/// `None` where the alternative does not find the document.
fn reasons(
    corpus: &Corpus,
    alternative: &Alternative,
    document: usize,
) -> Option<Vec<MatchReason>> {
    let mut unwanted = alternative.unwanted.iter();
    if unwanted.any(|term| reason(corpus, term, document).is_some()) {
        return None;
    }
    let wanted = alternative.wanted.iter();
    wanted.map(|term| reason(corpus, term, document)).collect()
}

/// What is found of a term, in all ways that find it; `None` where none does.
fn reason(corpus: &Corpus, term: &Term, document: usize) -> Option<MatchReason> {
    let options = term.options.iter();
    let found = options.filter_map(|option| {
        let all = option.all.iter();
        let all = all.map(|matcher| evidence(corpus, matcher, option.via, document));
        let all: Option<Vec<Vec<MatchEvidence>>> = all.collect();
        Some(all?.into_iter().flatten())
    });
    let mut evidence = Vec::new();
    for one in found.flatten() {
        // A value can be found by its label and by its name.
        if !evidence.contains(&one) {
            evidence.push(one);
        }
    }
    let range = term.range.clone();
    (!evidence.is_empty()).then_some(MatchReason { range, evidence })
}

/// What a finder finds in a document; `None` for nothing. A label counts where
/// the text has nothing.
fn evidence(
    corpus: &Corpus,
    matcher: &Matcher,
    via: Option<ExpansionSource>,
    document: usize,
) -> Option<Vec<MatchEvidence>> {
    let found = match matcher {
        Matcher::Word { forms, labels } => {
            let is_form = |word: u32| forms.iter().any(|(form, _)| *form == word);
            let text = in_text(corpus, document, via, |words| {
                let places = words.iter().enumerate();
                let hits = places.filter(|(_, word)| is_form(**word));
                hits.map(|(place, _)| place..place + 1).collect()
            });
            match text.is_empty() {
                true => carried(corpus, labels, document),
                false => text,
            }
        }
        Matcher::Phrase(terms) => in_text(corpus, document, via, |words| {
            let rows = phrase_matches(corpus, words, terms);
            rows.map(|place| place..place + terms.len()).collect()
        }),
        Matcher::Value(value) => carried(corpus, std::slice::from_ref(value), document),
    };
    (!found.is_empty()).then_some(found)
}

/// Those of some values that a document carries, each once.
fn carried(corpus: &Corpus, values: &[FacetValueRef], document: usize) -> Vec<MatchEvidence> {
    let mut found = Vec::new();
    for value in values {
        let carriers = corpus.carriers(value.facet, value.value);
        let evidence = MatchEvidence::Value(*value);
        if carriers.is_some_and(|it| it.contains(document)) && !found.contains(&evidence) {
            found.push(evidence);
        }
    }
    found
}

/// The rows of words that `find` finds in the passages of a document.
fn in_text(
    corpus: &Corpus,
    document: usize,
    via: Option<ExpansionSource>,
    find: impl Fn(&[u32]) -> Vec<Range<usize>>,
) -> Vec<MatchEvidence> {
    let mut found = Vec::new();
    for (passage, words) in corpus.texts.passages(document).enumerate() {
        let rows = find(words);
        if rows.is_empty() {
            continue;
        }
        let places = corpus.texts.places(document, passage);
        for row in rows {
            let row = places.get(row).unwrap_or_default();
            if let (Some(first), Some(last)) = (row.first(), row.last()) {
                found.push(MatchEvidence::Text {
                    passage,
                    range: first.start..last.end,
                    via,
                });
            }
        }
    }
    found
}

/// Adds a range to others; those that it overlaps become one with it.
fn insert(ranges: &mut Vec<Range<usize>>, new: Range<usize>) {
    let mut whole = new;
    ranges.retain(|other| {
        let apart = other.end <= whole.start || whole.end <= other.start;
        if !apart {
            whole = whole.start.min(other.start)..whole.end.max(other.end);
        }
        apart
    });
    let place = ranges.partition_point(|other| other.start < whole.start);
    ranges.insert(place, whole);
}
