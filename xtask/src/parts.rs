//! The wasm in two parts: what every visit runs before the page answers, and
//! what comes right after it. The package `wasm-parts` makes them; which
//! function is where follows from a profile, which `cargo xtask profile` makes.

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
/// Where it is not there, or can't be parted.
pub fn part(dist: &Path, form: Form) -> Result<()> {
    let [wasm, glue] = files(dist)?;
    for (own, whole) in [&wasm, &glue].into_iter().zip(whole()) {
        fs::copy(own, whole)?;
    }
    let (shell, program) = (shell()?, programs::compile(PACKAGE, PACKAGE, &[])?);
    let (late, linked) = (dist.join(LATE), linked());
    let call = match form {
        Form::Parted => cmd!(shell, "{program} part {wasm} {glue} {late} {linked}"),
        Form::Watched => cmd!(shell, "{program} watch {wasm} {glue} {late}"),
    };
    Ok(call.quiet().run()?)
}

/// Gives what the dialog for sharing and its glue hand each other short names.
///
/// # Errors
/// Where they are not there, or can't be read.
pub fn shorten(dist: &Path) -> Result<()> {
    let (shell, program) = (shell()?, programs::compile(PACKAGE, PACKAGE, &[])?);
    let files = ["studio_bg.wasm", "studio.js"].map(|name| dist.join(name));
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
