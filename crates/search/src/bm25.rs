//! The ranking function Okapi BM25.
//!
//! Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
//! Beyond" (2009), with the usual parameters. What counts as the frequency of a
//! term is decided by the caller.

use crate::texts::Texts;

/// How soon a higher term frequency stops to matter.
const K1: f32 = 1.2;
/// How much the length of a document matters, from 0 to 1.
const B: f32 = 0.75;

/// For each document, the part of the denominator that depends on its length:
/// `k1 * (1 - b + b * document_length / average_length)`.
pub(crate) fn length_norms(texts: &Texts) -> Vec<f32> {
    let document_count = texts.document_count();
    let total_length: usize = (0..document_count)
        .map(|it| texts.document_length(it))
        .sum();
    let average_length = (total_length as f32 / document_count.max(1) as f32).max(1.0);
    (0..document_count)
        .map(|document| {
            let document_length = texts.document_length(document) as f32;
            K1 * (1.0 - B + B * document_length / average_length)
        })
        .collect()
}

/// The inverse document frequency of a term that `document_frequency` of
/// `document_count` documents contain; never negative.
pub(crate) fn idf(document_count: usize, document_frequency: usize) -> f32 {
    let (n, df) = (document_count as f64, document_frequency as f64);
    (1.0 + (n - df + 0.5) / (df + 0.5)).ln() as f32
}

/// The score of a term in a document.
pub(crate) fn bm25(term_frequency: f32, idf: f32, length_norm: f32) -> f32 {
    idf * term_frequency * (K1 + 1.0) / (term_frequency + length_norm)
}
