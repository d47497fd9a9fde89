//! `cargo xtask pages`, which Trunk calls when it has built by itself, as it does
//! for `cargo xtask serve --watch`: gives its site the pages, with the words that
//! the scripts read, and takes offline use out, which would keep what is meant
//! to change.

use crate::{Outcome, Problem, dist};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// Where Trunk tells its hooks that the site is, until they are done.
const STAGED: &str = "TRUNK_STAGING_DIR";

/// Set by `cargo xtask build` for Trunk's hooks: it writes the pages itself, when
/// it has given the files their last names.
pub(crate) const LATER: &str = "EXPLORER_PAGES_LATER";

/// What asks the boot script for offline use: the attribute, in the two forms
/// that Trunk gives it.
const OFFLINE: [&str; 2] = [" data-offline=\"offline.js\"", " data-offline=offline.js"];

/// Completes the site that Trunk has just built.
///
/// # Errors
/// Where somebody else than Trunk calls, or the pages can't be written.
pub fn complete() -> Outcome {
    if env::var_os(LATER).is_some() {
        return Ok(());
    }
    let staged = env::var_os(STAGED).map(PathBuf::from).ok_or_else(|| {
        Problem::new(format!(
            "Trunk calls this and names its folder in {STAGED}; `cargo xtask build` writes \
             the pages into dist/."
        ))
    })?;
    without_offline_use(&staged)?;
    dist::write_pages(&staged, None)
}

fn without_offline_use(site: &Path) -> Outcome {
    let page = site.join("index.html");
    let html =
        fs::read_to_string(&page).map_err(|error| Problem::with_file(&page, "read", &error))?;
    let html = OFFLINE
        .iter()
        .fold(html, |html, attribute| html.replace(attribute, ""));
    fs::write(&page, html).map_err(|error| Problem::with_file(&page, "written", &error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{html, root, scratch::Folder};

    #[test]
    fn nothing_keeps_a_site_that_is_watched() {
        let settings = fs::read_to_string(root().join("Trunk.toml")).expect("it is there");
        let line = settings
            .lines()
            .find(|line| line.starts_with("pattern_script"));
        let script = line
            .and_then(|line| line.split('\'').nth(1))
            .expect("it has one");
        let folder = Folder::new();
        for script in [script.to_owned(), script.replace('"', "")] {
            folder.write("index.html", &script);
            without_offline_use(folder.path()).expect("it is a page");
            let page = fs::read_to_string(folder.path().join("index.html")).expect("it is a page");
            let tags = html::tags(&page);
            assert_eq!(tags[0].attribute("data-offline"), None, "{page}");
            assert!(tags[0].attribute("data-js").is_some(), "{page}");
        }
    }
}
