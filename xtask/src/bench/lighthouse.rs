//! How the built site does under Lighthouse, as on a phone.

use crate::{Outcome, Problem, names, npm, root, run::program};
use static_server::{Folder, Server};
use std::{path::Path, process::Command};

/// How many times each page is measured; the median counts.
const RUNS: &str = "3";

/// The call that measures the site in a folder and prints a table, and the server
/// that must live as long as it runs.
///
/// # Errors
/// Where Node is missing or the site cannot be served.
pub fn call(site: &Path, quick: bool) -> Outcome<(Command, Server)> {
    let home = root().join("tests/lighthouse");
    npm::install(&home)?;
    let server = Folder::new(site)
        .map(|folder| folder.with_immutable(names::is_lasting))
        .and_then(|folder| Server::bind("127.0.0.1:0", folder));
    let server = server.map_err(|error| {
        Problem::new(format!(
            "{} cannot be served ({error}); make it with `cargo xtask build`.",
            site.display()
        ))
    })?;
    let mut call = program("node", &["measure.mjs"]);
    call.current_dir(home).arg(server.url());
    call.arg(if quick { "1" } else { RUNS });
    Ok((call, server))
}
