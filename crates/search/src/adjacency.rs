//! Two words that were typed next to each other score more where they occur so:
//! the ordered pairs of the sequential dependence model (Metzler and Croft, "A
//! Markov random field model for term dependencies", 2005).

use fixedbitset::FixedBitSet;

use crate::bm25::bm25;
use crate::index::Index;
use crate::matcher::Matcher;

/// Two words that were typed next to each other.
pub(crate) struct AdjacentPair {
    /// For each document, how often they occur next to each other.
    term_frequency: Vec<f32>,
    idf: f32,
}

impl AdjacentPair {
    /// Counts where a form of the second word follows one of the first; `None` if
    /// one of them is not a plain word.
    pub(crate) fn new(
        index: &Index,
        first: &Matcher,
        second: &Matcher,
        idf: f32,
    ) -> Option<AdjacentPair> {
        let (Matcher::Word { forms, .. }, Matcher::Word { forms: seconds, .. }) = (first, second)
        else {
            return None;
        };
        let mut second_forms = FixedBitSet::with_capacity(index.vocabulary.len());
        for (form, _) in seconds {
            second_forms.insert(*form as usize);
        }
        let mut term_frequency = vec![0.0; index.document_count()];
        for (form, _) in forms {
            for posting in index.postings.of(*form) {
                for &position in posting.positions {
                    let next = index.texts.following(position).first();
                    if next.is_some_and(|next| second_forms.contains(*next as usize))
                        && let Some(sum) = term_frequency.get_mut(posting.document)
                    {
                        *sum += 1.0;
                    }
                }
            }
        }
        Some(AdjacentPair {
            term_frequency,
            idf,
        })
    }

    /// The score of a document; zero where the words are never adjacent.
    pub(crate) fn score(&self, document: usize, length_norm: f32) -> f32 {
        let term_frequency = self
            .term_frequency
            .get(document)
            .copied()
            .unwrap_or_default();
        if term_frequency > 0.0 {
            bm25(term_frequency, self.idf, length_norm)
        } else {
            0.0
        }
    }
}
