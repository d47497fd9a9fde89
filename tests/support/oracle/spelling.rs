//! As which word a plain word is read.

use std::cmp::Reverse;

use super::known::Known;
use super::words::Word;

/// What a plain word looks for.
#[derive(Clone, Debug)]
pub struct Plain {
    pub word: String,
    pub stem: String,
    /// Whether it may be the beginning of a word.
    pub beginning: bool,
    /// Whether it leaves out no text: a function word beside other words.
    pub optional: bool,
}

impl Plain {
    /// Whether a word is a form of it.
    pub fn has_form(&self, word: &Word) -> bool {
        word.word == self.word
            || (self.beginning && word.word.starts_with(&self.word))
            || word.stem == self.stem
    }
}

/// What became of a plain word.
pub struct Read {
    pub plain: Plain,
    /// Whether it was taken for a typing error.
    pub corrected: bool,
}

/// Reads a plain word as it stands in a search text.
pub fn read(typed: &Word, known: &Known) -> Read {
    let (word, corrected) = meant(typed, known);
    let is_abbreviation = typed.is_abbreviation;
    let stem = known.reader.stem(&word);
    let mut phrases = known.glossary.iter().flat_map(|entry| &entry.words);
    let is_entry = phrases.any(|phrase| match phrase.bare.as_slice() {
        [only] => only.stem == stem,
        _ => false,
    });
    let plain = Plain {
        word,
        stem,
        beginning: !is_entry && !is_abbreviation,
        optional: false,
    };
    Read { plain, corrected }
}

/// Whether a word is used neither as it is nor as a function word.
pub fn is_unknown(typed: &Word, known: &Known) -> bool {
    if known.agenda.function_words.contains(&typed.word) {
        return false;
    }
    let as_typed = Plain {
        word: typed.word.clone(),
        stem: typed.stem.clone(),
        beginning: !typed.is_abbreviation,
        optional: false,
    };
    let mut words = known.words_of_texts().chain(known.added_words());
    let mut others = known.words_of_labels().chain(known.words_of_glossary());
    !words.any(|word| as_typed.has_form(word)) && !others.any(|word| word.stem == typed.stem)
}

/// The word that is meant, and whether that is a correction.
fn meant(typed: &Word, known: &Known) -> (String, bool) {
    if typed.is_abbreviation || !is_unknown(typed, known) {
        return (typed.word.clone(), false);
    }
    let others = || known.words_of_labels().chain(known.words_of_glossary());
    let begun = others().map(|word| &word.word);
    if let Some(first) = begun.filter(|it| it.starts_with(&typed.word)).min() {
        return (first.clone(), false);
    }
    let near = nearest(&typed.word, known).or_else(|| of_near_stem(typed, known));
    match near.filter(|_| !typed.is_marked && !explorer::english::is_word(&typed.word)) {
        Some(word) => (word, true),
        None => (typed.word.clone(), false),
    }
}

/// The word that a typing error was made in, if there is one near enough.
fn nearest(typed: &str, known: &Known) -> Option<String> {
    let letters: Vec<char> = typed.chars().collect();
    if letters.len() < 4 || letters.iter().any(char::is_ascii_digit) {
        return None;
    }
    let allowed = if letters.len() < 8 { 1 } else { 2 };
    let mut best = None;
    for listed in &known.vocabulary {
        let word: Vec<char> = listed.word.chars().collect();
        let mut ways = Vec::new();
        ways.push((errors(&letters, &word, allowed), false));
        if letters.len() >= 6 {
            for length in letters.len() - 1..=letters.len() + 1 {
                if length < word.len() {
                    ways.push((errors(&letters, &word[..length], allowed), true));
                }
            }
        }
        for (errors, is_beginning) in ways {
            if let Some(errors) = errors {
                let rank = (errors, is_beginning, Reverse(listed.texts), &listed.word);
                if best.as_ref().is_none_or(|best| rank < *best) {
                    best = Some(rank);
                }
            }
        }
    }
    best.map(|(_, _, _, word)| word.clone())
}

/// The word with a stem one error away, for a typing error in a form that is in no text.
fn of_near_stem(typed: &Word, known: &Known) -> Option<String> {
    let letters: Vec<char> = typed.word.chars().collect();
    let stem: Vec<char> = typed.stem.chars().collect();
    if letters.len() < 4 || letters.iter().any(char::is_ascii_digit) || stem.len() < 5 {
        return None;
    }
    let near = known.vocabulary.iter().filter(|listed| {
        let other: Vec<char> = known.reader.stem(&listed.word).chars().collect();
        errors(&stem, &other, 1).is_some()
    });
    let first = near.min_by_key(|listed| (Reverse(listed.texts), &listed.word));
    first.map(|listed| listed.word.clone())
}

/// How many errors lie between two words, if that is as many as allowed.
fn errors(one: &[char], other: &[char], allowed: usize) -> Option<usize> {
    // Each letter too many is an error, which spares most comparisons.
    if one.len().abs_diff(other.len()) > allowed {
        return None;
    }
    let one: String = one.iter().collect();
    let other: String = other.iter().collect();
    let errors = strsim::osa_distance(&one, &other);
    (errors <= allowed).then_some(errors)
}
