//! How the built site does under Lighthouse, as on a phone.

use std::path::Path;

use anyhow::{Context, Result};
use site::fingerprint::is_lasting;
use static_server::{Folder, Server};
use xshell::{Cmd, Shell, cmd};

use crate::{npm, root::root};

/// How many times each page is measured; the median counts.
const RUNS: &str = "3";

/// The call that measures the site in a folder and prints a table, and the server
/// that must live as long as it runs.
///
/// # Errors
/// Where Node is missing or the site cannot be served.
pub fn call<'shell>(
    shell: &'shell Shell,
    site: &Path,
    quick: bool,
) -> Result<(Cmd<'shell>, Server)> {
    let home = root().join("tests/lighthouse");
    npm::install(&home)?;
    let server = Folder::new(site)
        .map(|folder| folder.with_immutable(is_lasting))
        .and_then(|folder| Server::bind("127.0.0.1:0", folder))
        .with_context(|| {
            format!(
                "{} cannot be served; make it with `cargo xtask build`.",
                site.display()
            )
        })?;
    shell.change_dir(home);
    let (url, runs) = (server.url(), if quick { "1" } else { RUNS });
    Ok((cmd!(shell, "node measure.mjs {url} {runs}"), server))
}
