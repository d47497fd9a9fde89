//! For the build script: which words of a list are near words of a data set. It keeps
//! all that the search might correct (`docs/search.md`), and a few more.

use std::collections::BTreeSet;

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
    all.flat_map(|text| text.split(|it: char| !it.is_alphanumeric() && !"'’".contains(it)))
        .map(|word| word.replace(['\'', '’'], "").to_lowercase())
        .filter(|word| word.len() > 2)
        .collect()
}

/// The words of a list, one a line, that are near one of the vocabulary and not the
/// beginning of one, as a Bloom filter.
pub fn filter(list: &str, agenda: &Agenda) -> Vec<u8> {
    let vocabulary = &vocabulary(agenda);
    // Their stems are no other word's.
    let families: BTreeSet<&String> = agenda.families.iter().flatten().collect();
    let others: Vec<(&str, u32)> = vocabulary
        .iter()
        .map(|word| (word.as_str(), letters(word)))
        .collect();
    let stemmer = rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::English);
    let known: BTreeSet<String> = vocabulary
        .iter()
        .filter(|word| !families.contains(word))
        .map(|word| stemmer.stem(word).into_owned())
        .collect();
    let stems: Vec<(&str, u32)> = known.iter().map(|it| (it.as_str(), letters(it))).collect();
    let near: Vec<&str> = list
        .lines()
        .filter(|word| !vocabulary.iter().any(|other| other.starts_with(word)))
        .filter(|word| {
            let allowed = if word.len() < 8 { 1 } else { 2 };
            let stem = stemmer.stem(word);
            // A form of a word is that word.
            !known.contains(&*stem)
                && (is_near(word, allowed, &others, true)
                    || stem.len() >= 5 && is_near(&stem, 1, &stems, false))
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

/// Whether a word is near one of others, or near the beginning of one.
fn is_near(word: &str, allowed: usize, others: &[(&str, u32)], beginnings: bool) -> bool {
    let own = letters(word);
    others.iter().any(|(other, theirs)| {
        // An error changes at most one letter of each set: most are told apart so.
        if (own & !theirs).count_ones() as usize > allowed {
            return false;
        }
        if word.len().abs_diff(other.len()) <= allowed
            && strsim::osa_distance(word, other) <= allowed
        {
            return true;
        }
        let lengths = word.len().saturating_sub(1)..=word.len() + 1;
        beginnings
            && word.len() >= 6
            && lengths
                .filter_map(|length| other.get(..length))
                .any(|beginning| strsim::osa_distance(word, beginning) <= allowed)
    })
}

/// The letters a to z of a word, as a set.
fn letters(word: &str) -> u32 {
    let letters = word.bytes().filter(u8::is_ascii_lowercase);
    letters.fold(0, |set, letter| set | 1 << (letter - b'a'))
}
