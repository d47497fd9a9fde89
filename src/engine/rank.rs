//! Best match first: Okapi BM25.
//!
//! Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
//! Beyond" (2009), with the usual k1 = 1.2 and b = 0.75. A term is all words
//! that begin with it.

use std::collections::BinaryHeap;
use std::ops::Range;

use super::corpus::Corpus;

const SATURATION: f64 = 1.2;
const LENGTH_WEIGHT: f64 = 0.75;

/// The score of each document for the terms of a search.
pub(super) struct Ranking {
    scores: Vec<f64>,
}

impl Ranking {
    /// Scores all documents; each term is a range of the vocabulary.
    pub(super) fn new(corpus: &Corpus, terms: &[Range<usize>]) -> Ranking {
        let size = corpus.len() as f64;
        let words: usize = (0..corpus.len()).map(|number| corpus.length(number)).sum();
        let usual = (words as f64 / size).max(1.0);
        let mut scores = vec![0.0; corpus.len()];
        for term in terms {
            let mut times = vec![0_usize; corpus.len()];
            for posting in corpus.postings(term) {
                if let Some(count) = times.get_mut(posting.document) {
                    *count += posting.times;
                }
            }
            let carriers = times.iter().filter(|count| **count > 0).count() as f64;
            let rarity = (1.0 + (size - carriers + 0.5) / (carriers + 0.5)).ln();
            for (document, (score, count)) in scores.iter_mut().zip(times).enumerate() {
                let count = count as f64;
                let length = corpus.length(document) as f64 / usual;
                let damping = SATURATION * (1.0 - LENGTH_WEIGHT + LENGTH_WEIGHT * length);
                *score += rarity * count * (SATURATION + 1.0) / (count + damping);
            }
        }
        Ranking { scores }
    }

    /// A key that is the lower the better a document matches. Scores are never
    /// negative, and such numbers rise as their bits do.
    pub(super) fn key(&self, document: usize) -> u64 {
        let score = self.scores.get(document).copied().unwrap_or_default();
        u64::MAX - score.to_bits()
    }
}

/// What carries the keys, lowest key first, ties by position. A heap, because
/// its code is a tenth of that of the sorting of slices.
pub(super) fn ranked(keyed: impl Iterator<Item = (u64, usize)>) -> Vec<usize> {
    let pairs: BinaryHeap<(u64, usize)> = keyed.collect();
    let sorted = pairs.into_sorted_vec().into_iter();
    sorted.map(|(_, position)| position).collect()
}
