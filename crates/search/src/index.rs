//! The inverted index of a corpus: vocabulary, texts, postings, and the
//! documents that carry each facet value.
//!
//! It knows words and documents only. What labels and synonyms add is built on
//! it, in `labels` and `phrase_table`.

use std::ops::Range;

use fixedbitset::FixedBitSet;

use crate::document::{Document, FacetSpec};
use crate::fold::{CharFold, tokenize, tokens};
use crate::lexicon::Lexicon;
use crate::postings::Postings;
use crate::stem::Stems;
use crate::texts::Texts;
use crate::vocabulary::{Vocabulary, VocabularyBuilder};

pub(crate) struct Index {
    fold: CharFold,
    pub stems: Stems,
    function_words: Vec<String>,
    /// Whether a word that is in no text is a word of the language.
    pub is_word: fn(&str) -> bool,
    /// Whether unknown words are left as they are.
    pub is_partial: bool,
    pub vocabulary: Vocabulary,
    pub texts: Texts,
    pub postings: Postings,
    /// For each facet, for each value, the documents that carry it.
    pub values: Vec<Vec<FixedBitSet>>,
}

impl Index {
    /// Indexes documents. Values that a facet does not have are ignored.
    pub(crate) fn new(documents: &[Document], facets: &[FacetSpec], lexicon: &Lexicon) -> Index {
        let fold = lexicon.fold;
        let mut builder = VocabularyBuilder::default();
        let mut texts = Texts::default();
        for document in documents {
            for passage in &document.passages {
                tokenize(&passage.text, fold, |word, bytes| {
                    texts.add_word(builder.id(word), &bytes);
                });
                texts.end_passage();
            }
            texts.end_document();
        }
        // The words of labels and synonyms are known even if no text has them.
        let labels = facets
            .iter()
            .flat_map(|facet| &facet.values)
            .flat_map(|value| &value.labels);
        let synonyms = lexicon.glossary.iter().flat_map(|rule| &rule.words);
        for text in labels.chain(synonyms) {
            tokenize(text, fold, |word, _| {
                builder.id(word);
            });
        }

        let overrides = lexicon.stem_overrides.iter();
        let stems = Stems::new(overrides.map(|words| folded_words(words, fold)));
        let (vocabulary, final_ids) = Vocabulary::new(builder, &stems);
        texts.renumber(&final_ids);
        let values = facets
            .iter()
            .enumerate()
            .map(|(facet, spec)| carriers(documents, facet, spec.values.len()))
            .collect();
        Index {
            fold,
            stems,
            function_words: folded_words(&lexicon.function_words, fold),
            is_word: lexicon.is_word,
            is_partial: lexicon.is_partial,
            postings: Postings::new(&texts, vocabulary.len()),
            vocabulary,
            texts,
            values,
        }
    }

    pub(crate) fn document_count(&self) -> usize {
        self.texts.document_count()
    }

    /// The documents that carry a value.
    pub(crate) fn carriers(&self, facet: usize, value: usize) -> Option<&FixedBitSet> {
        self.values.get(facet)?.get(value)
    }

    /// The folded words of a text.
    pub(crate) fn words_in(&self, text: &str) -> Vec<String> {
        folded_words(&[text], self.fold)
    }

    /// The stem of a folded word, if a known word has it.
    pub(crate) fn stem(&self, word: &str) -> Option<u32> {
        // A known word need not be stemmed again.
        let known = self.vocabulary.exact(word);
        match self.vocabulary.stem_of(known.start) {
            Some(stem) if !known.is_empty() => Some(stem),
            _ => self.vocabulary.find_stem(&self.stems.stem(word)),
        }
    }

    /// The stem of a folded word as a text.
    pub(crate) fn stem_text(&self, word: &str) -> String {
        self.stems.stem(word)
    }

    /// Whether a folded word is a function word.
    pub(crate) fn is_function_word(&self, word: &str) -> bool {
        self.function_words.iter().any(|other| other == word)
    }

    /// Whether a word occurs in any text.
    pub(crate) fn occurs_in_text(&self, word: u32) -> bool {
        self.postings.document_frequency(word) > 0
    }

    /// The words of a range, then the other words with a stem.
    pub(crate) fn forms(&self, range: &Range<u32>, stem: Option<u32>) -> Vec<u32> {
        let family = stem.map_or(&[][..], |stem| self.vocabulary.family(stem));
        let others = family.iter().filter(|word| !range.contains(word));
        range.clone().chain(others.copied()).collect()
    }

    /// The empty set of documents.
    pub(crate) fn no_documents(&self) -> FixedBitSet {
        FixedBitSet::with_capacity(self.document_count())
    }

    /// The set of all documents.
    pub(crate) fn all_documents(&self) -> FixedBitSet {
        let mut all = self.no_documents();
        all.insert_range(..);
        all
    }
}

fn folded_words<T: AsRef<str>>(texts: &[T], fold: CharFold) -> Vec<String> {
    texts
        .iter()
        .flat_map(|text| tokens(text.as_ref(), fold))
        .map(|token| token.word)
        .collect()
}

/// For each of `value_count` values of a facet, the documents that carry it.
fn carriers(documents: &[Document], facet: usize, value_count: usize) -> Vec<FixedBitSet> {
    let mut sets = vec![FixedBitSet::with_capacity(documents.len()); value_count];
    for (position, document) in documents.iter().enumerate() {
        for &value in document.values.get(facet).into_iter().flatten() {
            if let Some(set) = sets.get_mut(value) {
                set.insert(position);
            }
        }
    }
    sets
}
