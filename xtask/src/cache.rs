//! Where tools are kept that all clones share.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};

/// A folder of our own in the cache of the user.
///
/// # Errors
/// Where there is no place for a cache.
pub fn folder(name: &str) -> Result<PathBuf> {
    let cache = user()
        .context("There is no home folder to keep tools in; set XDG_CACHE_HOME to a folder.")?;
    Ok(cache.join("development-agenda-explorer").join(name))
}

/// Where Trunk keeps what it has downloaded.
pub fn of_trunk() -> Option<PathBuf> {
    if cfg!(target_os = "macos") {
        Some(env::home_dir()?.join("Library/Caches/dev.trunkrs.trunk"))
    } else if cfg!(windows) {
        Some(PathBuf::from(env::var_os("LOCALAPPDATA")?).join("trunkrs/trunk/cache"))
    } else {
        Some(user()?.join("trunk"))
    }
}

/// `$XDG_CACHE_HOME`, else `~/.cache`.
fn user() -> Option<PathBuf> {
    env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| Some(env::home_dir()?.join(".cache")))
}
