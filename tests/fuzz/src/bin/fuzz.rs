//! `fuzz TARGET`: what AFL++ calls with each input that it invents.

use std::env;

use fuzz_tests::{Reader, Target};

/// Of so many searches one is compared with the oracle: tens of thousands of a
/// million, in about the time of the searches themselves.
const COMPARED: u64 = 32;

fn main() {
    let name = env::args().nth(1).unwrap_or_default();
    let target = Target::ALL
        .into_iter()
        .find(|target| target.name() == name)
        .unwrap_or_else(|| panic!("`{name}` is no target"));
    let reader = Reader::comparing_one_of(COMPARED);
    afl::fuzz_nohook!(|bytes: &[u8]| reader.run(target, bytes));
}
