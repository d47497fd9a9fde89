//! What a search text means in a corpus: corrected, expanded, and made of
//! things that can be found.

use std::ops::Range;

use super::corpus::Corpus;
use super::labels::FacetValueRef;
use super::phrase_table::{QueryToken, Target};
use super::reference::{self, Reference};
use super::spelling;
use super::text_query::{ItemKind, QueryItem, TextQuery};

/// A search text as the corpus understands it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Interpretation {
    /// Where the whole text names documents; nothing is searched then.
    pub references: Option<Vec<Reference>>,
    /// Any one of them must be found.
    pub(super) alternatives: Vec<Alternative>,
    pub corrections: Vec<Correction>,
    pub expansions: Vec<Expansion>,
}

/// A word that was taken for another, because it is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The bytes of the search text.
    pub range: Range<usize>,
    pub used: String,
}

/// Typed words that find more than themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion {
    /// The bytes of the search text.
    pub range: Range<usize>,
    pub sources: Vec<ExpansionSource>,
}

/// What made an expansion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpansionSource {
    /// The position of an entry of the glossary.
    Entry(usize),
    /// A facet value that is called so.
    Value(FacetValueRef),
}

/// What must be found together, and what must not be there.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Alternative {
    pub wanted: Vec<Term>,
    pub unwanted: Vec<Term>,
}

/// What any one of finds what was typed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Term {
    /// The bytes of the search text.
    pub range: Range<usize>,
    pub options: Vec<Clause>,
}

/// What must all be found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clause {
    pub all: Vec<Matcher>,
    /// `None` for what was typed.
    pub via: Option<ExpansionSource>,
}

/// Something that finds documents.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Matcher {
    /// Any of these words, each with what its frequency counts, or a label.
    Word {
        forms: Vec<(u32, f32)>,
        labels: Vec<FacetValueRef>,
    },
    /// Words in a row.
    Phrase(Vec<PhraseTerm>),
    Value(FacetValueRef),
}

/// One word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PhraseTerm {
    /// A word of this range of the vocabulary.
    Words(Range<u32>),
    Stem(u32),
}

const EXACT: f32 = 1.0;
const SAME_STEM: f32 = 0.8;
const LONGER: f32 = 0.5;

impl Interpretation {
    /// Reads a search for a corpus.
    pub(super) fn new(corpus: &Corpus, search: &TextQuery) -> Interpretation {
        let mut interpretation = Interpretation {
            references: reference::read(search.text(), corpus),
            ..Interpretation::default()
        };
        if interpretation.references.is_none() {
            let end = search.items().last().map(|item| item.range.end);
            // An `or` at the end is typed to its end, and what stands before it.
            let behind = end.and_then(|end| search.text().get(end..));
            let end = end.filter(|_| behind.is_some_and(|it| corpus.words_in(it).is_empty()));
            for items in search.alternatives() {
                let alternative = interpretation.alternative(corpus, items, end);
                interpretation.alternatives.push(alternative);
            }
        }
        interpretation
    }

    /// Whether the search constrains anything.
    pub(super) fn asks(&self) -> bool {
        self.references.is_some() || !self.alternatives.is_empty()
    }

    fn alternative(
        &mut self,
        corpus: &Corpus,
        items: &[QueryItem],
        end: Option<usize>,
    ) -> Alternative {
        let mut alternative = Alternative::default();
        let mut row = Vec::new();
        for item in items {
            let word = match &item.kind {
                ItemKind::Word(letters) => self.word(corpus, letters, item, end),
                ItemKind::Phrase { words, open } => {
                    self.settle(corpus, &mut row, &mut alternative.wanted);
                    let term = quoted(corpus, words, *open, item.range.clone());
                    match item.excluded {
                        true => alternative.unwanted.push(term),
                        false => alternative.wanted.push(term),
                    }
                    continue;
                }
            };
            if item.excluded {
                self.settle(corpus, &mut row, &mut alternative.wanted);
                self.settle(corpus, &mut vec![word], &mut alternative.unwanted);
            } else {
                row.push(word);
            }
        }
        self.settle(corpus, &mut row, &mut alternative.wanted);
        alternative
    }

    /// A plain word, taken for another where it is not known.
    fn word(
        &mut self,
        corpus: &Corpus,
        letters: &str,
        item: &QueryItem,
        end: Option<usize>,
    ) -> Word {
        let mut letters = letters.to_owned();
        let beginning = corpus.vocabulary.beginning_with(&letters);
        let mut stem = corpus.stem(&letters);
        let found =
            |word: &u32| corpus.stands_in_text(*word) || corpus.labels.of(*word).next().is_some();
        if stem.is_none() && !beginning.clone().any(|word| found(&word)) {
            let other = match beginning.is_empty() {
                false => Some(beginning.start),
                true => {
                    let near = spelling::correction(corpus, &letters);
                    self.corrections.extend(near.map(|word| Correction {
                        range: item.words.clone(),
                        used: corpus.vocabulary.word(word).to_owned(),
                    }));
                    near
                }
            };
            if let Some(word) = other {
                letters = corpus.vocabulary.word(word).to_owned();
                stem = corpus.vocabulary.stem_of(word);
            }
        }
        Word {
            range: item.words.clone(),
            open: !item.excluded && Some(item.range.end) == end,
            letters,
            stem,
        }
    }

    /// Makes terms of a row of words: those that are something as a whole
    /// become one.
    fn settle(&mut self, corpus: &Corpus, row: &mut Vec<Word>, terms: &mut Vec<Term>) {
        let mut rest = row.as_slice();
        while let Some(first) = rest.first() {
            let typed: Vec<QueryToken> = rest.iter().map(Word::typed).collect();
            let (length, targets) = corpus.phrase_table.longest_match(corpus, &typed);
            let (words, others) = rest.split_at_checked(length.max(1)).unwrap_or((rest, &[]));
            let last = words.last().unwrap_or(first);
            let range = first.range.start..last.range.end;
            rest = others;
            let mut options = vec![as_typed(corpus, words)];
            let mut sources = Vec::new();
            for target in targets {
                let (via, found) = sought(corpus, target);
                if !found.is_empty() && !sources.contains(&via) {
                    sources.push(via);
                    options.extend(found);
                }
            }
            if !sources.is_empty() {
                let range = range.clone();
                self.expansions.push(Expansion { range, sources });
            }
            terms.push(Term { range, options });
        }
        row.clear();
    }
}

/// A plain word that has been read.
struct Word {
    range: Range<usize>,
    letters: String,
    stem: Option<u32>,
    /// Whether it is the last of the search text.
    open: bool,
}

impl Word {
    fn typed(&self) -> QueryToken<'_> {
        QueryToken {
            letters: &self.letters,
            stem: self.stem,
            open: self.open,
        }
    }
}

/// The typed words themselves. One that is an entry of the glossary as a whole
/// is not a beginning.
fn as_typed(corpus: &Corpus, words: &[Word]) -> Clause {
    let all = words.iter().map(|word| {
        let whole = word
            .stem
            .is_some_and(|stem| corpus.phrase_table.has_entry(stem));
        matcher(corpus, word, whole)
    });
    Clause {
        all: all.collect(),
        via: None,
    }
}

fn matcher(corpus: &Corpus, word: &Word, whole: bool) -> Matcher {
    let exact = corpus.vocabulary.exactly(&word.letters);
    let begin = match whole {
        true => exact.clone(),
        false => corpus.vocabulary.beginning_with(&word.letters),
    };
    let forms = corpus.forms(&begin, word.stem).into_iter().map(|form| {
        let weight = match form {
            _ if exact.contains(&form) => EXACT,
            _ if corpus.vocabulary.stem_of(form) == word.stem => SAME_STEM,
            _ => LONGER,
        };
        (form, weight)
    });
    let forms: Vec<(u32, f32)> = forms.collect();
    let labels = forms.iter().flat_map(|(form, _)| corpus.labels.of(*form));
    Matcher::Word {
        labels: labels.collect(),
        forms,
    }
}

/// What a target finds besides the typed words.
fn sought(corpus: &Corpus, target: Target) -> (ExpansionSource, Vec<Clause>) {
    match target {
        Target::Entry { entry, word } => {
            let via = ExpansionSource::Entry(entry);
            let mut found = Vec::new();
            for phrase in corpus.phrase_table.phrases(entry, word) {
                let terms = phrase.stems.iter().map(|stem| PhraseTerm::Stem(*stem));
                let terms: Vec<PhraseTerm> = terms.collect();
                let text = (!terms.is_empty()).then_some(Matcher::Phrase(terms));
                let values = phrase.values.iter().map(|carried| Matcher::Value(*carried));
                found.extend(text.into_iter().chain(values).map(|matcher| Clause {
                    all: vec![matcher],
                    via: Some(via),
                }));
            }
            (via, found)
        }
        Target::Value(carried) => {
            let via = ExpansionSource::Value(carried);
            let found = Clause {
                all: vec![Matcher::Value(carried)],
                via: Some(via),
            };
            (via, vec![found])
        }
    }
}

/// A phrase as it was typed.
#[inline(never)]
fn quoted(corpus: &Corpus, words: &[String], open: bool, range: Range<usize>) -> Term {
    let last = words.len().saturating_sub(1);
    let terms = words.iter().enumerate().map(|(place, word)| {
        PhraseTerm::Words(match open && place == last {
            true => corpus.vocabulary.beginning_with(word),
            false => corpus.vocabulary.exactly(word),
        })
    });
    let all = vec![Matcher::Phrase(terms.collect())];
    let options = vec![Clause { all, via: None }];
    Term { range, options }
}
