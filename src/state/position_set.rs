//! A small set of positions in a fixed list, in the order of the list.

/// Some of a fixed row of things, by position, in the order of the row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PositionSet(Vec<usize>);

impl PositionSet {
    /// Adds a position; tells whether it was new.
    pub fn insert(&mut self, value: usize) -> bool {
        match self.0.binary_search(&value) {
            Ok(_) => false,
            Err(place) => {
                self.0.insert(place, value);
                true
            }
        }
    }

    /// Takes a position out, or adds it where it is not in.
    pub fn toggle(&mut self, value: usize) {
        if !self.insert(value) {
            self.remove(value);
        }
    }

    pub fn remove(&mut self, value: usize) {
        self.0.retain(|other| *other != value);
    }

    pub fn contains(&self, value: usize) -> bool {
        self.0.binary_search(&value).is_ok()
    }

    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().copied()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl FromIterator<usize> for PositionSet {
    fn from_iter<I: IntoIterator<Item = usize>>(values: I) -> Self {
        let mut set = PositionSet::default();
        for value in values {
            set.insert(value);
        }
        set
    }
}
