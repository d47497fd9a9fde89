//! The wasm in two parts: what every visit runs before the page answers, and
//! what comes right after it. The package `wasm-parts` makes them; which
//! function is where follows from a profile, which `cargo xtask profile` makes.

use crate::{
    Outcome, Problem, html, root,
    run::{self, cargo},
    tools,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

const PACKAGE: &str = "wasm-parts";

/// What the boot script is told of the late part.
const LATE: &str = "late.wasm";

/// What is done with the wasm of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// It is parted.
    #[default]
    Parted,
    /// It is whole and tells which of its functions are called.
    Watched,
}

/// Where the app lies as it was before it was parted, for what needs it whole:
/// its wasm and its glue.
pub fn whole() -> [PathBuf; 2] {
    let folder = root().join("target").join("site");
    ["whole.wasm", "whole.js"].map(|name| folder.join(name))
}

/// Parts the wasm of a site that Trunk has made.
///
/// # Errors
/// Where the page does not name it, or it can't be parted.
pub fn part(dist: &Path, form: Form) -> Outcome {
    let [wasm, glue] = files(dist)?;
    for (own, whole) in [&wasm, &glue].into_iter().zip(whole()) {
        fs::copy(own, &whole).map_err(|error| Problem::with_file(&whole, "written", &error))?;
    }
    let mut command = cargo(&["run", "--quiet", "--locked", "--package", PACKAGE, "--"]);
    let files = [wasm, glue, dist.join(LATE)];
    run::run(match form {
        Form::Parted => command.arg("part").args(files).arg(linked()),
        Form::Watched => command.arg("watch").args(files),
    })
}

/// Gives what the dialog for sharing and its glue hand each other short names.
///
/// # Errors
/// Where they are not there, or can't be read.
pub fn shorten(dist: &Path) -> Outcome {
    let mut command = cargo(&["run", "--quiet", "--locked", "--package", PACKAGE, "--"]);
    let files = ["studio_bg.wasm", "studio.js"].map(|name| dist.join(name));
    run::run(command.arg("shorten").args(files))
}

/// The wasm as the linker left it.
fn linked() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR");
    let target = target.map_or_else(|| root().join("target"), PathBuf::from);
    let folder = target.join(tools::WASM).join("release");
    folder.join("development-agenda-explorer.wasm")
}

/// The wasm and the glue of the app.
fn files(dist: &Path) -> Outcome<[PathBuf; 2]> {
    let page = dist.join("index.html");
    let html =
        fs::read_to_string(&page).map_err(|error| Problem::with_file(&page, "read", &error))?;
    let tags = html::tags(&html);
    let named = |key: &str| {
        let name = tags.iter().find_map(|tag| tag.attribute(key))?;
        Some(dist.join(name.strip_prefix("./").unwrap_or(name)))
    };
    match (named("data-wasm"), named("data-js")) {
        (Some(wasm), Some(glue)) => Ok([wasm, glue]),
        _ => Err(Problem::new(
            "dist/index.html does not name the wasm and its glue.",
        )),
    }
}
