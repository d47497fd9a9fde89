//! The Development Agenda Explorer: the 45 recommendations of the WIPO
//! Development Agenda to read, search, filter, keep and share.
//!
//! The rooms:
//! - [`agenda`]: the data, word for word, with its evidence; [`embedded`]: the
//!   data set of this build
//! - [`engine`]: from a corpus and a query to a view; knows nothing of WIPO
//! - [`query`] and [`link`]: the reader's question, and its address
//! - [`frame`]: what the site around a frame decides
//! - [`shelf`]: the reader's saved lists and their stored text
//! - [`pages`]: the pages of their own, and the questions that they stand for
//! - [`share`]: what a reader hands on: links, snippets for other pages
//! - [`cite`]: recommendations as files for other programs
//! - [`words`]: every sentence of the interface
//! - `browser`: the only room that touches the browser
//! - `ui`: the components
//! - `studio`: the dialog for sharing and embedding, a program of its own
//!
//! The one rule: what can be decided without a browser is decided in a room
//! that can be compiled without one. The last three rooms are behind the features
//! `app`, for the browser, and `prerender`, for pages written natively;
//! everything else is the core.

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

pub mod agenda;
pub mod cite;
pub mod embedded;
pub mod engine;
pub mod frame;
pub mod link;
pub mod pages;
pub mod query;
pub mod share;
pub mod shelf;
pub mod unicode;
pub mod words;

#[cfg(feature = "ui")]
#[cfg_attr(feature = "prerender", allow(dead_code, reason = "nobody listens"))]
mod browser;
#[cfg(feature = "app")]
pub mod studio;
#[cfg(feature = "ui")]
#[cfg_attr(feature = "prerender", allow(dead_code, reason = "nobody listens"))]
pub mod ui;
