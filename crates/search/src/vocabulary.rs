//! The vocabulary: every known word and stem, by id.
//!
//! The id of a word is its position in alphabetical order, so the words with a
//! common prefix are a range of ids.

use std::ops::Range;

use crate::sorting::sorted;
use crate::stem::Stems;

/// All known words and their stems.
pub(crate) struct Vocabulary {
    /// Sorted; the position is the id of the word.
    words: Vec<String>,
    /// For each word, the id of its stem.
    stems: Vec<u32>,
    /// All stems with their words; sorted, the position is the id of the stem.
    families: Vec<(String, Vec<u32>)>,
}

impl Vocabulary {
    /// Also returns, for each provisional id, the final id of the word.
    pub(crate) fn new(builder: VocabularyBuilder, stems: &Stems) -> (Vocabulary, Vec<u32>) {
        let words = sorted(builder.words.into_iter().zip(0..));
        let mut final_ids = vec![0; words.len()];
        let mut by_stem = Vec::with_capacity(words.len());
        for (id, (word, provisional)) in words.iter().enumerate() {
            if let Some(final_id) = final_ids.get_mut(*provisional as usize) {
                *final_id = id as u32;
            }
            by_stem.push((stems.stem(word), id as u32));
        }
        let mut families: Vec<(String, Vec<u32>)> = Vec::new();
        let mut stem_ids = vec![0; words.len()];
        for (stem, word) in sorted(by_stem.into_iter()) {
            match families.last_mut() {
                Some((last, family)) if *last == stem => family.push(word),
                _ => families.push((stem, vec![word])),
            }
            if let Some(stem_id) = stem_ids.get_mut(word as usize) {
                *stem_id = families.len() as u32 - 1;
            }
        }
        let vocabulary = Vocabulary {
            words: words.into_iter().map(|(word, _)| word).collect(),
            stems: stem_ids,
            families,
        };
        (vocabulary, final_ids)
    }

    /// The number of words.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The text of a word.
    pub(crate) fn word(&self, id: u32) -> &str {
        self.words.get(id as usize).map_or("", String::as_str)
    }

    /// The words that begin with `prefix`.
    pub(crate) fn with_prefix(&self, prefix: &str) -> Range<u32> {
        let start = self.words.partition_point(|word| word.as_str() < prefix);
        let rest = self.words.get(start..).unwrap_or_default();
        let end = start + rest.partition_point(|word| word.starts_with(prefix));
        start as u32..end as u32
    }

    /// The word itself as a range of one, or an empty range if it is unknown.
    pub(crate) fn exact(&self, word: &str) -> Range<u32> {
        match self.words.binary_search_by(|it| it.as_str().cmp(word)) {
            Ok(id) => id as u32..id as u32 + 1,
            Err(_) => 0..0,
        }
    }

    /// The stem of a word.
    pub(crate) fn stem_of(&self, word: u32) -> Option<u32> {
        self.stems.get(word as usize).copied()
    }

    /// The id of a stem, if a known word has it.
    pub(crate) fn find_stem(&self, stem: &str) -> Option<u32> {
        let position = self
            .families
            .binary_search_by(|(other, _)| other.as_str().cmp(stem));
        position.ok().map(|id| id as u32)
    }

    /// Each stem with its words.
    pub(crate) fn families(&self) -> impl Iterator<Item = (&str, &[u32])> {
        let families = self.families.iter();
        families.map(|(stem, words)| (stem.as_str(), words.as_slice()))
    }

    /// The words with a stem, in alphabetical order.
    pub(crate) fn family(&self, stem: u32) -> &[u32] {
        let family = self.families.get(stem as usize);
        family.map_or(&[], |(_, words)| words)
    }
}

/// Collects words, with provisional ids in the order of their first occurrence.
///
/// The words are found by a hash table of their ids with linear probing, of which at
/// least half is free. It is our own because the one of the standard library is five
/// times the code, and code is what a first visit waits for.
#[derive(Default)]
pub(crate) struct VocabularyBuilder {
    /// The position is the provisional id.
    words: Vec<String>,
    /// Ids, each in the first free slot from its word's [`hash`] on. The length is a
    /// power of two.
    slots: Vec<Option<u32>>,
}

impl VocabularyBuilder {
    /// The provisional id of a word, which is added if it is new.
    pub(crate) fn id(&mut self, word: &str) -> u32 {
        if self.words.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(word);
        if let Some(Some(id)) = self.slots.get(slot) {
            return *id;
        }
        let id = self.words.len() as u32;
        self.set(slot, id);
        self.words.push(word.to_owned());
        id
    }

    /// The slot of a word, or the free one where it belongs.
    fn slot(&self, word: &str) -> usize {
        let last = self.slots.len().wrapping_sub(1);
        let mut slot = hash(word) as usize & last;
        while let Some(Some(id)) = self.slots.get(slot) {
            if self.words.get(*id as usize).is_some_and(|it| it == word) {
                break;
            }
            slot = (slot + 1) & last;
        }
        slot
    }

    fn set(&mut self, slot: usize, id: u32) {
        if let Some(free) = self.slots.get_mut(slot) {
            *free = Some(id);
        }
    }

    fn grow(&mut self) {
        self.slots = vec![None; (self.slots.len() * 2).max(2048)];
        for id in 0..self.words.len() as u32 {
            let slot = self.words.get(id as usize).map(|word| self.slot(word));
            self.set(slot.unwrap_or_default(), id);
        }
    }
}

/// The 32-bit FNV-1a hash of a word (<http://www.isthe.com/chongo/tech/comp/fnv/>).
fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_keeps_its_first_id_however_many_there_are() {
        let mut builder = VocabularyBuilder::default();
        let words: Vec<String> = (0..10_000).map(|number| format!("w{number}")).collect();
        for _ in 0..2 {
            for (id, word) in (0..).zip(&words) {
                assert_eq!(builder.id(word), id, "{word}");
            }
        }
        assert_eq!(builder.id("w"), 10_000);
    }

    #[test]
    fn the_hash_is_fnv_1a() {
        // From the test vectors of its authors.
        assert_eq!(hash(""), 0x811c_9dc5);
        assert_eq!(hash("a"), 0xe40c_292c);
        assert_eq!(hash("foobar"), 0xbf9c_f968);
    }
}
