//! What the native tests share: the data, the Unicode tables, the oracle, the
//! random states, a store in memory, and the one way to hold a property.
//!
//! Edge: it decides nothing about what is true; that is for the test files.

#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod memory;
pub mod native;
pub mod oracle;
pub mod searches;
pub mod states;

use explorer::data::Agenda;
pub use native::NATIVE;
use proptest::{
    strategy::Strategy,
    test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner},
};

/// The published agenda, with its whole glossary.
pub fn agenda() -> Agenda {
    let published = include_str!("../../public/data/agenda.json");
    let (agenda, _) = explorer::data::read(published).expect("the data can be read");
    agenda
}

/// Holds a property against random cases, the same ones on every run. A failure
/// shows the smallest case that was found to fail.
pub fn hold<S: Strategy>(
    cases: u32,
    strategy: &S,
    property: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 2000,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    if let Err(failure) = runner.run(strategy, property) {
        panic!("{failure}");
    }
}
