//! Words by number, and places by key: one kind of map for all that is looked up, because
//! each kind would be code of its own.

use std::collections::BTreeMap;

use facet_search::ranked;

/// Words, each with a number, counted from 0 in the order in which they came.
#[derive(Default)]
pub struct Numbering(BTreeMap<String, usize>);

impl Numbering {
    /// The number of a word, which is a new one if it is.
    #[inline(never)]
    pub fn add(&mut self, word: &str) -> usize {
        let next = self.0.len();
        *self.0.entry(word.to_owned()).or_insert(next)
    }

    /// The number of a word.
    #[inline(never)]
    pub fn get(&self, word: &str) -> Option<usize> {
        self.0.get(word).copied()
    }
}

/// A word of a text, by their positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub text: usize,
    pub word: usize,
}

/// Places by their keys.
#[derive(Default)]
pub struct Places {
    /// In ascending order.
    keys: Vec<u64>,
    /// Of the same keys, in the order in which they came.
    places: Vec<Place>,
}

impl Places {
    #[inline(never)]
    pub fn new(entries: &[(u64, Place)]) -> Places {
        let keys = entries.iter().enumerate();
        let order = ranked(keys.map(|(at, (key, _))| (*key, at)), usize::MAX);
        let entries = order.iter().filter_map(|at| entries.get(*at));
        Places {
            keys: entries.clone().map(|(key, _)| *key).collect(),
            places: entries.map(|(_, place)| *place).collect(),
        }
    }

    /// The places with a key.
    #[inline(never)]
    pub fn get(&self, key: u64) -> &[Place] {
        let first = self.keys.partition_point(|it| *it < key);
        let keys = self.keys.get(first..).unwrap_or_default();
        let count = keys.iter().take_while(|it| **it == key).count();
        self.places.get(first..first + count).unwrap_or_default()
    }
}
