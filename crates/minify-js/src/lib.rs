//! Scripts as short as they get: without comments and space, and with names of
//! one letter for what nothing outside the script sees.

use anyhow::{Error, Result, bail};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc_compat::EngineTargets;
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// What the scripts are written in, so that no newer words come in: a browser
/// that does not know one reads nothing of the script.
const LANGUAGE: &str = "es2020";

/// A script that does the same, shortened. What is exported keeps its names, and
/// so does what a classic script declares outside of functions.
///
/// # Errors
/// Where it is not JavaScript.
pub fn minify(script: &str) -> Result<String> {
    let allocator = Allocator::default();
    // With import or export a module, without a classic script.
    let read = Parser::new(&allocator, script, SourceType::unambiguous()).parse();
    if let Some(mistake) = read.diagnostics.first() {
        bail!("the script is not understood: {mistake}");
    }
    let mut program = read.program;
    let language = CompressOptions {
        target: EngineTargets::from_target(LANGUAGE).map_err(Error::msg)?,
        ..CompressOptions::smallest()
    };
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        compress: Some(language),
        ..MinifierOptions::default()
    };
    let shorter = Minifier::new(options).minify(&allocator, &mut program);
    let written = Codegen::new()
        .with_options(CodegenOptions {
            minify: true,
            comments: CommentOptions::disabled(),
            ..CodegenOptions::default()
        })
        .with_scoping(shorter.scoping)
        .build(&program);
    Ok(written.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nothing_outside_sees_gets_short_names() {
        let module = "
            // A comment.
            let countedThings = 0;
            export function count(things) { countedThings += things.length; return countedThings; }
            export { count as default };";
        let short = minify(module).expect("a module");
        assert!(
            !short.contains("comment") && !short.contains("Things"),
            "{short}"
        );
        assert!(
            short.contains("count") && short.contains("default"),
            "{short}"
        );
        assert!(!short.contains('\n'), "{short}");
    }

    #[test]
    fn a_classic_script_keeps_what_it_declares_for_others() {
        let short = minify("function explorerFile(name) { return name; }").expect("a script");
        assert!(short.contains("explorerFile"), "{short}");
    }

    #[test]
    fn no_newer_language_comes_in() {
        let script = "function set(place) { if (!place.name) place.name = 'none'; } set(self);";
        let short = minify(script).expect("a script");
        assert!(!short.contains("||="), "{short}");
    }

    #[test]
    fn what_is_no_script_is_a_problem() {
        assert!(minify("function (").is_err());
    }
}
