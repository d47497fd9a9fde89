//! Sorting with little code: the slice sort of the standard library is ten times
//! the code of a binary heap, and short lists are cheap to keep sorted.

use std::collections::BinaryHeap;

/// Inserts an item into a sorted list unless the list contains it. Meant for
/// lists of some hundred items.
pub(crate) fn insert_unique<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(position) = list.binary_search(&item) {
        list.insert(position, item);
    }
}

/// All items in ascending order.
pub(crate) fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.collect::<BinaryHeap<_>>().into_sorted_vec()
}

/// The positions with the `limit` lowest keys, in ascending order of key;
/// positions with the same key in ascending order.
pub fn ranked(keyed: impl Iterator<Item = (u64, usize)>, limit: usize) -> Vec<usize> {
    let mut best: BinaryHeap<(u64, usize)> = BinaryHeap::new();
    for pair in keyed {
        if best.len() < limit {
            best.push(pair);
        } else if let Some(mut worst) = best.peek_mut()
            && pair < *worst
        {
            *worst = pair;
        }
    }
    best.into_sorted_vec()
        .into_iter()
        .map(|(_, position)| position)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_keys_come_first_and_ties_in_order_of_position() {
        let keyed = [(3, 0), (1, 1), (2, 2), (1, 3)];
        assert_eq!(ranked(keyed.into_iter(), 3), [1, 3, 2]);
        assert_eq!(ranked(keyed.into_iter(), 0), [0; 0]);
        assert_eq!(ranked(keyed.into_iter(), usize::MAX), [1, 3, 2, 0]);
    }

    #[test]
    fn an_item_is_inserted_once_at_its_place() {
        let mut list = vec![1, 3];
        for item in [2, 3, 4, 0] {
            insert_unique(&mut list, item);
        }
        assert_eq!(list, [0, 1, 2, 3, 4]);
    }
}
