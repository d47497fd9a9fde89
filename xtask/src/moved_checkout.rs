//! Whether a build depends on where the checkout is: a copy of it in another
//! folder, with all that was compiled in it, must build the same bytes, and must
//! leave the original alone.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use fs_err as fs;
use site::{files, fingerprint::sha256};
use xshell::cmd;

use crate::{
    root::{root, target},
    shell::{cargo, shell},
};

/// Where the copy is made, below cargo's target folder.
const COPY: &str = "moved";

/// What cargo compiled without tests: the rest is large and of no use to a build.
const COMPILED: [&str; 3] = ["debug", "release", "wasm32-unknown-unknown"];

/// Builds a copy of the checkout and compares the two sites.
///
/// # Errors
/// Where they differ, or the copy cannot be made or built.
pub fn check(built: &Path) -> Result<()> {
    let copy = target().join(COPY).join("checkout");
    forget(&copy)?;
    sources(&copy)?;
    for folder in COMPILED {
        compiled(&target().join(folder), &copy.join("target").join(folder))?;
    }
    let before = digests(built)?;
    {
        let (shell, cargo) = (shell()?, cargo());
        shell.change_dir(&copy);
        // Cargo tells the copy of `xtask` anew where it is.
        cmd!(shell, "{cargo} xtask build")
            .env("CARGO_TARGET_DIR", copy.join("target"))
            .env_remove("CARGO_MANIFEST_DIR")
            .quiet()
            .run()?;
    }
    ensure!(
        digests(built)? == before,
        "A build in {} has changed {}.",
        copy.display(),
        built.display()
    );
    let other = digests(&copy.join("dist"))?;
    let differing = differing(&before, &other);
    ensure!(
        differing.is_empty(),
        "A build in another folder gives other files: {}.",
        differing.join(", ")
    );
    forget(&copy)
}

/// The name of a file and the digest of its content.
type Named = (String, String);

/// The names of the files that are not in both folders, or not the same there.
fn differing<'a>(one: &'a [Named], other: &'a [Named]) -> Vec<&'a str> {
    one.iter()
        .chain(other)
        .filter(|file| !(one.contains(file) && other.contains(file)))
        .map(|(name, _)| name.as_str())
        .collect()
}

/// The files of a folder, each with the digest of its content.
fn digests(folder: &Path) -> Result<Vec<Named>> {
    let mut digests = Vec::new();
    for path in files::all(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path);
        digests.push((name.display().to_string(), sha256(&fs::read(&path)?)));
    }
    Ok(digests)
}

/// Copies what git knows or would take, and the history: the pages carry its date.
fn sources(copy: &Path) -> Result<()> {
    let (shell, root) = (shell()?, root());
    let list = cmd!(
        shell,
        "git ls-files -z --cached --others --exclude-standard"
    );
    let names = list
        .quiet()
        .read()
        .context("The files of the checkout cannot be listed.")?;
    for name in names.split('\0').filter(|name| !name.is_empty()) {
        let from = root.join(name);
        // What was deleted is still listed until that is committed.
        if from.is_file() {
            copy_file(&from, &copy.join(name))?;
        }
    }
    let history = root.join(".git");
    let paths = if history.is_dir() {
        files::all(&history)?
    } else {
        vec![history]
    };
    for path in paths {
        copy_file(&path, &copy.join(path.strip_prefix(&root)?))?;
    }
    Ok(())
}

/// Copies what cargo compiled, without the programs that it made.
fn compiled(from: &Path, to: &Path) -> Result<()> {
    for path in files::all(from)? {
        let name = path.strip_prefix(from)?;
        let parts: Vec<_> = name.iter().collect();
        let is_program = path.extension().is_none() && parts.iter().any(|part| *part == "deps");
        if !is_program && !parts.iter().any(|part| *part == "incremental") {
            let to = to.join(name);
            copy_file(&path, &to)?;
            // By the times of files cargo tells what is out of date.
            let time = fs::metadata(&path)?.modified()?;
            fs::OpenOptions::new()
                .write(true)
                .open(to)?
                .set_modified(time)?;
        }
    }
    Ok(())
}

fn copy_file(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to)?;
    Ok(())
}

fn forget(copy: &Path) -> Result<()> {
    if copy.exists() {
        fs::remove_dir_all(copy)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_missing_or_has_other_bytes_is_named() {
        let named = |name: &str, digest: &str| (name.to_owned(), digest.to_owned());
        let one = [named("a", "1"), named("b", "1"), named("c", "1")];
        let other = [named("a", "1"), named("b", "2"), named("d", "1")];
        assert_eq!(differing(&one, &one), [""; 0]);
        assert_eq!(differing(&one, &other), ["b", "c", "b", "d"]);
    }
}
