//! What the JavaScript beside the wasm must know of its parts.

use std::{fs, path::Path};

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
/// Where the glue is not as expected, or can't be read or written.
pub fn teach(script: &Path, lesson: &str) -> Outcome {
    let glue =
        fs::read_to_string(script).map_err(|error| Problem::with_file(script, "read", &error))?;
    let taught = taught(&glue, lesson).ok_or_else(|| {
        Problem::new(format!(
            "{} does not hand its imports out as this version expects.",
            script.display()
        ))
    })?;
    fs::write(script, taught).map_err(|error| Problem::with_file(script, "written", &error))
}

fn taught(glue: &str, lesson: &str) -> Option<String> {
    let (before, behind) = glue.rsplit_once(IMPORTS)?;
    let returned = before.trim_end().ends_with("return {");
    returned.then(|| format!("{before}{IMPORTS} late,{behind}\n{lesson}"))
}
