//! The names by which a search text can refer to documents and passages.

use crate::document::{Document, FacetSpec};
use crate::lexicon::{Lexicon, ReferenceWord};

pub(crate) struct Names {
    /// Words that may precede the number of a document.
    pub prefixes: Vec<String>,
    /// Those that may also precede a number as a word.
    pub nouns: Vec<String>,
    /// What further words mean.
    pub word: fn(&str) -> Option<ReferenceWord>,
    /// The title of the corpus.
    pub title: String,
    /// The number of each document.
    pub numbers: Vec<u32>,
    /// For each document, the name of each passage.
    pub passages: Vec<Vec<Option<String>>>,
    pub facets: Vec<FacetNames>,
}

/// The names of a facet and its values.
pub(crate) struct FacetNames {
    /// Words that may precede the id of a value.
    pub prefixes: Vec<String>,
    /// The id of each value.
    pub ids: Vec<String>,
}

impl Names {
    pub(crate) fn new(documents: &[Document], facets: &[FacetSpec], lexicon: Lexicon) -> Names {
        let passages = documents.iter().map(|document| {
            let passages = document.passages.iter();
            passages.map(|passage| passage.name.clone()).collect()
        });
        let facets = facets.iter().map(|facet| FacetNames {
            prefixes: facet.reference_prefixes.clone(),
            ids: facet.values.iter().map(|value| value.id.clone()).collect(),
        });
        Names {
            prefixes: lexicon.reference_prefixes,
            nouns: lexicon.reference_nouns,
            word: lexicon.reference_word,
            title: lexicon.title,
            numbers: documents.iter().map(|document| document.number).collect(),
            passages: passages.collect(),
            facets: facets.collect(),
        }
    }
}
