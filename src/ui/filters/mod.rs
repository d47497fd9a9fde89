//! The filters: the values of each facet with their counts.

pub(super) mod facets;
