//! Whole-page tests: the built site, a real browser, and what a reader does.
//!
//! | module | duty |
//! |---|---|
//! | [`engine`] | the browsers that tests run in, and how they are started |
//! | [`driver`] | the program that drives a browser, one for each session |
//! | [`browser`] | a session of the browser: addresses, scripts, keys, tabs, frames, console |
//! | [`site`] | the built site and its server |
//! | [`seen`] | what stands on the page at one moment |
//! | [`page`] | the page in the words of its reader |
//! | [`journey`] | how a test begins and ends |
//! | [`memory`] | how much memory a page takes |
//! | [`host`] | the pages of others, with the explorer in them |
//! | [`speed`] | how long pages take to answer, for `cargo xtask bench page` |
//! | [`slow`] | how soon it can be used on a slow line, for `cargo xtask bench slow` |
//!
//! The tests themselves are in `tests/explorer`, `tests/embedding` and
//! `tests/offline`, one behaviour a module. The edge of this crate is the public interface: hooks, addresses and storage
//! keys, never class names or texts of the interface.
//!
//! What goes wrong here ends the test, in a sentence; so functions panic where
//! others of the project return errors.

pub mod browser;
pub mod driver;
pub mod engine;
pub mod host;
pub mod journey;
pub mod memory;
pub mod page;
pub mod seen;
pub mod site;
pub mod slow;
pub mod speed;
