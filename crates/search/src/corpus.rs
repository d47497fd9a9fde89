//! The corpus: documents and facets, indexed once and never changed.

use crate::bm25;
use crate::document::{Document, FacetSpec};
use crate::index::Index;
use crate::labels::Labels;
use crate::lexicon::Lexicon;
use crate::names::Names;
use crate::phrase_table::PhraseTable;
use crate::spelling;
use crate::translation::Translations;

/// Documents prepared for queries. Documents, facets and values are identified
/// by their positions in what was indexed.
pub struct Corpus {
    pub(crate) index: Index,
    pub(crate) labels: Labels,
    pub(crate) phrase_table: PhraseTable,
    /// `None` without any.
    pub(crate) translations: Option<Translations>,
    pub(crate) names: Names,
    /// For each document; see [`bm25::length_norms`].
    pub(crate) length_norms: Vec<f32>,
}

impl Corpus {
    /// Indexes documents. Values that a facet does not have are ignored.
    pub fn new(documents: &[Document], facets: &[FacetSpec], lexicon: Lexicon) -> Corpus {
        let index = Index::new(documents, facets, &lexicon);
        Corpus {
            labels: Labels::new(&index, facets),
            phrase_table: PhraseTable::new(&index, facets, &lexicon.glossary),
            translations: (!lexicon.translations.is_empty())
                .then(|| Translations::new(&index, &lexicon)),
            length_norms: bm25::length_norms(&index.texts),
            index,
            names: Names::new(documents, facets, lexicon),
        }
    }

    /// The number of documents.
    pub fn len(&self) -> usize {
        self.index.document_count()
    }

    /// Whether there are no documents.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Words of the texts that `word` may be a misspelling of, without its own
    /// forms: the nearest first, then those in the most documents.
    pub fn spelling_suggestions(&self, word: &str) -> impl Iterator<Item = &str> {
        spelling::suggestions(&self.index, word)
            .into_iter()
            .map(|word| self.index.vocabulary.word(word))
    }
}
