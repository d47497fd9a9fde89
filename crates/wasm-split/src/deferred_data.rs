//! Which constant data only deferred functions use.

use std::{cmp::Ordering, collections::HashSet, ops::Range};

use crate::{
    linked::Linked,
    references::{Item, References},
};

/// Pieces that are at most so many bytes apart are moved as one if what is
/// between is constant as well: each segment has its price.
const GAP: u32 = 16;

/// A piece of fewer bytes is not worth a segment.
const WORTH: u32 = 24;

/// The addresses of constant data that the first part does not use.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct DeferredData {
    /// All of it.
    pub cleared: Vec<Range<u32>>,
    /// What the deferred part uses of it.
    pub moved: Vec<Range<u32>>,
}

/// The addresses of constant data that only these functions use, or none, by symbol.
///
/// Where a panic happened is never used by the first part: only what reports a
/// panic reads it, so that belongs on the list of deferred functions. Where
/// nothing `reports`, nobody reads it.
pub fn deferred_data(
    linked: &Linked,
    references: &References,
    deferred: &HashSet<&str>,
    reports: bool,
) -> DeferredData {
    let is_deferred = |index: u32| {
        let name = linked.names.get(&index);
        name.is_some_and(|name| deferred.contains(name.as_str()))
    };
    let is_location =
        |item: &Item| matches!(item, Item::Data(symbol) if linked.is_panic_location(*symbol));
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for (owner, named) in references.owners() {
        let named = named.iter().copied();
        match owner {
            Item::Data(_) => {}
            Item::Function(index) if is_deferred(index) => {
                second.extend(named.filter(|item| reports || !is_location(item)));
            }
            Item::Function(_) => {
                let (locations, others): (Vec<_>, Vec<_>) = named.partition(is_location);
                first.extend(others);
                second.extend(locations.into_iter().filter(|_| reports));
            }
            Item::Unowned => first.extend(named),
        }
    }
    let (first, second) = (references.reach(first), references.reach(second));
    let used = |symbol: u32| {
        let item = Item::Data(symbol);
        match (first.contains(&item), second.contains(&item)) {
            (true, _) => Use::First,
            (false, true) => Use::Deferred,
            (false, false) => Use::Nowhere,
        }
    };
    let mut data = DeferredData::default();
    for (index, segment) in (0..).zip(&linked.segments) {
        if linked.constant.contains(&index) {
            let mut bytes = vec![Use::Unknown; segment.range.len()];
            for (symbol, datum) in linked.data.iter().filter(|(_, it)| it.segment == index) {
                let range = datum.range.start as usize..datum.range.end as usize;
                for byte in bytes.get_mut(range).into_iter().flatten() {
                    *byte = used(*symbol).max(*byte);
                }
            }
            data.add(bytes, segment.address);
        }
    }
    data
}

impl DeferredData {
    /// Adds what is deferred of a segment of these bytes.
    fn add(&mut self, mut bytes: Vec<Use>, address: u32) {
        let moved = pieces(&bytes, address, Use::Deferred);
        // What is too small to be moved stays where it is, and what nobody knows.
        for byte in &mut bytes {
            if *byte != Use::Nowhere {
                *byte = Use::First;
            }
        }
        for range in &moved {
            let range = (range.start - address) as usize..(range.end - address) as usize;
            if let Some(bytes) = bytes.get_mut(range) {
                bytes.fill(Use::Nowhere);
            }
        }
        self.cleared.extend(pieces(&bytes, address, Use::Nowhere));
        self.moved.extend(moved);
    }
}

/// Who uses a byte.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    /// It belongs to no symbol.
    Unknown,
    /// It belongs to a symbol that nobody uses.
    Nowhere,
    Deferred,
    First,
}

/// The addresses of the bytes of one use that are worth a segment. Between them may
/// be some of less.
fn pieces(bytes: &[Use], address: u32, of: Use) -> Vec<Range<u32>> {
    let mut ranges: Vec<Range<u32>> = Vec::new();
    // Whether a byte since the last of them is of more use.
    let mut is_apart = true;
    for (byte, own) in (address..).zip(bytes) {
        match (own.cmp(&of), ranges.last_mut()) {
            (Ordering::Greater, _) => is_apart = true,
            (Ordering::Less, _) => {}
            (Ordering::Equal, Some(last)) if !is_apart && byte - last.end <= GAP => {
                last.end = byte + 1;
            }
            (Ordering::Equal, _) => {
                ranges.push(byte..byte + 1);
                is_apart = false;
            }
        }
    }
    ranges.retain(|range| range.end - range.start >= WORTH);
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::references::tests::linked;

    /// The ranges that are deferred with these functions.
    fn deferred(linked: &Linked, names: &[&str]) -> Vec<(u32, u32)> {
        let names = names.iter().copied().collect();
        let data = deferred_data(linked, &References::of(linked), &names, true);
        assert_eq!(data.cleared, data.moved, "all of it is used");
        data.moved.iter().map(|it| (it.start, it.end)).collect()
    }

    #[test]
    fn only_data_that_no_other_function_reaches_is_deferred() {
        let linked = linked();
        assert_eq!(deferred(&linked, &["second"]), [(1100, 1150)]);
        assert_eq!(deferred(&linked, &["first", "second"]), [(1000, 1150)]);
        assert_eq!(deferred(&linked, &["first"]), [(1000, 1100)]);
        assert!(deferred(&linked, &[]).is_empty());
    }

    #[test]
    fn data_that_can_change_stays() {
        let mut linked = linked();
        linked.constant.clear();
        assert!(deferred(&linked, &["second"]).is_empty());
    }

    fn bytes(uses: &[(Use, usize)]) -> Vec<Use> {
        let uses = uses.iter().flat_map(|(own, count)| vec![*own; *count]);
        uses.collect()
    }

    #[test]
    fn small_gaps_are_bridged_and_small_pieces_stay() {
        let deferred = |uses: &[(Use, usize)]| pieces(&bytes(uses), 0, Use::Deferred);
        let (none, own, first) = (Use::Unknown, Use::Deferred, Use::First);
        let bridged = deferred(&[(own, 24), (none, 16), (own, 4)]);
        assert_eq!(bridged.first(), Some(&(0..44)));
        assert_eq!(
            deferred(&[(own, 24), (none, 17), (own, 24)]),
            [0..24, 41..65]
        );
        assert_eq!(
            deferred(&[(own, 24), (first, 1), (own, 24)]),
            [0..24, 25..49]
        );
        assert!(deferred(&[(own, 23), (first, 1), (own, 23)]).is_empty());
    }

    #[test]
    fn what_is_cleared_is_moved_or_used_nowhere() {
        let mut data = DeferredData::default();
        data.add(
            bytes(&[
                (Use::Nowhere, 40),
                // Too small to be moved, so it must stay.
                (Use::Deferred, 8),
                (Use::Nowhere, 40),
                (Use::Unknown, 4),
                (Use::Nowhere, 40),
                (Use::Deferred, 30),
                (Use::First, 5),
            ]),
            100,
        );
        assert_eq!(data.moved.first(), Some(&(232..262)));
        assert_eq!(data.cleared, [100..140, 148..188, 192..262]);
    }
}
