//! The JavaScript that wasm-bindgen writes beside the wasm ("glue"): what it must
//! know of the parts.
//!
//! Three places in it are found by their text, which wasm-bindgen does not
//! promise to keep. `tests/glue.rs` pins them for the version in use.

use anyhow::{Context as _, Result, bail};

/// For the glue of a module that was split, below the numbers that it names.
const LATER_SNIPPET: &str = include_str!("later.js");

/// For the glue of a module that was split into a first part and others, which need those
/// at the places that are given for each.
pub fn later_snippet(needs: &[Vec<usize>]) -> String {
    format!("const NEEDS = {needs:?};\n{LATER_SNIPPET}")
}

/// For the glue of a module that was instrumented.
pub const INSTRUMENT_SNIPPET: &str = include_str!("instrument.js");

/// What to do when a place is not found.
const ADVICE: &str = "wasm-bindgen writes its glue in another way now. \
    Compare the glue with crates/wasm-split/tests/wasm-bindgen-*.js, adapt the \
    text that src/glue.rs looks for, and store an excerpt for the new version.";

/// Begins each object of imports. The last is the one that is passed to the wasm;
/// the modules of imports are made before.
const IMPORTS: &str = "__proto__: null,";

/// Adds a snippet to the glue. The fields of its variable `imports_of_parts` become
/// modules of imports.
///
/// # Errors
/// Where the glue does not pass its imports as expected.
pub fn inject_runtime(glue: &str, snippet: &str) -> Result<String> {
    let (before, behind) = glue
        .rsplit_once(IMPORTS)
        .filter(|(before, _)| before.trim_end().ends_with("return {"))
        .with_context(|| format!("The glue has no `return {{ {IMPORTS}` of imports. {ADVICE}"))?;
    Ok(format!(
        "{before}{IMPORTS} ...imports_of_parts,{behind}\n{snippet}"
    ))
}

/// Frees what a closure held, when the browser has no more use for the closure.
const FINALIZER: &str = "new FinalizationRegistry(state => wasm.";

/// Has the glue free nothing before the deferred part is loaded: browsers may
/// collect at any time, and freeing may need a deferred function. What leaks so is
/// some hundred bytes.
///
/// # Errors
/// Where the glue does not free closures as expected.
pub fn delay_finalizers(glue: &str) -> Result<String> {
    let delayed = FINALIZER.replace("wasm.", "later[0]?.module && wasm.");
    match glue.matches(FINALIZER).count() {
        1 => Ok(glue.replace(FINALIZER, &delayed)),
        count => bail!("The glue has `{FINALIZER}` {count} times, not once. {ADVICE}"),
    }
}

/// What the glue exports, with a second way to start.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";

/// Takes `initSync` out of the exports, so that a minifier can drop it.
///
/// # Errors
/// Where the glue does not export it as expected.
pub fn drop_init_sync(glue: &str) -> Result<String> {
    if !glue.contains(EXPORTS) {
        bail!("The glue has no `{EXPORTS}`. {ADVICE}");
    }
    Ok(glue.replace(EXPORTS, "export { __wbg_init as default };"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_gives_modules_of_imports() {
        let glue = "let import0 = {\n__proto__: null,\n}; return {\n__proto__: null,\n};";
        let expected = "let import0 = {\n__proto__: null,\n}; \
            return {\n__proto__: null, ...imports_of_parts,\n};\nvar imports_of_parts;";
        let injected = inject_runtime(glue, "var imports_of_parts;");
        assert_eq!(injected.expect("known"), expected);
    }

    #[test]
    fn nothing_is_freed_before_the_deferred_part_is_loaded() {
        let glue = "let a = new FinalizationRegistry(state => wasm.free(state.a));";
        let delayed = delay_finalizers(glue).expect("known");
        let expected = "(state => later[0]?.module && wasm.free(state.a))";
        assert!(delayed.contains(expected), "{delayed}");
    }

    #[test]
    fn unknown_glue_is_an_error_that_says_what_to_do() {
        let unknown = "let import0 = {\n__proto__: null,\n};";
        for error in [
            inject_runtime(unknown, ""),
            inject_runtime("", ""),
            delay_finalizers(unknown),
            drop_init_sync(unknown),
        ] {
            let error = error.expect_err("unknown").to_string();
            assert!(
                error.contains("store an excerpt for the new version"),
                "{error}"
            );
        }
    }
}
