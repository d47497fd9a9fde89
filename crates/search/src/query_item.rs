//! The items of a search text: words and phrases, required or excluded.

use std::ops::Range;

/// A word or phrase that a document must or must not contain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryItem {
    /// Its bytes in the search text, with quotation marks and exclusion mark.
    pub range: Range<usize>,
    /// Its bytes without the exclusion mark.
    pub words: Range<usize>,
    /// Whether documents must not contain it.
    pub excluded: bool,
    /// What it is.
    pub kind: ItemKind,
}

/// What an item of a search text consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// A folded word.
    Word(String),
    /// Folded words that must occur one after the other, exactly as they are.
    Phrase {
        /// The words.
        words: Vec<String>,
        /// Whether the last word may be the prefix of a longer one, because the
        /// closing quotation mark is missing.
        open: bool,
    },
}
