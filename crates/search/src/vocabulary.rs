//! The vocabulary: every known word and stem, by id.
//!
//! The id of a word is its position in alphabetical order, so the words with a
//! common prefix are a range of ids.

use std::ops::Range;

use rustc_hash::FxHashMap;

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
        let words = sorted(builder.ids.into_iter());
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

    /// The words with a stem, in alphabetical order.
    pub(crate) fn family(&self, stem: u32) -> &[u32] {
        let family = self.families.get(stem as usize);
        family.map_or(&[], |(_, words)| words)
    }
}

/// Collects words, with provisional ids in the order of their first occurrence.
#[derive(Default)]
pub(crate) struct VocabularyBuilder {
    ids: FxHashMap<String, u32>,
}

impl VocabularyBuilder {
    /// The provisional id of a word, which is added if it is new.
    pub(crate) fn id(&mut self, word: &str) -> u32 {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = self.ids.len() as u32;
        self.ids.insert(word.to_owned(), id);
        id
    }
}
