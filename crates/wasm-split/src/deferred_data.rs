//! Which constant data only the late functions use, as the linker knows it.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use crate::problem::{Outcome, Problem};
use wasmparser::RelocationEntry;

use crate::linked::Linked;

/// What lies this near together is moved together: what is between is constant
/// as well, and each piece has its price.
const NEAR: u32 = 16;

/// What less than this is not worth a piece.
const WORTH: u32 = 24;

/// How many bytes a place in the source takes.
const LOCATION: usize = 16;

/// A piece of the linked module that names data.
#[derive(Clone, Copy)]
enum From {
    /// A function, by its place among the defined ones.
    Function(usize),
    /// Data, by its symbol.
    Data(u32),
}

/// The addresses of constant data that only functions with these names use.
///
/// # Errors
/// Where the module is not one that the linker has left its notes in.
pub fn late_data(linked: &[u8], late: &HashSet<String>) -> Outcome<Vec<Range<u32>>> {
    let linked = Linked::read(linked)
        .map_err(|error| Problem::new(format!("The linked wasm can't be read: {error}.")))?;
    if linked.pieces.is_empty() || linked.code.is_empty() {
        return Err(Problem::new(
            "The linker has left no notes in the wasm (--emit-relocs).",
        ));
    }
    Ok(late_of(&linked, late))
}

fn late_of(linked: &Linked, late: &HashSet<String>) -> Vec<Range<u32>> {
    let mut uses: HashMap<u32, Vec<u32>> = HashMap::new();
    let mut open: Vec<u32> = Vec::new();
    for (from, to) in linked.references() {
        match from {
            From::Data(piece) => uses.entry(piece).or_default().push(to),
            From::Function(place) if linked.is_late(place, late) => {}
            // It is handed to what tells of a panic, which comes late.
            From::Function(_) if linked.is_place_in_source(to) => {}
            From::Function(_) => open.push(to),
        }
    }
    let mut first = HashSet::new();
    while let Some(piece) = open.pop() {
        if first.insert(piece) {
            open.extend(uses.get(&piece).into_iter().flatten());
        }
    }
    linked.rest(&first)
}

impl Linked {
    fn is_late(&self, place: usize, late: &HashSet<String>) -> bool {
        let index = u32::try_from(self.imported + place).ok();
        let name = index.and_then(|index| self.names.get(&index));
        name.is_some_and(|name| late.contains(name))
    }

    /// What names which data. A name in data that belongs to no symbol counts as
    /// one that is always used.
    fn references(&self) -> Vec<(From, u32)> {
        let is_data = |entry: &&RelocationEntry| self.pieces.contains_key(&entry.index);
        let mut references = Vec::new();
        for entry in self.code.iter().filter(is_data) {
            let offset = entry.offset as usize;
            let place = self.bodies.partition_point(|body| body.end <= offset);
            references.push((From::Function(place), entry.index));
        }
        for entry in self.data.iter().filter(is_data) {
            let offset = entry.offset as usize;
            let segments = self.segments.iter().enumerate();
            let mut segment = segments.filter(|(_, (range, _))| range.contains(&offset));
            let Some((segment, (range, _))) = segment.next() else {
                continue;
            };
            let offset = (offset - range.start) as u32;
            let holders = self.pieces.iter().filter(|(_, piece)| {
                piece.segment as usize == segment && piece.range.contains(&offset)
            });
            let holders: Vec<u32> = holders.map(|(symbol, _)| *symbol).collect();
            if holders.is_empty() {
                references.push((From::Function(usize::MAX), entry.index));
            }
            references.extend(holders.into_iter().map(|it| (From::Data(it), entry.index)));
        }
        references
    }

    /// Whether data is a `core::panic::Location`: a name of a file, its length,
    /// line and column.
    fn is_place_in_source(&self, symbol: u32) -> bool {
        let Some(piece) = self.pieces.get(&symbol) else {
            return false;
        };
        let Some((segment, _)) = self.segments.get(piece.segment as usize) else {
            return false;
        };
        let start = segment.start + piece.range.start as usize;
        let mut notes = self.data.iter();
        let named = notes.find(|entry| entry.offset as usize == start);
        let name = named.and_then(|entry| self.pieces.get(&entry.index));
        piece.range.len() == LOCATION
            && name.is_some_and(|name| self.files.contains(&name.range.end))
    }

    /// The addresses of constant data that is not among these symbols.
    fn rest(&self, first: &HashSet<u32>) -> Vec<Range<u32>> {
        let mut ranges = Vec::new();
        for (segment, (range, address)) in (0..).zip(&self.segments) {
            if !self.constant.contains(&segment) {
                continue;
            }
            // By byte: what is in a symbol at all, and what in one that is needed.
            let mut known = vec![false; range.len()];
            let mut needed = vec![false; range.len()];
            let pieces = self.pieces.iter();
            for (symbol, piece) in pieces.filter(|(_, piece)| piece.segment == segment) {
                for byte in piece.range.clone() {
                    if let Some(known) = known.get_mut(byte as usize) {
                        *known = true;
                    }
                    if let Some(needed) = needed.get_mut(byte as usize) {
                        *needed |= first.contains(symbol);
                    }
                }
            }
            let bytes = known.iter().zip(&needed);
            let late = bytes.map(|(known, needed)| *known && !needed);
            for (byte, _) in (*address..).zip(late).filter(|(_, late)| *late) {
                match ranges.last_mut() {
                    Some(Range { end, .. })
                        if byte - *end <= NEAR
                            && !needed_between(&needed, *end - address, byte - address) =>
                    {
                        *end = byte + 1;
                    }
                    _ => ranges.push(byte..byte + 1),
                }
            }
        }
        ranges.retain(|range| range.end - range.start >= WORTH);
        ranges
    }
}

fn needed_between(needed: &[bool], from: u32, to: u32) -> bool {
    let between = needed.get(from as usize..to as usize);
    between.is_some_and(|between| between.contains(&true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linked::Piece;

    /// Two functions and three pieces of constant data: the first function names
    /// the first piece, which names the second; the other one names the third.
    fn linked() -> Linked {
        let note = |offset, index| RelocationEntry {
            ty: wasmparser::RelocationType::MemoryAddrI32,
            offset,
            index,
            addend: 0,
        };
        let piece = |range| Piece { segment: 0, range };
        let names = [(0, "first".to_owned()), (1, "late".to_owned())];
        Linked {
            bodies: vec![0..10, 10..20],
            names: names.into(),
            segments: vec![(5..155, 1000)],
            constant: [0].into(),
            pieces: [(7, piece(0..50)), (8, piece(50..100)), (9, piece(100..150))].into(),
            code: vec![note(3, 7), note(13, 9)],
            data: vec![note(9, 8)],
            ..Linked::default()
        }
    }

    /// From where to where data is late.
    fn late(names: &[&str]) -> Vec<(u32, u32)> {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        let late = late_of(&linked(), &names).into_iter();
        late.map(|range| (range.start, range.end)).collect()
    }

    #[test]
    fn only_data_that_no_other_function_reaches_is_late() {
        assert_eq!(late(&["late"]), [(1100, 1150)]);
        assert_eq!(late(&["first", "late"]), [(1000, 1150)]);
        assert_eq!(late(&["first"]), [(1000, 1100)]);
        assert!(late(&[]).is_empty());
    }

    #[test]
    fn data_that_can_change_stays() {
        let mut linked = linked();
        linked.constant.clear();
        assert!(late_of(&linked, &["late".to_owned()].into()).is_empty());
    }

    #[test]
    fn a_module_without_the_notes_of_the_linker_is_refused() {
        let empty = b"\0asm\x01\0\0\0";
        assert!(late_data(empty, &HashSet::new()).is_err());
        assert!(late_data(b"", &HashSet::new()).is_err());
    }
}
