//! Which constant data only deferred functions use.

use std::{collections::HashSet, ops::Range};

use crate::{
    linked::Linked,
    references::{Item, References},
};

/// Pieces that are at most so many bytes apart are moved as one if what is
/// between is constant as well: each segment has its price.
const GAP: u32 = 16;

/// A piece of fewer bytes is not worth a segment.
const WORTH: u32 = 24;

/// The addresses of constant data that only these functions use, by symbol.
///
/// Where a panic happened is always such data: only what reports a panic reads
/// it, so that belongs on the list of deferred functions.
pub fn deferred_data(
    linked: &Linked,
    references: &References,
    deferred: &HashSet<&str>,
) -> Vec<Range<u32>> {
    let is_deferred = |index: u32| {
        let name = linked.names.get(&index);
        name.is_some_and(|name| deferred.contains(name.as_str()))
    };
    let mut open = Vec::new();
    for (owner, named) in references.owners() {
        let named = named.iter().copied();
        match owner {
            Item::Data(_) => {}
            Item::Function(index) if is_deferred(index) => {}
            Item::Function(_) => open.extend(named.filter(
                |item| !matches!(item, Item::Data(symbol) if linked.is_panic_location(*symbol)),
            )),
            Item::Unowned => open.extend(named),
        }
    }
    others(linked, &references.reach(open))
}

/// The addresses of constant data that is not among these symbols.
fn others(linked: &Linked, needed: &HashSet<Item>) -> Vec<Range<u32>> {
    let mut ranges = Vec::new();
    for (index, segment) in (0..).zip(&linked.segments) {
        if !linked.constant.contains(&index) {
            continue;
        }
        let mut use_of = vec![Use::Unknown; segment.range.len()];
        for (symbol, datum) in linked.data.iter().filter(|(_, it)| it.segment == index) {
            let own = if needed.contains(&Item::Data(*symbol)) {
                Use::First
            } else {
                Use::Deferred
            };
            let range = datum.range.start as usize..datum.range.end as usize;
            for byte in use_of.get_mut(range).into_iter().flatten() {
                *byte = own.max(*byte);
            }
        }
        join(&use_of, segment.address, &mut ranges);
    }
    ranges.retain(|range| range.end - range.start >= WORTH);
    ranges
}

/// Who uses a byte.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    /// It belongs to no symbol.
    Unknown,
    Deferred,
    First,
}

/// Collects the addresses of deferred bytes of a segment.
fn join(use_of: &[Use], address: u32, ranges: &mut Vec<Range<u32>>) {
    // Whether a byte since the last deferred one is needed at once.
    let mut is_apart = true;
    for (byte, own) in (address..).zip(use_of) {
        match (own, ranges.last_mut()) {
            (Use::First, _) => is_apart = true,
            (Use::Unknown, _) => {}
            (Use::Deferred, Some(last)) if !is_apart && byte - last.end <= GAP => {
                last.end = byte + 1;
            }
            (Use::Deferred, _) => {
                ranges.push(byte..byte + 1);
                is_apart = false;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::references::tests::linked;

    /// The ranges that are deferred with these functions.
    fn deferred(linked: &Linked, names: &[&str]) -> Vec<(u32, u32)> {
        let names = names.iter().copied().collect();
        let ranges = deferred_data(linked, &References::of(linked), &names);
        ranges.iter().map(|it| (it.start, it.end)).collect()
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

    #[test]
    fn small_gaps_are_bridged_and_small_pieces_stay() {
        let bytes = |uses: &[(Use, usize)]| {
            let uses = uses.iter().flat_map(|(own, count)| vec![*own; *count]);
            let mut ranges = Vec::new();
            join(&uses.collect::<Vec<_>>(), 0, &mut ranges);
            ranges
        };
        let (none, deferred, first) = (Use::Unknown, Use::Deferred, Use::First);
        let bridged = bytes(&[(deferred, 4), (none, 16), (deferred, 4)]);
        assert_eq!(bridged.first(), Some(&(0..24)));
        assert_eq!(
            bytes(&[(deferred, 4), (none, 17), (deferred, 4)]),
            [0..4, 21..25]
        );
        assert_eq!(
            bytes(&[(deferred, 4), (first, 1), (deferred, 4)]),
            [0..4, 5..9]
        );
    }
}
