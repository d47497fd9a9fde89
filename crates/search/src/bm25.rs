//! Best match first: Okapi BM25.
//!
//! Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
//! Beyond" (2009), with the usual k1 = 1.2 and b = 0.75. What counts as a
//! frequency is written down in `docs/search.md`. Words that were typed next to
//! each other and stand so weigh more: the ordered pairs of the sequential
//! dependence model (Metzler and Croft, "A Markov random field model for term
//! dependencies", 2005).

use std::collections::BinaryHeap;

use super::texts::Texts;

const SATURATION: f32 = 1.2;
const LENGTH_WEIGHT: f32 = 0.75;

/// The frequency of what is found by a label alone.
pub(super) const LABEL: f32 = 0.3;
/// What two neighbouring words weigh as such, beside each of them.
pub(super) const ADJACENT: f32 = 0.5;
/// What a phrase of the glossary weighs.
pub(super) const PHRASE: f32 = 0.6;

/// For each document, how much its length damps a frequency.
pub(super) fn length_norm(texts: &Texts) -> Vec<f32> {
    let lengths = (0..texts.documents()).map(|document| texts.length(document) as f32);
    let words: usize = (0..texts.documents()).map(|it| texts.length(it)).sum();
    let usual = (words as f32 / texts.documents().max(1) as f32).max(1.0);
    let damped =
        lengths.map(|length| SATURATION * (1.0 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / usual));
    damped.collect()
}

/// How much it says that a document has something that `having` of `all` have.
pub(super) fn idf(all: usize, having: usize) -> f32 {
    let (all, having) = (all as f64, having as f64);
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln() as f32
}

/// The score of a frequency.
pub(super) fn bm25(term_frequency: f32, idf: f32, length_norm: f32) -> f32 {
    idf * term_frequency * (SATURATION + 1.0) / (term_frequency + length_norm)
}

/// A key that is the lower the fewer terms are found `outside` of the text, and
/// then the higher the score. Scores are never negative, and such numbers rise
/// as their bits do.
pub(super) fn key(outside: u32, score: f32) -> u64 {
    (u64::from(outside) << 32) | u64::from(u32::MAX - score.to_bits())
}

/// The first `most` of what carries the keys, lowest key first, ties by
/// position. A heap, because its code is a tenth of that of the sorting of
/// slices, and most of what is found need not be sorted.
pub fn ranked(keyed: impl Iterator<Item = (u64, usize)>, most: usize) -> Vec<usize> {
    let mut best: BinaryHeap<(u64, usize)> = BinaryHeap::new();
    for pair in keyed {
        if best.len() < most {
            best.push(pair);
        } else if let Some(mut worst) = best.peek_mut()
            && pair < *worst
        {
            *worst = pair;
        }
    }
    let sorted = best.into_sorted_vec().into_iter();
    sorted.map(|(_, position)| position).collect()
}
