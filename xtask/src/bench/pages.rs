//! The built site in a browser, beside other pages over the same data.

use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::cmd;

use super::{Options, table, workshop};
use crate::{
    npm,
    root::root,
    shell::{cargo, shell},
};

/// The package that drives the pages.
const PACKAGE: &str = "browser-tests";

/// How long it takes from an event to the frame with its answer.
///
/// # Errors
/// Where something is missing, or a page answers wrongly.
pub fn speed(options: &Options) -> Result<String> {
    let pages = others(&root().join("public/data/agenda.json"))?;
    drive("page-speed", &pages, options)
}

/// How long a first visit takes on a slow line.
///
/// # Errors
/// As [`speed`].
pub fn slow(options: &Options) -> Result<String> {
    let pages = others(&root().join("public/data/agenda.json"))?;
    drive("page-slow", &pages, options)
}

/// Makes the other pages of a data set and gives their folder.
fn others(data: &Path) -> Result<PathBuf> {
    let (home, folder) = (root().join("tests/bench-pages"), workshop().join("pages"));
    npm::install(&home)?;
    let shell = shell()?;
    shell.change_dir(home);
    cmd!(shell, "node build.mjs {data} {folder}").run()?;
    Ok(folder)
}

/// What one of the package's programs measures. Of the site that was built: a
/// build of its own could differ from what is published.
fn drive(program: &str, pages: &Path, options: &Options) -> Result<String> {
    let (shell, cargo) = (shell()?, cargo());
    let quick = options.quick.then_some("--quick");
    table(cmd!(
        shell,
        "{cargo} run --quiet --locked --package {PACKAGE} --bin {program} -- {pages} {quick...}"
    ))
}
