//! Whether the pages of the built site are valid HTML, which the program
//! `html-validate` tells. It runs under Node and is fetched on first use.

use crate::{
    Outcome, Problem,
    dist::{self, BaseUrl},
    npm, root,
    run::{self, program},
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Stands in for the public address, so that the pages have all that they can.
const ADDRESS: &str = "https://example.org/agenda/";

/// Holds the pages of a built site, as they are where the public address is
/// known, to the rules in `tests/html`.
///
/// # Errors
/// Where one is not valid, or Node is missing and cannot be installed.
pub fn hold(site: &Path) -> Outcome {
    let folder = rules();
    npm::install(&folder)?;
    let public = root().join("target/site/public");
    for file in ["index.html", "icon.svg", "data/agenda.json"] {
        copy(&site.join(file), &public.join(file))?;
    }
    dist::write_pages(&public, Some(&BaseUrl::parse(ADDRESS)?))?;
    let mut validate = program(
        "node",
        &["node_modules/html-validate/bin/html-validate.mjs"],
    );
    validate.args(["--config", "htmlvalidate.config.mjs", "--ext", "html"]);
    run::run(validate.arg(public).current_dir(folder))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    let folder = to.parent().unwrap_or(to);
    fs::create_dir_all(folder)
        .and_then(|()| fs::copy(from, to))
        .map(drop)
        .map_err(|error| Problem::with_file(to, "written", &error))
}

fn rules() -> PathBuf {
    root().join("tests/html")
}
