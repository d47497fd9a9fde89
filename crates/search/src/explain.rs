//! Why a document matches: which text or value each term of the search was found
//! in, and which bytes of the document to mark.

use std::ops::Range;

use crate::corpus::Corpus;
use crate::document::FacetValueRef;
use crate::interpretation::{Alternative, Clause, ExpansionSource, Interpretation, Term};
use crate::matcher::{Matcher, phrase_matches};

/// Why a document matches one term of the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchReason {
    /// The bytes of the term in the search text.
    pub range: Range<usize>,
    /// What was found; never empty.
    pub evidence: Vec<MatchEvidence>,
}

/// Something in a document that a term of the search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MatchEvidence {
    /// Words of a passage.
    Text {
        /// The position of the passage in the document.
        passage: usize,
        /// The bytes in the passage.
        range: Range<usize>,
        /// The expansion that found them; `None` for the words as typed.
        via: Option<ExpansionSource>,
    },
    /// A value that the document carries, found by its label or name.
    Value(FacetValueRef),
}

impl Interpretation {
    /// For each passage of a document, the bytes that the search found; sorted
    /// and without overlaps.
    pub fn marks(&self, corpus: &Corpus, document: usize) -> Vec<Vec<Range<usize>>> {
        self.marks_of(corpus, document, &self.reasons(corpus, document))
    }

    /// The same, where the reasons of [`Interpretation::reasons`] are known.
    pub fn marks_of(
        &self,
        corpus: &Corpus,
        document: usize,
        reasons: &[MatchReason],
    ) -> Vec<Vec<Range<usize>>> {
        let texts = &corpus.index.texts;
        let mut marks = vec![Vec::new(); texts.passage_count(document)];
        let references = self.references.iter().flatten();
        for reference in references.filter(|it| it.document == document) {
            for &passage in &reference.passages {
                let words = texts.byte_ranges(document, passage);
                if let (Some(first), Some(last), Some(marks)) =
                    (words.first(), words.last(), marks.get_mut(passage))
                {
                    insert(marks, first.start..last.end);
                }
            }
        }
        for evidence in reasons.iter().flat_map(|reason| &reason.evidence) {
            if let MatchEvidence::Text { passage, range, .. } = evidence
                && let Some(marks) = marks.get_mut(*passage)
            {
                insert(marks, range.clone());
            }
        }
        marks
    }

    /// Why a document matches, for each term of the alternatives that it
    /// matches; empty for a document that does not match.
    pub fn reasons(&self, corpus: &Corpus, document: usize) -> Vec<MatchReason> {
        self.alternatives
            .iter()
            .filter_map(|alternative| reasons(corpus, alternative, document))
            .flatten()
            .collect()
    }
}

/// `None` if the document does not match the alternative.
fn reasons(
    corpus: &Corpus,
    alternative: &Alternative,
    document: usize,
) -> Option<Vec<MatchReason>> {
    let mut excluded = alternative.excluded.iter();
    if excluded.any(|term| reason(corpus, term, document).is_some()) {
        return None;
    }
    let required = alternative.required.iter();
    let reasons: Option<Vec<MatchReason>> = required
        .map(|term| reason(corpus, term, document))
        .collect();
    // A word that is optional is no reason.
    let mut reasons = reasons?;
    reasons.retain(|reason| !reason.evidence.is_empty());
    Some(reasons)
}

/// What all clauses of a term find; `None` if none matches, no evidence if only
/// an optional word does.
fn reason(corpus: &Corpus, term: &Term, document: usize) -> Option<MatchReason> {
    let found = term
        .clauses
        .iter()
        .filter_map(|clause| clause_evidence(corpus, clause, document));
    let mut reason = None;
    for clause in found {
        let reason = reason.get_or_insert_with(|| MatchReason {
            range: term.range.clone(),
            evidence: Vec::new(),
        });
        for one in clause.into_iter().flatten() {
            // The same value can be found by its label and by its name.
            if !reason.evidence.contains(&one) {
                reason.evidence.push(one);
            }
        }
    }
    reason
}

/// What each matcher of a clause finds; `None` if one of them does not match.
fn clause_evidence(
    corpus: &Corpus,
    clause: &Clause,
    document: usize,
) -> Option<Vec<Vec<MatchEvidence>>> {
    let matchers = clause.matchers.iter();
    matchers
        .map(|matcher| evidence(corpus, matcher, clause.via, document))
        .collect()
}

/// What a matcher finds in a document; `None` if it does not match. Labels count
/// only where the text does not match.
fn evidence(
    corpus: &Corpus,
    matcher: &Matcher,
    via: Option<ExpansionSource>,
    document: usize,
) -> Option<Vec<MatchEvidence>> {
    let found = match matcher {
        Matcher::Word { optional: true, .. } => return Some(Vec::new()),
        Matcher::Word { forms, labels, .. } => {
            let is_form = |word: u32| forms.iter().any(|(form, _)| *form == word);
            let in_text = text_evidence(corpus, document, via, |words| {
                let words = words.iter().enumerate();
                let hits = words.filter(|(_, word)| is_form(**word));
                hits.map(|(position, _)| position..position + 1).collect()
            });
            if in_text.is_empty() {
                value_evidence(corpus, labels, document)
            } else {
                in_text
            }
        }
        Matcher::Phrase(terms) => text_evidence(corpus, document, via, |words| {
            let starts = phrase_matches(&corpus.index, words, terms);
            starts.map(|start| start..start + terms.len()).collect()
        }),
        Matcher::Value(value) => value_evidence(corpus, std::slice::from_ref(value), document),
    };
    (!found.is_empty()).then_some(found)
}

/// The values that a document carries, each once.
fn value_evidence(
    corpus: &Corpus,
    values: &[FacetValueRef],
    document: usize,
) -> Vec<MatchEvidence> {
    let mut found = Vec::new();
    for value in values {
        let carriers = corpus.index.carriers(value.facet, value.value);
        let evidence = MatchEvidence::Value(*value);
        if carriers.is_some_and(|it| it.contains(document)) && !found.contains(&evidence) {
            found.push(evidence);
        }
    }
    found
}

/// The ranges of words that `find` returns for the passages of a document.
fn text_evidence(
    corpus: &Corpus,
    document: usize,
    via: Option<ExpansionSource>,
    find: impl Fn(&[u32]) -> Vec<Range<usize>>,
) -> Vec<MatchEvidence> {
    let texts = &corpus.index.texts;
    let mut found = Vec::new();
    for (passage, words) in texts.passages(document).enumerate() {
        let matches = find(words);
        if matches.is_empty() {
            continue;
        }
        let byte_ranges = texts.byte_ranges(document, passage);
        for range in matches {
            let words = byte_ranges.get(range).unwrap_or_default();
            if let (Some(first), Some(last)) = (words.first(), words.last()) {
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

/// Inserts a range into a sorted list, merged with those that it overlaps.
fn insert(ranges: &mut Vec<Range<usize>>, range: Range<usize>) {
    let mut merged = range;
    ranges.retain(|other| {
        let is_separate = other.end <= merged.start || merged.end <= other.start;
        if !is_separate {
            merged = merged.start.min(other.start)..merged.end.max(other.end);
        }
        is_separate
    });
    let position = ranges.partition_point(|other| other.start < merged.start);
    ranges.insert(position, merged);
}
