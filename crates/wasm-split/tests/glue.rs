//! Pins what `glue.rs` expects of wasm-bindgen to the version in use.

use wasm_split::glue::{
    INSTRUMENT_SNIPPET, delay_finalizers, drop_init_sync, inject_runtime, later_snippet,
};

/// The version of wasm-bindgen whose glue is stored here.
const VERSION: &str = "0.2.130";

const GLUE: &str = include_str!("wasm-bindgen-0.2.130.js");

const LOCK: &str = include_str!("../../../Cargo.lock");

#[test]
fn the_stored_glue_is_of_the_version_in_use() {
    let entry = format!("name = \"wasm-bindgen\"\nversion = \"{VERSION}\"\n");
    assert!(
        LOCK.contains(&entry),
        "Cargo.lock has another wasm-bindgen than {VERSION}. Build the app, compare the three \
         places in target/site/whole.js with tests/wasm-bindgen-{VERSION}.js, store an excerpt \
         for the new version, and set VERSION."
    );
}

#[test]
fn the_imports_are_found() {
    for snippet in [&*later_snippet(&[vec![], vec![0]]), INSTRUMENT_SNIPPET] {
        let glue = inject_runtime(GLUE, snippet).expect("known");
        let expected =
            "return {\n        __proto__: null, ...imports_of_parts,\n        \"./app_bg.js\"";
        assert!(glue.contains(expected), "{glue}");
        assert!(glue.ends_with(snippet));
    }
}

#[test]
fn the_finalizer_is_found() {
    let glue = delay_finalizers(GLUE).expect("known");
    let expected =
        "(state => later[0]?.module && wasm.__wbindgen_destroy_closure(state.a, state.b))";
    assert!(glue.contains(expected), "{glue}");
}

#[test]
fn the_second_way_to_start_is_found() {
    let glue = drop_init_sync(GLUE).expect("known");
    assert!(glue.contains("export { __wbg_init as default };"), "{glue}");
}
