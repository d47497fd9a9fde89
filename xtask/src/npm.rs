//! What comes from npm: packages in exactly the versions of a lock file, fetched
//! once into the folder of that file.

use crate::{
    Outcome, Problem, apt,
    run::{self, program},
};
use std::path::Path;

/// Installs the packages that the lock file in a folder names, and Node first.
///
/// # Errors
/// Where Node is missing and cannot be installed, or npm fails.
pub fn install(folder: &Path) -> Outcome {
    node()?;
    if folder.join("node_modules").is_dir() {
        return Ok(());
    }
    let install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    run::run(program("npm", &install).current_dir(folder))
}

/// Installs Node where it is missing and we may.
fn node() -> Outcome {
    let there = || run::exists("node") && run::exists("npm");
    if !there() && apt::is_allowed() {
        apt::install(&["nodejs", "npm"])?;
    }
    if there() {
        return Ok(());
    }
    Err(Problem::new(
        "Some of the checks run under Node: install Node.js 18.19 or \
         newer, with npm, from https://nodejs.org or your system's packages.",
    ))
}
