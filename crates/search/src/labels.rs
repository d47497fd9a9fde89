//! Words of facet labels that find the documents carrying the value, because no
//! text of these documents contains the word.

use fixedbitset::FixedBitSet;

use crate::document::{FacetSpec, FacetValueRef};
use crate::index::Index;
use crate::sorting::insert_unique;

/// Words of labels with the values that they find; sorted.
pub(crate) struct Labels {
    words: Vec<(u32, FacetValueRef)>,
}

impl Labels {
    pub(crate) fn new(index: &Index, facets: &[FacetSpec]) -> Labels {
        let mut words = Vec::new();
        for (facet, spec) in facets.iter().enumerate() {
            for (value, spec) in spec.values.iter().enumerate() {
                let Some(carriers) = index.carriers(facet, value) else {
                    continue;
                };
                for word in spec.labels.iter().flat_map(|label| index.words_in(label)) {
                    let word = index.vocabulary.exact(&word).start;
                    if !occurs_in(index, word, carriers) {
                        insert_unique(&mut words, (word, FacetValueRef { facet, value }));
                    }
                }
            }
        }
        Labels { words }
    }

    /// The values that a word finds.
    pub(crate) fn values_of(&self, word: u32) -> impl Iterator<Item = FacetValueRef> {
        let start = self.words.partition_point(|(other, _)| *other < word);
        let rest = self.words.get(start..).unwrap_or_default();
        rest.iter()
            .take_while(move |(other, _)| *other == word)
            .map(|(_, value)| *value)
    }
}

/// Whether one of the documents contains a word with the same stem.
fn occurs_in(index: &Index, word: u32, documents: &FixedBitSet) -> bool {
    let stem = index.vocabulary.stem_of(word);
    let family = stem.map_or(&[][..], |stem| index.vocabulary.family(stem));
    family
        .iter()
        .flat_map(|word| index.postings.of(*word))
        .any(|posting| documents.contains(posting.document))
}
