//! Corpus and query as the search takes them: facets without labels, and no
//! glossary, because the engines beside it have neither. What stays, and finds
//! more than they do, are the forms of a word.

use crate::corpora::{Synthetic, Text};
use facet_search::{
    CharFold, Corpus, Document, FacetFilter, FacetSpec, Lexicon, Order, Passage, Query, TextQuery,
    ValueSpec,
};

/// How many ids are asked for.
const FIRST: usize = 20;

/// The facets of a corpus of which only the sizes are known.
pub fn facets(sizes: &[usize]) -> Vec<FacetSpec> {
    let value = |id: usize| ValueSpec {
        id: id.to_string(),
        labels: Vec::new(),
    };
    let facet = |size: &usize| FacetSpec {
        reference_prefixes: Vec::new(),
        values: (0..*size).map(value).collect(),
    };
    sizes.iter().map(facet).collect()
}

/// A document of one passage; `id` is its position.
pub fn document(id: usize, text: String, values: Vec<Vec<usize>>) -> Document {
    Document {
        number: id as u32 + 1,
        passages: vec![Passage { name: None, text }],
        values,
    }
}

/// The documents of a corpus.
pub fn documents(synthetic: &Synthetic) -> Vec<Document> {
    let own = |one: &Text| document(one.id, one.text.clone(), one.values.clone());
    synthetic.documents.iter().map(own).collect()
}

/// The index.
pub fn corpus(documents: &[Document], facets: &[FacetSpec], fold: CharFold) -> Corpus {
    Corpus::new(documents, facets, Lexicon::new(fold))
}

/// The best 20 for a text, any of the chosen values in each facet.
pub fn query(text: &str, chosen: &[Vec<usize>], fold: CharFold) -> Query {
    let choice = |values: &Vec<usize>| FacetFilter {
        values: values.clone(),
        require_all: false,
    };
    Query {
        search: TextQuery::parse(text, fold),
        filters: chosen.iter().map(choice).collect(),
        within: None,
        order: Order::Relevance,
        limit: Some(FIRST),
    }
}
