//! Short sorted rows.

/// Puts something into a sorted row, once. For rows of hundreds: it costs a
/// tenth of the code of sorting slices.
pub(super) fn insert_unique<T: Ord>(row: &mut Vec<T>, new: T) {
    if let Err(place) = row.binary_search(&new) {
        row.insert(place, new);
    }
}
