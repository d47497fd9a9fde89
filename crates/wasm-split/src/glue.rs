//! What the JavaScript beside the wasm must know of its parts.

use crate::problem::{Outcome, Problem};

/// Taught to the glue of a parted module.
pub const PARTED: &str = include_str!("parted.js");

/// Taught to the glue of a watched module.
pub const WATCHED: &str = include_str!("watched.js");

/// Where the glue of wasm-bindgen hands its imports out: the last such place,
/// since the modules of imports are made before.
const IMPORTS: &str = "__proto__: null,";

/// Adds a script to the glue, whose `late` becomes a module of imports.
///
/// # Errors
/// Where the glue does not hand its imports out as expected.
pub fn taught(glue: &str, lesson: &str) -> Outcome<String> {
    let place = glue.rsplit_once(IMPORTS);
    let place = place.filter(|(before, _)| before.trim_end().ends_with("return {"));
    let (before, behind) = place.ok_or_else(|| {
        Problem::new("The glue does not hand its imports out as this version expects.")
    })?;
    Ok(format!("{before}{IMPORTS} late,{behind}\n{lesson}"))
}

/// Where the glue frees what a closure held, when the browser has no more use for
/// it: at any time.
const FREED: &str = "new FinalizationRegistry(state => wasm.";

/// Has the glue of a parted module free nothing before the late part is there:
/// that may need a function of it, and nobody asked for anything. What is kept
/// so is some hundred bytes.
///
/// # Errors
/// Where the glue does not free as expected.
pub fn patient(glue: &str) -> Outcome<String> {
    let patient = FREED.replace("wasm.", "lateModule && wasm.");
    match glue.matches(FREED).count() {
        1 => Ok(glue.replace(FREED, &patient)),
        _ => Err(Problem::new(
            "The glue does not free closures as this version expects.",
        )),
    }
}

/// What the glue hands out, with the way to start without waiting.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";

/// The glue without that way, which nobody takes. Where it is not written like
/// this, it stays.
pub fn without_unused(glue: &str) -> String {
    glue.replace(EXPORTS, "export { __wbg_init as default };")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_freed_before_all_is_there() {
        let glue = "let a = new FinalizationRegistry(state => wasm.free(state.a));";
        let patient = patient(glue).expect("it is known");
        assert!(
            patient.contains("(state => lateModule && wasm.free(state.a))"),
            "{patient}"
        );
        assert!(super::patient("").is_err());
    }

    #[test]
    fn a_lesson_becomes_a_module_of_imports() {
        let glue = "let import0 = {\n__proto__: null,\n}; return {\n__proto__: null,\n};";
        let expected = "let import0 = {\n__proto__: null,\n}; \
            return {\n__proto__: null, late,\n};\nvar late;";
        assert_eq!(taught(glue, "var late;").ok().as_deref(), Some(expected));
        assert!(taught("let import0 = {\n__proto__: null,\n};", "").is_err());
        assert!(taught("", "").is_err());
    }
}
