//! The filters: the values of each facet with their counts.

mod counts;
pub(super) mod facets;
