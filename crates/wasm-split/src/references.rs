//! Which function or datum of a linked module names which.

use std::collections::{HashMap, HashSet};

use wasmparser::{RelocationEntry, RelocationType};

use crate::linked::Linked;

/// How many bytes a `core::panic::Location` takes.
const LOCATION: usize = 16;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// A function, by its index.
    Function(u32),
    /// Data, by its symbol.
    Data(u32),
    /// Data that belongs to no symbol. What it names is always needed.
    Unowned,
}

/// What each item names: data by its address, functions by their place in the
/// table. Calls are not among them.
pub struct References(HashMap<Item, Vec<Item>>);

impl References {
    /// Reads them from the relocations of a module.
    pub fn of(linked: &Linked) -> Self {
        let mut references: HashMap<Item, Vec<Item>> = HashMap::new();
        for entry in &linked.code_relocations {
            if let Some(named) = named(linked, entry) {
                let owner = Item::Function(function_at(linked, entry.offset as usize));
                references.entry(owner).or_default().push(named);
            }
        }
        for entry in &linked.data_relocations {
            if let Some(named) = named(linked, entry) {
                for owner in owners(linked, entry.offset as usize) {
                    references.entry(owner).or_default().push(named);
                }
            }
        }
        Self(references)
    }

    /// What items name.
    pub fn owners(&self) -> impl Iterator<Item = (Item, &[Item])> {
        self.0.iter().map(|(owner, named)| (*owner, &named[..]))
    }

    /// All that is reached from these items over data. Functions are reached, but
    /// what they name is not.
    pub fn reach(&self, mut open: Vec<Item>) -> HashSet<Item> {
        let mut reached = HashSet::new();
        while let Some(item) = open.pop() {
            if reached.insert(item) && matches!(item, Item::Data(_)) {
                open.extend(self.0.get(&item).into_iter().flatten());
            }
        }
        reached
    }

    /// The functions whose place in the table an item learns, itself or from data.
    pub fn functions_named_by(&self, owner: Item) -> Vec<u32> {
        let named = self.0.get(&owner).cloned().unwrap_or_default();
        let functions = self.reach(named).into_iter().filter_map(|item| match item {
            Item::Function(index) => Some(index),
            _ => None,
        });
        functions.collect()
    }
}

fn named(linked: &Linked, entry: &RelocationEntry) -> Option<Item> {
    match entry.ty {
        RelocationType::TableIndexSleb | RelocationType::TableIndexI32 => {
            let index = linked.functions.get(&entry.index)?;
            Some(Item::Function(*index))
        }
        RelocationType::MemoryAddrLeb
        | RelocationType::MemoryAddrSleb
        | RelocationType::MemoryAddrI32 => {
            let is_known = linked.data.contains_key(&entry.index);
            is_known.then_some(Item::Data(entry.index))
        }
        _ => None,
    }
}

fn function_at(linked: &Linked, offset: usize) -> u32 {
    let place = linked.bodies.partition_point(|body| body.end <= offset);
    linked.imported + u32::try_from(place).unwrap_or(u32::MAX)
}

/// The symbols whose data is at an offset in the section of data.
fn owners(linked: &Linked, offset: usize) -> Vec<Item> {
    let segments = (0..).zip(&linked.segments);
    let mut segments = segments.filter(|(_, segment)| segment.range.contains(&offset));
    let Some((index, segment)) = segments.next() else {
        return Vec::new();
    };
    let offset = (offset - segment.range.start) as u32;
    let data = linked.data.iter();
    let data = data.filter(|(_, it)| it.segment == index && it.range.contains(&offset));
    let owners: Vec<Item> = data.map(|(symbol, _)| Item::Data(*symbol)).collect();
    if owners.is_empty() {
        return vec![Item::Unowned];
    }
    owners
}

impl Linked {
    /// Whether data is a `core::panic::Location`: the name of a source file, its
    /// length, line and column.
    pub fn is_panic_location(&self, symbol: u32) -> bool {
        let Some(datum) = self.data.get(&symbol) else {
            return false;
        };
        let Some(segment) = self.segments.get(datum.segment as usize) else {
            return false;
        };
        let start = segment.range.start + datum.range.start as usize;
        let mut relocations = self.data_relocations.iter();
        let file = relocations.find(|entry| entry.offset as usize == start);
        let file = file.and_then(|entry| self.data.get(&entry.index));
        datum.range.len() == LOCATION
            && file.is_some_and(|file| self.source_files.contains(&file.range.end))
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::linked::{Datum, Segment};

    /// Two functions and three data: function 0 names datum 7, which names datum 8,
    /// which names function 1 by its place in the table; function 1 names datum 9.
    pub fn linked() -> Linked {
        let relocation = |ty, offset, index| RelocationEntry {
            ty,
            offset,
            index,
            addend: 0,
        };
        let datum = |range| Datum { segment: 0, range };
        let address = RelocationType::MemoryAddrI32;
        Linked {
            bodies: vec![0..10, 10..20],
            names: [(0, "first".to_owned()), (1, "second".to_owned())].into(),
            functions: [(3, 0), (4, 1)].into(),
            segments: vec![Segment {
                range: 5..155,
                address: 1000,
            }],
            constant: [0].into(),
            data: [(7, datum(0..50)), (8, datum(50..100)), (9, datum(100..150))].into(),
            code_relocations: vec![
                relocation(RelocationType::MemoryAddrSleb, 3, 7),
                relocation(RelocationType::FunctionIndexLeb, 6, 4),
                relocation(RelocationType::MemoryAddrSleb, 13, 9),
            ],
            data_relocations: vec![
                relocation(address, 9, 8),
                relocation(RelocationType::TableIndexI32, 60, 4),
            ],
            ..Linked::default()
        }
    }

    #[test]
    fn functions_are_named_over_data() {
        let references = References::of(&linked());
        assert_eq!(references.functions_named_by(Item::Function(0)), [1]);
        assert!(references.functions_named_by(Item::Function(1)).is_empty());
        let reached = references.reach(vec![Item::Data(7)]);
        let expected = [Item::Data(7), Item::Data(8), Item::Function(1)];
        assert_eq!(reached, expected.into());
    }

    #[test]
    fn data_without_a_symbol_is_unowned() {
        let mut linked = linked();
        linked.data.remove(&8);
        let references = References::of(&linked);
        assert_eq!(references.functions_named_by(Item::Unowned), [1]);
    }
}
