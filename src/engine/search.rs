//! The search text, read: what must be found.

use std::ops::Range;

use super::fold::{CharFold, tokens};

/// What a document must contain: every term, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    terms: Vec<Term>,
}

/// The beginning of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The folded letters that a word must begin with; never empty.
    pub prefix: String,
    /// The bytes of the search text that this term came from.
    pub range: Range<usize>,
}

impl Search {
    /// Reads a search text. Every text can be read; one without a letter or a
    /// digit asks for nothing and so finds everything.
    pub fn read(text: &str, fold: CharFold) -> Search {
        let terms = tokens(text, fold)
            .into_iter()
            .map(|token| Term {
                prefix: token.word,
                range: token.range,
            })
            .collect();
        Search { terms }
    }

    /// The terms, in the order in which they were typed.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The same search without its `index`-th term.
    pub fn without(&self, index: usize) -> Search {
        let mut terms = self.terms.clone();
        if index < terms.len() {
            terms.remove(index);
        }
        Search { terms }
    }
}
