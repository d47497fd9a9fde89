//! The programs of this workspace that the commands run, so that each is
//! compiled only where it is needed.

use std::{env, path::PathBuf};

use anyhow::Result;
use xshell::cmd;

use crate::{
    root::target,
    shell::{cargo, shell},
};

/// Compiles a program of a package, and gives where it is.
///
/// # Errors
/// Where it does not compile.
pub fn compile(package: &str, program: &str, options: &[&str]) -> Result<PathBuf> {
    let (shell, cargo) = (shell()?, cargo());
    let build = cmd!(
        shell,
        "{cargo} build --locked --package {package} {options...}"
    );
    build.env_remove("CARGO_BUILD_TARGET").quiet().run()?;
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    Ok(target().join("debug").join(file))
}

/// How much of the site is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// What Trunk builds, with pages: to look at it.
    Preview,
    /// Everything.
    Published,
}

/// The program that makes the site around the app.
///
/// # Errors
/// Where it does not compile.
pub fn site(edition: Edition) -> Result<PathBuf> {
    let options: &[&str] = match edition {
        Edition::Preview => &["--no-default-features", "--features", "pages"],
        Edition::Published => &[],
    };
    compile("site", "site", options)
}
