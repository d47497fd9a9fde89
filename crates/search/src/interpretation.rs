//! What a search text means in a corpus: which words were corrected and
//! expanded, and what a document must match.
//!
//! `interpret` builds it, `score` evaluates it, `explain` shows what it matched.

use std::ops::Range;

use crate::document::FacetValueRef;
use crate::matcher::Matcher;
use crate::reference::{Reference, UnknownReference};

/// A search text as it is understood in a corpus.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Interpretation {
    /// The documents that the text refers to, if it is a list of references.
    /// Nothing is searched for then.
    pub references: Option<Vec<Reference>>,
    /// The first thing that the text refers to and that does not exist.
    pub unknown_reference: Option<UnknownReference>,
    /// A document matches if it matches one of them.
    pub(crate) alternatives: Vec<Alternative>,
    /// Words that were replaced because they are unknown.
    pub corrections: Vec<Correction>,
    /// Words that find more than themselves.
    pub expansions: Vec<Expansion>,
    /// Words that were read as words of another language.
    pub translated: Vec<Translated>,
    /// Words of which the glossary says that the corpus has nothing on them.
    pub absences: Vec<Absence>,
    /// Whether some word is no form of a word that finds documents and its stem is
    /// unknown, or has letters that are not ASCII: the words of a larger glossary or of
    /// other languages could make a difference.
    pub has_unknown_word: bool,
    /// Whether it was made by a corpus that has a part of the glossary only.
    pub is_partial: bool,
}

/// An unknown word that was replaced by a known one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The bytes of the word in the search text.
    pub range: Range<usize>,
    /// The word that is used instead.
    pub used: String,
}

/// Words that also find their synonyms or a facet value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion {
    /// The bytes of the words in the search text.
    pub range: Range<usize>,
    /// What they also find.
    pub sources: Vec<ExpansionSource>,
}

/// A phrase of another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translated {
    /// The bytes of the phrase in the search text.
    pub range: Range<usize>,
    /// The words that it was read as.
    pub means: String,
}

/// Words on which the corpus has nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The bytes of the words in the search text.
    pub range: Range<usize>,
    /// The position of the entry of the glossary that says so.
    pub entry: usize,
}

/// Where an expansion comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpansionSource {
    /// The position of an entry of the glossary.
    Entry(usize),
    /// A facet value with this name.
    Value(FacetValueRef),
}

/// Matches a document if all required terms and no excluded one match.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Alternative {
    pub required: Vec<Term>,
    pub excluded: Vec<Term>,
}

/// Matches a document if one of its clauses matches.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Term {
    /// The bytes of the search text.
    pub range: Range<usize>,
    /// The words as they were typed, then their expansions.
    pub clauses: Vec<Clause>,
}

/// Matches a document if all of its matchers match.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clause {
    pub matchers: Vec<Matcher>,
    /// `None` for the words as they were typed.
    pub via: Option<ExpansionSource>,
}

impl Interpretation {
    /// Whether it has several alternatives.
    pub fn has_alternatives(&self) -> bool {
        self.alternatives.len() > 1
    }

    /// Whether the search constrains anything.
    pub fn is_constraint(&self) -> bool {
        self.references.is_some() || !self.alternatives.is_empty()
    }
}
