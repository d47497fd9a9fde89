//! For the build script: which words of a list are near words of a data set. It keeps
//! all that the search might correct, and a few more.

use std::collections::{BTreeMap, BTreeSet};

use facet_search::{fold_char, tokens};

use crate::bloom;
use crate::data::Agenda;

/// Bits for each word: with seven hashes, one other word in a hundred seems to be one.
const BITS: usize = 10;

/// The words that the search knows, without accents and the like: those of the texts,
/// of the labels and of the glossary.
fn vocabulary(agenda: &Agenda) -> BTreeSet<String> {
    let texts = agenda.recommendations.iter().flat_map(|it| &it.text);
    let texts = texts.map(|block| block.text.as_str());
    let labels = agenda.facets.iter().flat_map(|facet| &facet.values);
    let labels = labels.map(|value| value.label.as_str());
    let glossary = agenda.glossary.iter();
    let glossary = glossary.flat_map(|entry| entry.words.iter().chain(&entry.finds));
    let all = texts.chain(labels).chain(glossary.map(String::as_str));
    all.flat_map(|text| tokens(text, fold_char))
        .map(|token| token.word)
        // The words of the list have no other letters.
        .filter(|word| word.len() > 2 && word.is_ascii())
        .collect()
}

/// The words of a list, one a line, that are near one of the vocabulary and not the
/// beginning of one, as a Bloom filter.
pub fn filter(list: &str, agenda: &Agenda) -> Vec<u8> {
    let vocabulary = &vocabulary(agenda);
    // Their stems are no other word's.
    let families: BTreeSet<&String> = agenda.families.iter().flatten().collect();
    let stemmer = rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::English);
    let known: BTreeSet<String> = vocabulary
        .iter()
        .filter(|word| !families.contains(word))
        .map(|word| stemmer.stem(word).into_owned())
        .collect();
    // The search writes the stem of a family so.
    let first = agenda.families.iter().filter_map(|family| family.first());
    let of_families: Vec<String> = first.map(|first| format!("={first}")).collect();
    let words = ByLength::new(vocabulary.iter().map(String::as_str));
    let stems = known.iter().chain(&of_families);
    let stems = ByLength::new(stems.map(String::as_str));
    // The vocabulary is ASCII.
    let ends = vocabulary.iter().map(|word| (word, 1..=word.len()));
    let beginnings = ends.flat_map(|(word, ends)| ends.filter_map(|end| word.get(..end)));
    let beginnings: BTreeSet<&str> = beginnings.collect();
    let beginning_of = ByLength::new(beginnings.iter().copied());
    let near: Vec<&str> = list
        .lines()
        .filter(|word| !beginnings.contains(word))
        .filter(|word| {
            let allowed = if word.len() < 8 { 1 } else { 2 };
            let stem = stemmer.stem(word);
            // A form of a word is that word.
            !known.contains(&*stem)
                && (words.has_near(word, allowed, allowed)
                    || word.len() >= 6 && beginning_of.has_near(word, 1, allowed)
                    || stem.len() >= 5 && stems.has_near(&stem, 1, 1))
        })
        .collect();
    let mut filter = vec![0; (near.len() * BITS).div_ceil(8)];
    for word in near {
        for (byte, bit) in bloom::places(filter.len(), word) {
            if let Some(byte) = filter.get_mut(byte) {
                *byte |= bit;
            }
        }
    }
    filter
}

/// Words by their length in bytes, with their letters.
struct ByLength<'a>(BTreeMap<usize, Vec<(&'a str, u32)>>);

impl<'a> ByLength<'a> {
    fn new(words: impl Iterator<Item = &'a str>) -> ByLength<'a> {
        let mut by_length: BTreeMap<usize, Vec<(&str, u32)>> = BTreeMap::new();
        for word in words {
            let same = by_length.entry(word.len()).or_default();
            same.push((word, letters(word)));
        }
        ByLength(by_length)
    }

    /// Whether one of at most so much another length is so near.
    fn has_near(&self, word: &str, length: usize, errors: usize) -> bool {
        let own = letters(word);
        let lengths = word.len().saturating_sub(length)..=word.len() + length;
        let mut others = self.0.range(lengths).flat_map(|(_, words)| words);
        others.any(|(other, theirs)| {
            // An error changes at most one letter of each set: most are told apart so.
            let differs = |one: u32, other: u32| (one & !other).count_ones() as usize > errors;
            !differs(own, *theirs)
                && !differs(*theirs, own)
                && strsim::osa_distance(word, other) <= errors
        })
    }
}

/// The letters a to z of a word, as a set.
fn letters(word: &str) -> u32 {
    let letters = word.bytes().filter(u8::is_ascii_lowercase);
    letters.fold(0, |set, letter| set | 1 << (letter - b'a'))
}
