//! The corpus: documents with facets, indexed once.

use std::collections::BinaryHeap;
use std::ops::Range;

use fixedbitset::FixedBitSet;

use super::fold::{CharFold, tokens};

/// A document as it is handed in.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The text in passages; a hit lies within one of them.
    pub passages: Vec<String>,
    /// For each facet, the values that the document carries.
    pub values: Vec<Vec<usize>>,
}

/// Documents made ready for queries. Documents, facets and values are known by
/// their position.
pub struct Corpus {
    /// All words of all documents, sorted, so that those with a common
    /// beginning stand side by side.
    words: Vec<String>,
    /// For each word, where it stands how often; by document.
    postings: Vec<Vec<Posting>>,
    documents: Vec<Indexed>,
    /// For each facet, for each value, the documents that carry it.
    values: Vec<Vec<FixedBitSet>>,
}

/// How often a word stands in a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub document: usize,
    pub times: usize,
}

struct Indexed {
    passages: Vec<Vec<Place>>,
    /// How many words it has.
    length: usize,
}

/// One word of a passage.
struct Place {
    word: usize,
    range: Range<usize>,
}

impl Corpus {
    /// Indexes documents. `sizes` is the number of values of each facet; a
    /// value beyond it is passed over.
    pub fn new(documents: &[Document], sizes: &[usize], fold: CharFold) -> Corpus {
        let cut: Vec<Vec<_>> = documents
            .iter()
            .map(|document| {
                let passages = document.passages.iter();
                passages.map(|text| tokens(text, fold)).collect()
            })
            .collect();
        let all = cut.iter().flatten().flatten();
        let words: BinaryHeap<&str> = all.map(|token| token.word.as_str()).collect();
        let mut words = words.into_sorted_vec();
        words.dedup();
        let words: Vec<String> = words.into_iter().map(str::to_owned).collect();

        let mut postings: Vec<Vec<Posting>> = vec![Vec::new(); words.len()];
        let mut indexed = Vec::with_capacity(cut.len());
        for (document, passages) in cut.into_iter().enumerate() {
            let passages: Vec<Vec<Place>> = passages
                .into_iter()
                .map(|passage| {
                    let places = passage.into_iter().filter_map(|token| {
                        let word = words.binary_search(&token.word).ok()?;
                        let range = token.range;
                        Some(Place { word, range })
                    });
                    places.collect()
                })
                .collect();
            for place in passages.iter().flatten() {
                if let Some(list) = postings.get_mut(place.word) {
                    match list.last_mut() {
                        Some(last) if last.document == document => last.times += 1,
                        _ => list.push(Posting { document, times: 1 }),
                    }
                }
            }
            let length = passages.iter().map(Vec::len).sum();
            indexed.push(Indexed { passages, length });
        }

        let values = sizes
            .iter()
            .enumerate()
            .map(|(facet, &size)| carriers(documents, facet, size))
            .collect();
        Corpus {
            words,
            postings,
            documents: indexed,
            values,
        }
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there is no document.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// For each facet, for each of its values, the documents that carry it.
    pub(super) fn values(&self) -> &[Vec<FixedBitSet>] {
        &self.values
    }

    /// The words that begin with `prefix`, as positions in the vocabulary.
    pub(super) fn beginning_with(&self, prefix: &str) -> Range<usize> {
        let start = self.words.partition_point(|word| word.as_str() < prefix);
        let rest = self.words.get(start..).unwrap_or_default();
        start..start + rest.partition_point(|word| word.starts_with(prefix))
    }

    /// Where the words of a range of the vocabulary stand.
    pub(super) fn postings(&self, words: &Range<usize>) -> impl Iterator<Item = Posting> {
        let lists = self.postings.get(words.clone()).unwrap_or_default();
        lists.iter().flatten().copied()
    }

    /// How many words a document has.
    pub(super) fn length(&self, document: usize) -> usize {
        self.documents
            .get(document)
            .map_or(0, |document| document.length)
    }

    /// For each passage of a document, the bytes of the words that belong to
    /// one of the ranges of the vocabulary.
    pub(super) fn marks(&self, document: usize, words: &[Range<usize>]) -> Vec<Vec<Range<usize>>> {
        let passages = self
            .documents
            .get(document)
            .map_or(&[][..], |document| &document.passages);
        let hit = |place: &&Place| words.iter().any(|range| range.contains(&place.word));
        passages
            .iter()
            .map(|places| {
                let hits = places.iter().filter(hit);
                hits.map(|place| place.range.clone()).collect()
            })
            .collect()
    }
}

fn carriers(documents: &[Document], facet: usize, size: usize) -> Vec<FixedBitSet> {
    let mut sets = vec![FixedBitSet::with_capacity(documents.len()); size];
    for (number, document) in documents.iter().enumerate() {
        for &value in document.values.get(facet).into_iter().flatten() {
            if let Some(set) = sets.get_mut(value) {
                set.insert(number);
            }
        }
    }
    sets
}
