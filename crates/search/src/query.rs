//! A query: a search text and restrictions, by position. What the text means in
//! a corpus is decided in `interpret`.

use crate::text_query::TextQuery;

/// What is searched for. A document matches if it meets every condition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The search text.
    pub search: TextQuery,
    /// For each facet, the values that are required.
    pub filters: Vec<FacetFilter>,
    /// The documents to search in, by position, in the order for
    /// [`Order::Given`]; `None` for all.
    pub within: Option<Vec<usize>>,
    /// The order of the results.
    pub order: Order,
    /// How many results are returned at most; `None` for all.
    pub limit: Option<usize>,
}

/// The selected values of a facet. With none selected, every document passes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetFilter {
    /// The positions of the values.
    pub values: Vec<usize>,
    /// Whether a document must carry all of the values, or any of them.
    pub require_all: bool,
}

/// The order of results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The order of the documents in the corpus.
    #[default]
    Corpus,
    /// Best match first, ties in the order of the corpus. Where the search text
    /// is a list of references, the order of that list.
    Relevance,
    /// The order of [`Query::within`].
    Given,
}
