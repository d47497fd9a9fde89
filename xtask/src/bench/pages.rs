//! The built site in a browser, beside other pages over the same data.

use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;
use xshell::cmd;

use super::commands::{helper, table, workshop};
use crate::{
    build, npm,
    root::root,
    shell::{cargo, shell},
};

/// The package that drives the pages.
const PACKAGE: &str = "browser-tests";

/// How long it takes from an event to the frame with its answer. `rows` is how many
/// synthetic recommendations the page has instead of the real ones; `quick` takes few
/// repetitions.
///
/// # Errors
/// Where something is missing, or a page answers wrongly.
pub fn speed(rows: Option<usize>, quick: bool) -> Result<String> {
    let Some(rows) = rows else {
        return drive("page-speed", &own_data(), &build::dist(), quick);
    };
    let home = workshop().join("rows").join(rows.to_string());
    fs::create_dir_all(&home)?;
    let (data, site) = (home.join("agenda.json"), home.join("site"));
    let rows = rows.to_string();
    let shell = shell()?;
    let make = helper(&shell, "data-set");
    make.arg(own_data()).arg(&data).arg(rows).run()?;
    build::publish(&build::Options {
        data: Some(data.clone()),
        folder: Some(site.clone()),
        ..build::Options::default()
    })?;
    drive("page-speed", &data, &site, quick)
}

/// How long a first visit takes on a slow line.
///
/// # Errors
/// As [`speed`].
pub fn slow(quick: bool) -> Result<String> {
    drive("page-slow", &own_data(), &build::dist(), quick)
}

fn own_data() -> PathBuf {
    root().join("public/data/agenda.json")
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

/// What one of the package's programs measures, of a site that was built of a
/// data set: a build of its own could differ from what is published.
fn drive(program: &str, data: &Path, site: &Path, quick: bool) -> Result<String> {
    let pages = others(data)?;
    let (shell, cargo) = (shell()?, cargo());
    let quick = quick.then_some("--quick");
    let call = cmd!(
        shell,
        "{cargo} run --quiet --locked --package {PACKAGE} --bin {program} -- {pages} {data} {quick...}"
    );
    table(call.env("EXPLORER_DIST", site))
}
