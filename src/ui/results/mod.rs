//! The results: the list, one recommendation, and what can be done with them.

mod actions;
pub(super) mod background;
mod button;
pub(super) mod citation_panel;
mod citing;
pub(super) mod classification;
pub(super) mod compare_tray;
pub(super) mod copying;
pub(super) mod details;
pub(super) mod download_menu;
mod download_options;
mod exported;
pub(super) mod first_lines;
pub(crate) mod list;
mod listed;
pub(super) mod match_reasons;
pub(super) mod nothing;
mod pointed;
pub(super) mod recommendation;
pub(super) mod result_count;
pub(super) mod row;
pub(super) mod text;
pub(super) mod toolbar;
