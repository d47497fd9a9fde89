//! What the labels of facet values add to the texts: words that no text with
//! the value has itself.

use fixedbitset::FixedBitSet;

use super::corpus::{Corpus, FacetSpec};
use super::sorted_vec::insert_unique;

/// Words of labels with the values that they find, sorted by word.
#[derive(Default)]
pub(super) struct Labels {
    words: Vec<(u32, FacetValueRef)>,
}

/// A value of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FacetValueRef {
    pub facet: usize,
    pub value: usize,
}

impl Labels {
    pub(super) fn new(corpus: &Corpus, facets: &[FacetSpec]) -> Labels {
        let mut words = Vec::new();
        for (facet, known) in facets.iter().enumerate() {
            for (value, entry) in known.values.iter().enumerate() {
                let Some(carriers) = corpus.carriers(facet, value) else {
                    continue;
                };
                for word in entry.labels.iter().flat_map(|label| corpus.words_in(label)) {
                    let position = corpus.vocabulary.exactly(&word).start;
                    if !stands_in(corpus, position, carriers) {
                        insert_unique(&mut words, (position, FacetValueRef { facet, value }));
                    }
                }
            }
        }
        Labels { words }
    }

    /// The values that a word finds.
    pub(super) fn of(&self, word: u32) -> impl Iterator<Item = FacetValueRef> {
        let start = self.words.partition_point(|(other, _)| *other < word);
        let rest = self.words.get(start..).unwrap_or_default();
        let own = rest.iter().take_while(move |(other, _)| *other == word);
        own.map(|(_, carried)| *carried)
    }
}

/// Whether one of these documents has a word of the same stem.
fn stands_in(corpus: &Corpus, word: u32, documents: &FixedBitSet) -> bool {
    let stem = corpus.vocabulary.stem_of(word);
    let family = stem.map_or(&[][..], |stem| corpus.vocabulary.family(stem));
    let mut all = family.iter().flat_map(|word| corpus.postings.of(*word));
    all.any(|posting| documents.contains(posting.document))
}
