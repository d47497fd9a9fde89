//! The search: its field, what it was understood as, what is applied.

pub(super) mod chips;
pub(super) mod compare_offer;
pub(super) mod query_feedback;
pub(super) mod search_box;
pub(crate) mod suggestions;
