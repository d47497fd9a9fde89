//! What comes from npm: packages in exactly one version each.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use xshell::cmd;

use crate::{
    apt, cache,
    shell::{exists, shell},
};

/// Installs the packages that the lock file in a folder names, into that folder.
///
/// # Errors
/// Where Node is missing and cannot be installed, or npm fails.
pub fn install(folder: &Path) -> Result<()> {
    if !is_there() && apt::is_allowed() {
        apt::install(&["nodejs", "npm"])?;
    }
    if !is_there() {
        bail!(
            "Some of the checks run under Node: install Node.js 18.19 or \
             newer, with npm, from https://nodejs.org or your system's packages."
        );
    }
    if folder.join("node_modules").is_dir() {
        return Ok(());
    }
    let shell = shell()?;
    shell.change_dir(folder);
    Ok(cmd!(shell, "npm ci --ignore-scripts --no-audit --no-fund").run()?)
}

/// A file of a package, which is fetched once for all clones.
///
/// # Errors
/// Where npm fails, or there is no place for a cache.
pub fn fetch(package: &str, version: &str, file: &str) -> Result<PathBuf> {
    let home = cache::folder(&format!("{package}-{version}"))?;
    let path = home.join("node_modules").join(package).join(file);
    if !path.is_file() {
        println!("      fetching {package} with npm once for all clones");
        let shell = shell()?;
        let options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-save"];
        let package = format!("{package}@{version}");
        cmd!(shell, "npm install {options...} --prefix {home} {package}").run()?;
    }
    Ok(path)
}

/// Whether there is Node with npm.
pub fn is_there() -> bool {
    exists("node") && exists("npm")
}
