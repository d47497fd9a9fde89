//! The words of a corpus: sorted, with their stems.

use std::collections::BinaryHeap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::stem::Stems;

/// All known words, by position in the order of the alphabet, so that those
/// with a common beginning stand side by side.
#[derive(Default)]
pub(super) struct Vocabulary {
    words: Vec<String>,
    /// For each word, its stem.
    stems: Vec<u32>,
    /// All stems, sorted, each with the words that have it.
    stem_overrides: Vec<(String, Vec<u32>)>,
}

impl Vocabulary {
    /// The words of a draft, and for each of its provisional numbers the
    /// position that the word has now.
    pub(super) fn new(draft: Draft, stems: &Stems) -> (Vocabulary, Vec<u32>) {
        let words = sorted(draft.numbers.into_iter());
        let mut places = vec![0; words.len()];
        let mut by_stem = Vec::with_capacity(words.len());
        for (position, (word, number)) in words.iter().enumerate() {
            if let Some(place) = places.get_mut(*number as usize) {
                *place = position as u32;
            }
            by_stem.push((stems.stem(word), position as u32));
        }
        let by_stem = sorted(by_stem.into_iter());
        let mut stem_overrides: Vec<(String, Vec<u32>)> = Vec::new();
        let mut own = vec![0; words.len()];
        for (stem, word) in by_stem {
            match stem_overrides.last_mut() {
                Some((last, family)) if *last == stem => family.push(word),
                _ => stem_overrides.push((stem, vec![word])),
            }
            if let Some(own) = own.get_mut(word as usize) {
                *own = stem_overrides.len() as u32 - 1;
            }
        }
        let vocabulary = Vocabulary {
            words: words.into_iter().map(|(word, _)| word).collect(),
            stems: own,
            stem_overrides,
        };
        (vocabulary, places)
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn word(&self, position: u32) -> &str {
        self.words.get(position as usize).map_or("", String::as_str)
    }

    /// The words that begin with `prefix`.
    pub(super) fn beginning_with(&self, prefix: &str) -> Range<u32> {
        let start = self.words.partition_point(|word| word.as_str() < prefix);
        let rest = self.words.get(start..).unwrap_or_default();
        let end = start + rest.partition_point(|word| word.starts_with(prefix));
        start as u32..end as u32
    }

    /// The one word that is `word`, as a range of one, or an empty range.
    pub(super) fn exactly(&self, word: &str) -> Range<u32> {
        match self.words.binary_search_by(|it| it.as_str().cmp(word)) {
            Ok(place) => place as u32..place as u32 + 1,
            Err(_) => 0..0,
        }
    }

    /// The stem of a word.
    pub(super) fn stem_of(&self, word: u32) -> Option<u32> {
        self.stems.get(word as usize).copied()
    }

    /// The stem with these letters, if a word has it.
    pub(super) fn stem(&self, letters: &str) -> Option<u32> {
        let found = self
            .stem_overrides
            .binary_search_by(|(stem, _)| stem.as_str().cmp(letters));
        found.ok().map(|place| place as u32)
    }

    /// The words that have a stem.
    pub(super) fn family(&self, stem: u32) -> &[u32] {
        let family = self.stem_overrides.get(stem as usize);
        family.map_or(&[], |(_, words)| words)
    }
}

/// A heap, because its code is a tenth of that of the sorting of slices.
fn sorted(words: impl Iterator<Item = (String, u32)>) -> Vec<(String, u32)> {
    words.collect::<BinaryHeap<_>>().into_sorted_vec()
}

/// Words as they come in, numbered in the order of their first appearance.
#[derive(Default)]
pub(super) struct Draft {
    numbers: FxHashMap<String, u32>,
}

impl Draft {
    /// The number of a word, new or not.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(word.to_owned(), number);
        number
    }
}
