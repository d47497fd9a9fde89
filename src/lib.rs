//! The Development Agenda Explorer: the recommendations to read, search, filter,
//! save and share.
//!
//! In the order of dependence, which `tests/imports` checks:
//! - [`data`]: the data set, word for word, with its evidence; [`embedded`]: the
//!   data set of this build
//! - `relatives`: which recommendations are similar, for builds and not for the app
//! - [`language`]: the languages of the interface; [`english`]: words
//!   that are not typing errors
//! - [`state`]: what is asked for and how it is shown, its address, saved lists
//! - [`messages`]: every sentence of the interface
//! - [`export`]: recommendations as files for other programs
//! - [`share`]: links, snippets for other pages, QR codes
//! - `browser`: the only module that touches the browser
//! - `store`: the one state of the running app, and the actions on it
//! - `ui`: the components
//! - `share_dialog`: the dialog for sharing and embedding, a program of its own
//!
//! Invariant: whatever can be decided without a browser compiles without one.
//! The modules from `browser` on need the feature `app`, for the browser, or
//! `prerender`, for pages written natively; everything else is the core. The
//! search is a crate of its own, `facet_search`.

// In what ships, nothing may bring the page down.
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

pub mod data;
pub mod embedded;
pub mod english;
pub mod export;
mod html;
pub mod ids;
pub mod joined;
pub mod json;
pub mod language;
pub mod messages;
#[cfg(not(target_family = "wasm"))]
pub mod relatives;
pub mod share;
pub mod state;
pub mod unicode;

#[cfg(feature = "ui")]
#[cfg_attr(feature = "prerender", allow(dead_code, reason = "nobody listens"))]
mod browser;
#[cfg(feature = "prerender")]
mod prerender;
#[cfg(feature = "app")]
pub mod share_dialog;
#[cfg(feature = "app")]
mod start;
#[cfg(feature = "ui")]
#[cfg_attr(feature = "prerender", allow(dead_code, reason = "nobody listens"))]
mod store;
#[cfg(feature = "ui")]
#[cfg_attr(feature = "prerender", allow(dead_code, reason = "nobody listens"))]
mod ui;

#[cfg(feature = "prerender")]
pub use prerender::Prerender;
#[cfg(feature = "app")]
pub use start::start;
