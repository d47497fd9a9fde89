//! The browser: the only module that touches it. Every call that the browser can
//! refuse returns a result.

pub mod address;
pub mod clipboard;
pub mod dialog;
pub mod download;
pub mod file;
pub mod focus;
pub mod handoff;
pub mod page;
pub mod reflect;
pub mod share_sheet;
pub mod storage;
#[cfg(not(feature = "prerender"))]
pub mod unicode;

/// Pages that are written natively have no browser to ask.
#[cfg(feature = "prerender")]
pub mod unicode {
    pub use crate::unicode::NATIVE as UNICODE;
}

/// The browser did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BrowserError;
