//! The corpus: documents with facets, indexed once.

use std::ops::Range;

use fixedbitset::FixedBitSet;

use super::bm25;
use super::fold::{CharFold, tokenize, tokens};
use super::labels::Labels;
use super::lexicon::Lexicon;
use super::phrase_table::PhraseTable;
use super::postings::Postings;
use super::spelling;
use super::stem::Stems;
use super::texts::Texts;
use super::vocabulary::{Draft, Vocabulary};

/// A document as it is handed in.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The number that it is named by.
    pub number: u32,
    /// The text; a phrase lies within one passage.
    pub passages: Vec<Passage>,
    /// For each facet, the values that the document carries.
    pub values: Vec<Vec<usize>>,
}

/// A part of a text.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    /// What it can be named by, as the `3` of `15(3)`.
    pub name: Option<String>,
    pub text: String,
}

/// A facet as it is handed in.
#[derive(Clone, Debug, Default)]
pub struct FacetSpec {
    /// What may stand before the id of a value to name what carries it.
    pub reference_prefixes: Vec<String>,
    pub values: Vec<ValueSpec>,
}

/// A value of a facet.
#[derive(Clone, Debug, Default)]
pub struct ValueSpec {
    pub id: String,
    /// What it is called.
    pub labels: Vec<String>,
}

/// Documents made ready for queries. Documents, facets and values are known by
/// their position.
pub struct Corpus {
    pub(super) fold: CharFold,
    pub(super) reference_prefixes: Vec<String>,
    pub(super) stems: Stems,
    pub(super) vocabulary: Vocabulary,
    pub(super) texts: Texts,
    pub(super) postings: Postings,
    pub(super) labels: Labels,
    pub(super) phrase_table: PhraseTable,
    /// For each document, how much its length damps a frequency.
    pub(super) length_norm: Vec<f32>,
    pub(super) names: Names,
    /// For each facet, for each value, the documents that carry it.
    values: Vec<Vec<FixedBitSet>>,
}

/// What documents, passages and values can be named by.
pub(super) struct Names {
    pub numbers: Vec<u32>,
    /// For each document, for each passage.
    pub passages: Vec<Vec<Option<String>>>,
    /// For each facet, its reference_prefixes and the ids of its values.
    pub facets: Vec<(Vec<String>, Vec<String>)>,
}

impl Corpus {
    /// Indexes documents. A value that a facet does not have is passed over.
    pub fn new(documents: &[Document], facets: &[FacetSpec], lexicon: Lexicon) -> Corpus {
        let fold = lexicon.fold;
        let mut draft = Draft::default();
        let mut texts = Texts::default();
        for document in documents {
            for passage in &document.passages {
                tokenize(&passage.text, fold, |word, range| {
                    texts.add_word(draft.number(word), &range);
                });
                texts.end_passage();
            }
            texts.end_document();
        }
        // What can be typed is known even where no text has it.
        let labels = facets.iter().flat_map(|facet| &facet.values);
        let labels = labels.flat_map(|value| &value.labels);
        let entries = lexicon.glossary.iter().flat_map(|entry| &entry.words);
        for text in labels.chain(entries) {
            tokenize(text, fold, |word, _| {
                draft.number(word);
            });
        }

        let stem_overrides = lexicon
            .stem_overrides
            .iter()
            .map(|words| folded(words, fold));
        let stems = Stems::new(stem_overrides);
        let (vocabulary, places) = Vocabulary::new(draft, &stems);
        texts.renumber(&places);
        let values = facets
            .iter()
            .enumerate()
            .map(|(facet, known)| carriers(documents, facet, known.values.len()))
            .collect();
        let mut corpus = Corpus {
            fold,
            reference_prefixes: lexicon.reference_prefixes,
            stems,
            postings: Postings::new(&texts, vocabulary.len()),
            length_norm: bm25::length_norm(&texts),
            names: names(documents, facets),
            labels: Labels::default(),
            phrase_table: PhraseTable::default(),
            vocabulary,
            texts,
            values,
        };
        corpus.labels = Labels::new(&corpus, facets);
        corpus.phrase_table = PhraseTable::new(&corpus, facets, &lexicon.glossary);
        corpus
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.texts.documents()
    }

    /// Whether there is no document.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The words of the texts that a word could be a misspelling of and is no
    /// form of, the nearest first, then those in the most documents.
    pub fn spelling_suggestions(&self, word: &str) -> impl Iterator<Item = &str> {
        let words = spelling::neighbours(self, word).into_iter();
        words.map(|word| self.vocabulary.word(word))
    }

    /// For each facet, for each of its values, the documents that carry it.
    pub(super) fn values(&self) -> &[Vec<FixedBitSet>] {
        &self.values
    }

    /// The documents that carry a value.
    pub(super) fn carriers(&self, facet: usize, value: usize) -> Option<&FixedBitSet> {
        self.values.get(facet)?.get(value)
    }

    /// The folded words of a text.
    pub(super) fn words_in(&self, text: &str) -> Vec<String> {
        folded(&[text], self.fold)
    }

    /// The stem of a folded word, if a known word has it.
    pub(super) fn stem(&self, word: &str) -> Option<u32> {
        // The stems of known words are known.
        let known = self.vocabulary.exactly(word);
        match self.vocabulary.stem_of(known.start) {
            Some(stem) if !known.is_empty() => Some(stem),
            _ => self.vocabulary.stem(&self.stems.stem(word)),
        }
    }

    /// Whether a word occurs in any text.
    pub(super) fn stands_in_text(&self, word: u32) -> bool {
        self.postings.documents_with(word) > 0
    }

    /// An empty set of documents.
    pub(super) fn no_documents(&self) -> FixedBitSet {
        FixedBitSet::with_capacity(self.len())
    }

    /// The positions of the words of a range of the vocabulary and of those
    /// that share a stem, each once.
    pub(super) fn forms(&self, prefix: &Range<u32>, stem: Option<u32>) -> Vec<u32> {
        let family = stem.map_or(&[][..], |stem| self.vocabulary.family(stem));
        let others = family.iter().filter(|word| !prefix.contains(word));
        prefix.clone().chain(others.copied()).collect()
    }
}

fn folded<T: AsRef<str>>(texts: &[T], fold: CharFold) -> Vec<String> {
    let words = texts.iter().flat_map(|text| tokens(text.as_ref(), fold));
    words.map(|token| token.word).collect()
}

fn names(documents: &[Document], facets: &[FacetSpec]) -> Names {
    let passages = documents.iter().map(|document| {
        let names = document.passages.iter();
        names.map(|passage| passage.name.clone()).collect()
    });
    let facets = facets.iter().map(|facet| {
        let ids = facet.values.iter().map(|value| value.id.clone());
        (facet.reference_prefixes.clone(), ids.collect())
    });
    Names {
        numbers: documents.iter().map(|document| document.number).collect(),
        passages: passages.collect(),
        facets: facets.collect(),
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
