//! Whether the pages of the built site are valid HTML, which the program
//! `html-validate` tells. It runs under Node and is fetched on first use.

use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;
use xshell::cmd;

use crate::{
    build, npm,
    programs::{self, Edition},
    root::root,
    shell::shell,
};

/// Holds the pages of a built site, as they are where the public address is
/// known, to the rules in `tests/html`.
///
/// # Errors
/// Where one is not valid, or Node is missing and cannot be installed.
pub fn check(built: &Path) -> Result<()> {
    let rules = root().join("tests/html");
    npm::install(&rules)?;
    let public = public_pages(built)?;
    let shell = shell()?;
    shell.change_dir(rules);
    let validate = "node_modules/html-validate/bin/html-validate.mjs";
    let options = ["--config", "htmlvalidate.config.mjs", "--ext", "html"];
    Ok(cmd!(shell, "node {validate} {options...} {public}")
        .quiet()
        .run()?)
}

/// Writes the pages of a built site as they are where the public address is known,
/// with their oEmbed answers, and gives their folder. They name the files of the
/// site as Trunk left them.
///
/// # Errors
/// Where a page cannot be written.
pub fn public_pages(built: &Path) -> Result<PathBuf> {
    let public = root().join("target/site/public");
    if public.exists() {
        fs::remove_dir_all(&public)?;
    }
    fs::create_dir_all(public.join("data"))?;
    fs::copy(root().join(build::TEMPLATE), public.join("index.html"))?;
    for file in ["icon.svg", "data/agenda.json"] {
        fs::copy(built.join(file), public.join(file))?;
    }
    // The built one is filled in already; the pages fill in a new one.
    let script = "embed.js";
    fs::copy(root().join("public").join(script), public.join(script))?;
    let (shell, site) = (shell()?, programs::site(Edition::Published)?);
    let address = build::ADDRESS;
    cmd!(shell, "{site} pages {public} --base-url {address}")
        .quiet()
        .run()?;
    Ok(public)
}
