//! `cargo xtask pages`, which Trunk calls when it has built by itself, as it does
//! for `cargo xtask serve`: gives its site the pages, with the messages that the
//! scripts read, and takes offline use out, which would keep what is meant to
//! change.

use std::env;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::{
    build,
    programs::{self, Edition},
    shell::shell,
};

/// Where Trunk tells its hooks that the site is, until they are done.
const STAGED: &str = "TRUNK_STAGING_DIR";

/// Completes the site that Trunk has just built.
///
/// # Errors
/// Where somebody else than Trunk calls, or the pages can't be written.
pub fn complete() -> Result<()> {
    if env::var_os(build::LATER).is_some() {
        return Ok(());
    }
    let staged = env::var_os(STAGED).with_context(|| {
        format!(
            "Trunk calls this and names its folder in {STAGED}; `cargo xtask build` writes \
             the pages into dist/."
        )
    })?;
    let (shell, site) = (shell()?, programs::site(Edition::Preview)?);
    Ok(cmd!(shell, "{site} pages {staged}").quiet().run()?)
}
