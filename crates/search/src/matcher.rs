//! Matchers: the elementary conditions of a search, and the documents that meet
//! one.

use std::ops::Range;

use fixedbitset::FixedBitSet;

use crate::bm25::idf;
use crate::document::FacetValueRef;
use crate::index::Index;

/// A condition on a document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Matcher {
    /// One of these words, each with the weight of an occurrence, or one of
    /// these labels.
    Word {
        forms: Vec<(u32, f32)>,
        labels: Vec<FacetValueRef>,
        /// Whether documents without the words match as well.
        optional: bool,
    },
    /// Words one after the other in one passage.
    Phrase(Vec<PhraseTerm>),
    /// A facet value.
    Value(FacetValueRef),
}

/// A word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PhraseTerm {
    /// One of the words of this range of ids.
    Words(Range<u32>),
    /// A word with this stem.
    Stem(u32),
}

impl PhraseTerm {
    fn matches(&self, index: &Index, word: u32) -> bool {
        match self {
            PhraseTerm::Words(range) => range.contains(&word),
            PhraseTerm::Stem(stem) => index.vocabulary.stem_of(word) == Some(*stem),
        }
    }

    /// All words that match.
    fn words(&self, index: &Index) -> Vec<u32> {
        match self {
            PhraseTerm::Words(range) => range.clone().collect(),
            PhraseTerm::Stem(stem) => index.vocabulary.family(*stem).to_vec(),
        }
    }
}

/// Where a phrase occurs in the words of a passage: the index of its first word.
pub(crate) fn phrase_matches<'a>(
    index: &'a Index,
    words: &'a [u32],
    terms: &'a [PhraseTerm],
) -> impl Iterator<Item = usize> {
    words
        .windows(terms.len().max(1))
        .enumerate()
        .filter(move |(_, window)| {
            let mut pairs = window.iter().zip(terms);
            pairs.all(|(word, term)| term.matches(index, *word)) && !terms.is_empty()
        })
        .map(|(start, _)| start)
}

/// The documents that meet a condition.
pub(crate) struct MatcherHits {
    pub documents: FixedBitSet,
    /// For each document, the weighted number of occurrences in its text. Empty
    /// if no scores are needed or the condition is not one on the text.
    pub term_frequency: Vec<f32>,
    pub idf: f32,
    /// Whether the occurrences count without being required.
    pub optional: bool,
}

impl MatcherHits {
    pub(crate) fn new(index: &Index, matcher: &Matcher, scored: bool) -> MatcherHits {
        let mut hits = MatcherHits {
            documents: index.no_documents(),
            term_frequency: Vec::new(),
            idf: 0.0,
            optional: matches!(matcher, Matcher::Word { optional: true, .. }),
        };
        if scored && !matches!(matcher, Matcher::Value(_)) {
            hits.term_frequency = vec![0.0; index.document_count()];
        }
        match matcher {
            Matcher::Word { forms, .. } => {
                for &(word, weight) in forms {
                    hits.add_word(index, word, weight);
                }
            }
            Matcher::Phrase(terms) => hits.add_phrase(index, terms),
            Matcher::Value(value) => hits.add_carriers(index, *value),
        }
        if scored {
            let document_frequency = hits.documents.count_ones(..);
            hits.idf = idf(index.document_count(), document_frequency);
        }
        if hits.optional {
            hits.documents = index.all_documents();
        }
        // Documents found by a label only do not count in the frequency.
        if let Matcher::Word { labels, .. } = matcher {
            for value in labels {
                hits.add_carriers(index, *value);
            }
        }
        hits
    }

    /// The term frequency in a document; zero if its text does not match.
    pub(crate) fn term_frequency(&self, document: usize) -> f32 {
        self.term_frequency
            .get(document)
            .copied()
            .unwrap_or_default()
    }

    fn add_word(&mut self, index: &Index, word: u32, weight: f32) {
        for posting in index.postings.of(word) {
            self.documents.insert(posting.document);
            if let Some(sum) = self.term_frequency.get_mut(posting.document) {
                *sum += weight * posting.positions.len() as f32;
            }
        }
    }

    fn add_phrase(&mut self, index: &Index, terms: &[PhraseTerm]) {
        let Some((first, others)) = terms.split_first() else {
            return;
        };
        for word in first.words(index) {
            for posting in index.postings.of(word) {
                let continues = |position: &&u32| {
                    let mut pairs = others.iter().zip(index.texts.following(**position));
                    pairs.all(|(term, word)| term.matches(index, *word))
                };
                let occurrences = posting.positions.iter().filter(continues).count();
                if occurrences > 0 {
                    self.documents.insert(posting.document);
                    if let Some(sum) = self.term_frequency.get_mut(posting.document) {
                        *sum += occurrences as f32;
                    }
                }
            }
        }
    }

    fn add_carriers(&mut self, index: &Index, value: FacetValueRef) {
        if let Some(carriers) = index.carriers(value.facet, value.value) {
            self.documents.union_with(carriers);
        }
    }
}
