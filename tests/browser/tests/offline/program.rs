//! What a browser must be able to do to run the explorer.

use std::fs;

use browser_tests::site::dist;
use wasmparser::{Validator, WasmFeatures};

use crate::kept::files;

/// What every browser has since Chrome 96, Firefox 79 and Safari 15.
const FEATURES: WasmFeatures = WasmFeatures::MUTABLE_GLOBAL
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::REFERENCE_TYPES)
    .union(WasmFeatures::MULTI_VALUE)
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::FLOATS)
    .union(WasmFeatures::GC_TYPES);

#[test]
fn the_programs_use_nothing_newer_than_reference_types() {
    let dist = dist().unwrap_or_else(|sentence| panic!("{sentence}"));
    let all = files(&dist);
    let programs = all
        .iter()
        .filter(|path| path.extension().is_some_and(|own| own == "wasm"));
    let mut count = 0;
    for program in programs {
        let bytes = fs::read(program).expect("it is there");
        let valid = Validator::new_with_features(FEATURES)
            .validate_all(&bytes)
            .map(drop);
        assert!(valid.is_ok(), "{}: {valid:?}", program.display());
        count += 1;
    }
    assert!(count >= 2, "{count}");
}
