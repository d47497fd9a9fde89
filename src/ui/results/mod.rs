//! The results: the list, one recommendation, and what can be done with them.

pub(super) mod details;
pub(super) mod download_menu;
pub(super) mod list;
pub(super) mod list_banner;
pub(super) mod match_reasons;
pub(super) mod recommendation;
pub(super) mod result_count;
pub(super) mod text;
pub(super) mod toolbar;
