//! The address of a view: reading and writing its query string, side by side.

mod carried;
mod fragment;
pub mod keys;
mod read;
mod static_pages;
mod write;

pub use carried::{Carried, MOST_CHARACTERS};
pub use fragment::{fragment, without_closed};
pub use read::{MOST_WARNINGS, ParsedUrl, UrlWarning, WarningReason, read};
pub use static_pages::{read_on, write_on};
pub use write::{with_unknown_params, write};
