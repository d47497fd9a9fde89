//! What is asked of a corpus.

use super::text_query::TextQuery;

/// A question to a corpus; everything in it narrows the result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What the text must contain.
    pub search: TextQuery,
    /// What each facet must be, by facet.
    pub filters: Vec<FacetFilter>,
    /// Only these documents, in this order of interest; `None` for all.
    pub within: Option<Vec<usize>>,
    /// In which order the documents that match are given.
    pub order: Order,
    /// How many of them are given; `None` for all.
    pub limit: Option<usize>,
}

/// The chosen values of one facet. Nothing chosen asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetFilter {
    /// Positions of the values.
    pub values: Vec<usize>,
    /// Whether a document must carry all of them, or any.
    pub require_all: bool,
}

/// The order of a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the documents stand in the corpus.
    #[default]
    Corpus,
    /// Best match first, ties as in the corpus. Documents that the search
    /// names stand as it names them.
    Relevance,
    /// As [`Query::within`] lists them.
    Given,
}
