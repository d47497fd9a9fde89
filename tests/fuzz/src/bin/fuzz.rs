//! `fuzz TARGET`: what AFL++ calls with each input that it invents.

use std::env;

use fuzz_tests::{Reader, Target};

fn main() {
    let name = env::args().nth(1).unwrap_or_default();
    let target = Target::ALL
        .into_iter()
        .find(|target| target.name() == name)
        .unwrap_or_else(|| panic!("`{name}` is no target"));
    let reader = Reader::new();
    afl::fuzz_nohook!(|bytes: &[u8]| reader.run(target, bytes));
}
