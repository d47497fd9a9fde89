//! The input of a corpus: documents, and the facets that classify them.

/// A document to be indexed.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The number by which a search text can refer to the document.
    pub number: u32,
    /// The text. A phrase is found within one passage only.
    pub passages: Vec<Passage>,
    /// For each facet, the values that the document carries, by position.
    pub values: Vec<Vec<usize>>,
}

/// A part of the text of a document.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    /// The name by which a search text can refer to the passage: the `3` of
    /// `15(3)`.
    pub name: Option<String>,
    /// The text, as it is displayed.
    pub text: String,
}

/// A facet: a fixed list of values that classify documents.
#[derive(Clone, Debug, Default)]
pub struct FacetSpec {
    /// Words that refer to the documents with a value when the id of the value
    /// follows: the `cluster` of `cluster b`.
    pub reference_prefixes: Vec<String>,
    /// The values, in the order of their positions.
    pub values: Vec<ValueSpec>,
}

/// A value of a facet.
#[derive(Clone, Debug, Default)]
pub struct ValueSpec {
    /// The name of the value in references, in lower case.
    pub id: String,
    /// The names of the value. A search for one finds the documents that carry
    /// the value.
    pub labels: Vec<String>,
}

/// The position of a facet, and of a value in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FacetValueRef {
    /// The position of the facet.
    pub facet: usize,
    /// The position of the value in the facet.
    pub value: usize,
}
