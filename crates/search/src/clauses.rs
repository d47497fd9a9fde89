//! The clauses of a term: words as they were typed, phrases in quotation marks,
//! and what the glossary and the names of facet values add.

use std::ops::Range;

use crate::corpus::Corpus;
use crate::interpretation::{Clause, ExpansionSource, Term};
use crate::matcher::{Matcher, PhraseTerm};
use crate::phrase_table::{QueryToken, Target};

/// The weights of the forms of a word.
const EXACT: f32 = 1.0;
const SAME_STEM: f32 = 0.8;
const LONGER: f32 = 0.5;

/// A plain word that has been looked up.
pub(crate) struct Word {
    pub range: Range<usize>,
    pub text: String,
    pub stem: Option<u32>,
    /// Whether it may be incomplete.
    pub is_prefix: bool,
    /// Whether it only ranks.
    pub optional: bool,
    /// Whether it is an abbreviation, which has no longer forms.
    pub is_abbreviation: bool,
    /// Whether it stands in the text, and is not what something there means.
    pub is_typed: bool,
}

impl Word {
    pub(crate) fn token(&self) -> QueryToken<'_> {
        QueryToken {
            text: &self.text,
            stem: self.stem,
            is_prefix: self.is_prefix,
        }
    }
}

/// The words themselves.
pub(crate) fn as_typed(corpus: &Corpus, words: &[Word]) -> Clause {
    let matchers = words.iter().map(|word| word_matcher(corpus, word));
    Clause {
        matchers: matchers.collect(),
        via: None,
    }
}

fn word_matcher(corpus: &Corpus, word: &Word) -> Matcher {
    let vocabulary = &corpus.index.vocabulary;
    let exact = vocabulary.exact(&word.text);
    // An entry of the glossary is complete, so longer words do not count.
    let is_entry = word
        .stem
        .is_some_and(|stem| corpus.phrase_table.is_entry(stem));
    let range = if is_entry || word.optional || word.is_abbreviation {
        exact.clone()
    } else {
        vocabulary.with_prefix(&word.text)
    };
    let forms = corpus
        .index
        .forms(&range, word.stem.filter(|_| !word.optional))
        .into_iter()
        .map(|form| {
            let weight = match form {
                _ if exact.contains(&form) => EXACT,
                _ if vocabulary.stem_of(form) == word.stem => SAME_STEM,
                _ => LONGER,
            };
            (form, weight)
        });
    let forms: Vec<(u32, f32)> = forms.collect();
    let labels = forms
        .iter()
        .filter(|_| !word.optional)
        .flat_map(|(form, _)| corpus.labels.values_of(*form));
    Matcher::Word {
        labels: labels.collect(),
        forms,
        optional: word.optional,
    }
}

/// What a phrase finds besides its own words.
#[inline(never)]
pub(crate) fn expansion_clauses(corpus: &Corpus, target: Target) -> (ExpansionSource, Vec<Clause>) {
    let mut clauses = Vec::new();
    let via = match target {
        Target::Entry { entry, .. } => ExpansionSource::Entry(entry),
        Target::Value(value) => ExpansionSource::Value(value),
    };
    let mut add = |matcher| {
        clauses.push(Clause {
            matchers: vec![matcher],
            via: Some(via),
        });
    };
    match target {
        Target::Entry { entry, word } => {
            for synonym in corpus.phrase_table.synonyms(entry, word) {
                let terms: Vec<PhraseTerm> = synonym
                    .stems
                    .iter()
                    .copied()
                    .map(PhraseTerm::Stem)
                    .collect();
                if !terms.is_empty() {
                    add(Matcher::Phrase(terms));
                }
                for value in &synonym.values {
                    add(Matcher::Value(*value));
                }
            }
        }
        Target::Value(value) => add(Matcher::Value(value)),
    }
    (via, clauses)
}

/// A phrase in quotation marks.
#[inline(never)]
pub(crate) fn phrase_term(
    corpus: &Corpus,
    words: &[String],
    open: bool,
    range: Range<usize>,
) -> Term {
    let vocabulary = &corpus.index.vocabulary;
    let last = words.len().saturating_sub(1);
    let terms = words.iter().enumerate().map(|(position, word)| {
        PhraseTerm::Words(if open && position == last {
            vocabulary.with_prefix(word)
        } else {
            vocabulary.exact(word)
        })
    });
    let matchers = vec![Matcher::Phrase(terms.collect())];
    Term {
        range,
        clauses: vec![Clause {
            matchers,
            via: None,
        }],
    }
}
