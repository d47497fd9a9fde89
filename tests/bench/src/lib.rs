//! The search on large corpora.
//!
//! | part | duty |
//! |---|---|
//! | [`corpora`] | the 45 recommendations, and more of them recombined |
//! | [`queries`] | the 40 queries |
//! | [`subject`] | corpus and query as the search takes them |
//! | `wasm/` | a package of its own: the search for Node |
//! | `compare/` | the search under Node beside other engines |
//! | `benches/search.rs` | the search natively |
//! | `benches/statement.rs` | the statement workbench natively |
//! | `bin/` | the corpora as files; data sets of their sizes; the native figures as a table |
//!
//! `docs/speed.md` says how it is measured; `cargo xtask bench` does it.

pub mod corpora;
mod dice;
pub mod queries;
pub mod subject;

/// The Unicode tables of native programs, as the tests have them.
#[path = "../../support/native.rs"]
pub mod native;
