//! What the pieces of an alternative look for: corrections and expansions.

use std::ops::Range;

use super::{
    grammar::{Content, Piece, alternatives},
    known::{Known, Phrase},
    spelling::{Plain, read},
    translation::{Typed, translated},
    words::Word,
};

/// What was understood of a search text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// In the order of the text.
    pub corrections: Vec<Correction>,
    /// The bytes of the words that find more than themselves, by the glossary or
    /// by the name of a facet value; in the order of the text.
    pub expansions: Vec<Range<usize>>,
    /// The bytes of the phrases of other languages, with what they mean; in the order of
    /// the text.
    pub translated: Vec<(Range<usize>, String)>,
    /// The bytes of the required words that no text mentions, by the glossary.
    pub absences: Vec<Range<usize>>,
}

/// A typing error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The bytes of the word in the search text.
    pub range: Range<usize>,
    /// The word as it was typed, without case and accents.
    pub typed: String,
    /// The word that was used instead.
    pub used: String,
}

/// One way of finding a text.
pub struct Alternative {
    pub terms: Vec<Term>,
    pub exclusions: Vec<Term>,
}

/// What is looked for.
pub enum Term {
    /// Words as they are, one after the other.
    Quoted { words: Vec<Word>, open: bool },
    /// Plain words, or what they stand for.
    Plain {
        words: Vec<Plain>,
        phrases: Vec<Phrase>,
        /// Facets and values.
        values: Vec<(usize, usize)>,
    },
}

/// A plain word that waits for its neighbours.
struct Waiting {
    plain: Plain,
    range: Range<usize>,
    last: bool,
    /// Whether it is what words of another language mean.
    is_meaning: bool,
}

/// Reads a search text.
pub fn reading(text: &str, known: &Known) -> (Vec<Alternative>, Reading) {
    let mut reading = Reading::default();
    let alternatives = alternatives(text, &known.reader).into_iter();
    let alternatives = alternatives.map(|pieces| alternative(pieces, known, &mut reading));
    (alternatives.collect(), reading)
}

fn alternative(pieces: Vec<Piece>, known: &Known, reading: &mut Reading) -> Alternative {
    let mut terms = Vec::new();
    let mut exclusions = Vec::new();
    let mut run: Vec<Typed> = Vec::new();
    let requires_more = pieces
        .iter()
        .any(|piece| !piece.excluded && !is_function_word(piece, known));
    for piece in pieces {
        let Piece { excluded, content } = piece;
        match content {
            Content::Plain { word, last } if !excluded => run.push((word, last)),
            Content::Plain { word, last } => {
                terms.extend(required(&mut run, requires_more, known, reading));
                let waiting = wait(&word, last, known, reading);
                let absences = reading.absences.len();
                exclusions.extend(joined(&[waiting], known, reading));
                reading.absences.truncate(absences);
            }
            Content::Phrase { words, open } => {
                terms.extend(required(&mut run, requires_more, known, reading));
                let term = Term::Quoted { words, open };
                if excluded {
                    exclusions.push(term);
                } else {
                    terms.push(term);
                }
            }
        }
    }
    terms.extend(required(&mut run, requires_more, known, reading));
    Alternative { terms, exclusions }
}

/// The terms of neighbouring plain words, which are no longer waiting.
fn required(
    run: &mut Vec<Typed>,
    requires_more: bool,
    known: &Known,
    reading: &mut Reading,
) -> Vec<Term> {
    let words = translated(std::mem::take(run), known, reading);
    let waiting = words.iter().map(|(word, last)| {
        let mut waiting = wait(word, *last, known, reading);
        let is_small = known.agenda.function_words.contains(&word.word);
        waiting.plain.optional = requires_more && is_small;
        waiting
    });
    let waiting: Vec<Waiting> = waiting.collect();
    joined(&waiting, known, reading)
}

fn is_function_word(piece: &Piece, known: &Known) -> bool {
    match &piece.content {
        Content::Plain { word, .. } => known.agenda.function_words.contains(&word.word),
        Content::Phrase { .. } => false,
    }
}

fn wait(word: &Word, last: bool, known: &Known, reading: &mut Reading) -> Waiting {
    let read = read(word, known);
    if read.corrected {
        reading.corrections.push(Correction {
            range: word.range.clone(),
            typed: word.word.clone(),
            used: read.plain.word.clone(),
        });
    }
    Waiting {
        plain: read.plain,
        range: word.range.clone(),
        last,
        is_meaning: word.is_meaning,
    }
}

/// Makes terms of neighbouring plain words: from left to right, the longest that
/// stand for something first.
fn joined(neighbours: &[Waiting], known: &Known, reading: &mut Reading) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = neighbours;
    while !rest.is_empty() {
        let longest = (1..=rest.len()).rev();
        let mut rows = longest.map(|length| &rest[..length]);
        let expanded = rows.find_map(|row| expansion(row, known).map(|term| (row, term)));
        let (row, term) = expanded.unwrap_or_else(|| {
            let words = vec![rest[0].plain.clone()];
            let (phrases, values) = (Vec::new(), Vec::new());
            let term = Term::Plain {
                words,
                phrases,
                values,
            };
            (&rest[..0], term)
        });
        let finds_more = matches!(&term, Term::Plain { phrases, values, .. }
            if !phrases.is_empty() || !values.is_empty());
        if let (Some(first), Some(last)) = (row.first(), row.last()) {
            let bytes = first.range.start..last.range.end;
            let mut absent = known.glossary.iter().filter(|entry| entry.is_absent);
            if absent.any(|entry| entry.words.iter().any(|it| is_exactly(&it.bare, row))) {
                reading.absences.push(bytes.clone());
            }
            if finds_more && !row.iter().all(|word| word.is_meaning) {
                reading.expansions.push(bytes);
            }
        }
        rest = &rest[row.len().max(1)..];
        terms.push(term);
    }
    terms
}

/// The term that a row of words is, if the row stands for something: for whole
/// names and entries or, where there are none, for the entries that it begins.
fn expansion(row: &[Waiting], known: &Known) -> Option<Term> {
    let typed = expansion_by(row, true, known, is_typed);
    typed.or_else(|| expansion_by(row, false, known, |name, row| is_begun(name, row, known)))
}

/// `names` tells whether names of facet values count.
fn expansion_by(
    row: &[Waiting],
    names: bool,
    known: &Known,
    is_meant: impl Fn(&[Word], &[Waiting]) -> bool,
) -> Option<Term> {
    let mut phrases = Vec::new();
    let mut found = false;
    for entry in &known.glossary {
        let (own, others): (Vec<&Phrase>, Vec<&Phrase>) = entry.words.iter().partition(|it| {
            is_meant(&it.bare, row) && (!entry.is_absent || is_exactly(&it.bare, row))
        });
        if own.is_empty() {
            continue;
        }
        found = true;
        if entry.is_absent {
            continue;
        }
        if entry.finds.is_empty() {
            phrases.extend(others.into_iter().cloned());
            // Several words of an entry that are meant find each other.
            if own.len() > 1 {
                phrases.extend(own.into_iter().cloned());
            }
        } else {
            phrases.extend(entry.finds.iter().cloned());
        }
    }
    let mut values = Vec::new();
    for name in &known.names {
        let mut phrases = phrases.iter();
        let found = phrases.any(|phrase| is_same(&name.words, &phrase.bare));
        if found || (names && is_meant(&name.words, row)) {
            values.push((name.facet, name.value));
        }
    }
    (found || !values.is_empty()).then(|| Term::Plain {
        words: row.iter().map(|it| it.plain.clone()).collect(),
        phrases,
        values,
    })
}

/// Whether a row of words is a name or an entry, without anything incomplete.
fn is_exactly(name: &[Word], row: &[Waiting]) -> bool {
    let mut pairs = name.iter().zip(row);
    name.len() == row.len() && pairs.all(|(word, typed)| word.stem == typed.plain.stem)
}

/// Whether a row of words, with which the text ends, is the beginning of a
/// longer entry.
fn is_begun(name: &[Word], row: &[Waiting], known: &Known) -> bool {
    let Some((last, before)) = row.split_last() else {
        return false;
    };
    let typed = &last.plain;
    let mut pairs = name.iter().zip(before);
    let is_content = |it: &&Waiting| !known.agenda.function_words.contains(&it.plain.word);
    last.last
        && is_content(&last)
        && before.iter().any(|it| is_content(&it))
        && name.len() > row.len()
        && typed.word.chars().count() >= 3
        && pairs.all(|(word, typed)| word.stem == typed.plain.stem)
        && name
            .get(before.len())
            .is_some_and(|word| word.stem == typed.stem || word.word.starts_with(&typed.word))
}

/// Whether a row of words is a name or an entry, up to the beginning of the last
/// word where the text ends with it.
fn is_typed(name: &[Word], row: &[Waiting]) -> bool {
    let mut pairs = name.iter().zip(row).enumerate();
    name.len() == row.len()
        && pairs.all(|(place, (word, typed))| {
            let begins = typed.last
                && place > 0
                && typed.plain.word.chars().count() >= 3
                && word.word.starts_with(&typed.plain.word);
            word.stem == typed.plain.stem || begins
        })
}

/// Whether a phrase of the glossary is a name.
fn is_same(name: &[Word], phrase: &[Word]) -> bool {
    let mut pairs = name.iter().zip(phrase);
    name.len() == phrase.len() && pairs.all(|(one, other)| one.stem == other.stem)
}
