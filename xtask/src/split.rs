//! The wasm in parts: what every visit runs before the page answers, what is loaded
//! right after it, and what is loaded when a reader asks for it. The package
//! `wasm-split` makes them; the lists in `src/parts/` say which function is where.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use fs_err as fs;
use xshell::cmd;

use crate::{
    programs,
    root::{root, target},
    shell::shell,
    tools::WASM,
};

const PACKAGE: &str = "wasm-split";

/// The attribute of the boot script, in `Trunk.toml`, that names the later parts in their
/// order.
const PARTS: &str = " data-parts=\"";

/// The parts that are loaded in their order end with these: those between them and behind
/// are loaded on demand, without each other.
const CHAINS: [(&str, &str); 2] = [("deferred", "deferred"), ("background", "shared")];

/// What only says why the app stops. The reader is told that it has stopped by the
/// boot script, which sees a trap as it sees a panic.
const REPORTS: [&str; 17] = [
    "core::panicking::",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already",
    "core::str::slice_error_fail",
    "core::slice::index::slice_",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "alloc::vec::*assert_failed",
    "std::panicking::begin_panic",
    "std::panicking::panic_handler::",
    "std::thread::local::panic_access_error",
    // Nothing but a panic writes values in this form.
    "* as core::fmt::Debug::fmt",
    "core::fmt::builders::",
];

/// A module with nothing in it.
const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

/// What is done with the wasm of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// It is split.
    #[default]
    Split,
    /// It is whole and reports which of its functions are called.
    Instrumented,
}

/// Where the app lies as it was before it was split, for what needs it whole:
/// its wasm and its glue.
pub fn whole() -> [PathBuf; 2] {
    let folder = root().join("target").join("site");
    ["whole.wasm", "whole.js"].map(|name| folder.join(name))
}

/// The same with the names of its functions, which the published site is without:
/// what a report needs.
fn named() -> [PathBuf; 2] {
    let folder = root().join("target").join("site");
    ["named.wasm", "named.js"].map(|name| folder.join(name))
}

/// Splits the wasm of a site that Trunk has made.
///
/// # Errors
/// Where it is not there, or can't be split.
pub fn split(dist: &Path, form: Form) -> Result<()> {
    let [wasm, glue] = files(dist)?;
    let (shell, program) = (shell()?, programs::compile(PACKAGE, PACKAGE, &[])?);
    let linked = linked();
    cmd!(shell, "{program} trap {wasm} {linked} {REPORTS...}")
        .quiet()
        .run()?;
    for copies in [whole(), named()] {
        for (own, copy) in [&wasm, &glue].into_iter().zip(copies) {
            fs::copy(own, copy)?;
        }
    }
    let call = match form {
        Form::Split => {
            let parts = arguments(|part| vec![list(part), file(dist, part)])?;
            cmd!(shell, "{program} split {wasm} {glue} {linked} {parts...}")
        }
        Form::Instrumented => {
            for part in &parts()? {
                fs::write(file(dist, part), EMPTY)?;
            }
            let symbols = symbols();
            cmd!(shell, "{program} instrument {wasm} {glue} {symbols}")
        }
    };
    Ok(call.quiet().run()?)
}

/// Compares the lists of deferred functions with those that visits called, and
/// prints what to change.
///
/// # Errors
/// Where a deferred function was called, or a pattern of the list matches nothing.
pub fn report(called: &Path) -> Result<()> {
    let (shell, program) = (shell()?, programs::compile(PACKAGE, PACKAGE, &[])?);
    let linked = linked();
    let [wasm, glue] = named();
    let lists = arguments(|part| vec![list(part)])?;
    let call = cmd!(
        shell,
        "{program} report {wasm} {glue} {linked} {called} {lists...}"
    );
    Ok(call.quiet().run()?)
}

/// What the splitter is told of each later part, with what it reads between the parts that
/// are loaded in their order and those that are not.
fn arguments(of: impl Fn(&str) -> Vec<PathBuf>) -> Result<Vec<PathBuf>> {
    let parts = parts()?;
    let place = |name: &str| {
        let place = parts.iter().position(|part| part == name);
        place.with_context(|| format!("Trunk.toml names no part {name}.wasm."))
    };
    let mut between = Vec::new();
    for (first, last) in CHAINS {
        between.extend([place(first)?, place(last)? + 1]);
    }
    let mut arguments = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        if place > 0 && between.contains(&place) {
            arguments.push(PathBuf::from("--"));
        }
        arguments.extend(of(part));
    }
    Ok(arguments)
}

/// The names of the later parts, in their order.
fn parts() -> Result<Vec<String>> {
    let settings = fs::read_to_string(root().join("Trunk.toml"))?;
    let files = settings
        .split_once(PARTS)
        .and_then(|(_, it)| it.split_once('"'));
    let (files, _) = files.with_context(|| format!("Trunk.toml has no{PARTS}…\"."))?;
    let names = files
        .split(' ')
        .map(|file| file.trim_end_matches(".wasm").to_owned());
    Ok(names.collect())
}

fn file(dist: &Path, part: &str) -> PathBuf {
    dist.join(format!("{part}.wasm"))
}

/// Where the lists of the functions of later parts are.
pub fn lists() -> PathBuf {
    root().join("src").join("parts")
}

/// The list of the functions of a part.
fn list(part: &str) -> PathBuf {
    lists().join(format!("{part}.txt"))
}

/// The symbols of the functions of an instrumented app, by their numbers.
pub fn symbols() -> PathBuf {
    root().join("target").join("site").join("symbols.txt")
}

/// Gives what the dialog for sharing and its glue hand each other short names.
///
/// # Errors
/// Where they are not there, or can't be read.
pub fn shorten(dist: &Path) -> Result<()> {
    let (shell, program) = (shell()?, programs::compile(PACKAGE, PACKAGE, &[])?);
    let files = ["share-dialog_bg.wasm", "share-dialog.js"].map(|name| dist.join(name));
    Ok(cmd!(shell, "{program} shorten {files...}").quiet().run()?)
}

/// The wasm as the linker left it.
fn linked() -> PathBuf {
    let folder = target().join(WASM).join("release");
    folder.join("development-agenda-explorer.wasm")
}

/// The wasm and the glue of the app.
fn files(dist: &Path) -> Result<[PathBuf; 2]> {
    let files = site::files::all(dist)?;
    let named = |ending: &str| {
        let is_ours = |path: &&PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("development-agenda-explorer-") && name.ends_with(ending)
        };
        let found = files.iter().find(is_ours).cloned();
        found.with_context(|| format!("Trunk has put no {ending} of the app into dist/."))
    };
    Ok([named("_bg.wasm")?, named(".js")?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_are_loaded_in_their_order_alternate_with_those_that_are_not() {
        let told = arguments(|part| vec![PathBuf::from(part)]).expect("all parts are named");
        let told: Vec<_> = told.iter().map(|it| it.to_string_lossy()).collect();
        let mut groups = told.split(|it| it == "--");
        assert_eq!(groups.next(), Some(&["deferred".into()][..]));
        let apart = groups.next().expect("parts between");
        assert!(apart.contains(&"words".into()));
        let chain = &["background".into(), "shared".into()];
        assert_eq!(groups.next(), Some(&chain[..]));
        assert!(
            groups
                .next()
                .is_some_and(|apart| apart.contains(&"views".into()))
        );
        assert_eq!(groups.next(), None);
    }
}
