//! Whole-page tests: the built site, a real browser, and what a reader does.
//!
//! | module | duty |
//! |---|---|
//! | [`driver`] | the program that drives the browser, one for each session |
//! | [`browser`] | a session of the browser: addresses, scripts, keys, tabs, console |
//! | [`site`] | the built site and its server |
//! | [`seen`] | what stands on the page at one moment |
//! | [`page`] | the page in the words of its reader |
//! | [`journey`] | how a test begins and ends |
//! | [`speed`] | how long the page takes, for `cargo xtask bench page` |
//!
//! The tests themselves are in `tests/explorer`, one behaviour a module. The
//! edge of this crate is the public interface: hooks, addresses and storage
//! keys, never class names or texts of the interface.
//!
//! What goes wrong here ends the test, in a sentence; so functions panic where
//! others of the project return errors.

pub mod browser;
pub mod driver;
pub mod journey;
pub mod page;
pub mod seen;
pub mod site;
pub mod speed;
