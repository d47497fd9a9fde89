//! Whether a site is still that of the sources: a digest of everything that it
//! is made of, noted beside it when it is built.

use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;
use site::{files, fingerprint::sha256};

use crate::root::root;

/// What a site is made of.
const SOURCES: [&str; 9] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "crates",
    "index.html",
    "public",
    "src",
    "patches",
];

/// The digest of the sources in a folder, and of what was asked for besides.
///
/// # Errors
/// Where a file cannot be read.
pub fn digest(root: &Path, asked: &str) -> Result<String> {
    let mut all = asked.to_owned();
    for source in SOURCES.map(|source| root.join(source)) {
        let paths = if source.is_dir() {
            files::all(&source)?
        } else {
            vec![source]
        };
        for path in paths.iter().filter(|path| path.is_file()) {
            let name = path.strip_prefix(root).unwrap_or(path).display();
            all.push_str(&format!("\n{name} {}", sha256(&fs::read(path)?)));
        }
    }
    Ok(sha256(all.as_bytes()))
}

/// Whether a site was built of what has this digest.
pub fn is_current(site: &Path, digest: &str) -> bool {
    let noted = fs::read_to_string(note(site));
    site.join("index.html").is_file() && noted.is_ok_and(|noted| noted == digest)
}

/// Notes of what a site was built.
///
/// # Errors
/// Where the note cannot be written.
pub fn remember(site: &Path, digest: &str) -> Result<()> {
    let note = note(site);
    if let Some(folder) = note.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(note, digest)?)
}

/// Forgets it, as the site is about to change.
pub fn forget(site: &Path) {
    let _ = fs::remove_file(note(site));
}

/// Not in the site, which is published as it is.
fn note(site: &Path) -> PathBuf {
    let name = site.file_name().unwrap_or_default().to_string_lossy();
    root().join(format!("target/site/{name}.inputs"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_follows_what_was_asked_for_and_is_the_same_again() {
        let digest = |asked| digest(&root(), asked).expect("the sources can be read");
        assert_eq!(digest("a"), digest("a"));
        assert_ne!(digest("a"), digest("b"));
    }

    #[test]
    fn every_source_is_there() {
        for source in SOURCES {
            assert!(root().join(source).exists(), "{source}");
        }
    }
}
