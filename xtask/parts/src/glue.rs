//! What the JavaScript beside the wasm must know of its parts.

use xtask::{Outcome, Problem};

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

#[cfg(test)]
mod tests {
    use super::*;

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
