//! Reading and writing the files of a built site. A path that leaves the folder
//! of the site is refused: parts of paths come from the ids of the data.

use std::path::{Component, Path, PathBuf};

use anyhow::{Result, bail};
use fs_err as fs;

/// Where a file of the site lies.
///
/// # Errors
/// Where the path would lead out of the site.
pub fn inside(dist: &Path, path: &str) -> Result<PathBuf> {
    let relative = Path::new(path);
    let is_plain = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    if path.contains('\\') || !relative.components().all(is_plain) {
        bail!("`{path}` leads out of the site; ids of the data become paths, so correct the id.");
    }
    Ok(dist.join(relative))
}

/// Writes a file and the folders above it.
///
/// # Errors
/// Where the path leads out of the site, or cannot be written.
pub fn write(dist: &Path, path: &str, content: impl AsRef<[u8]>) -> Result<()> {
    let target = inside(dist, path)?;
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(target, content)?)
}

/// All files of a folder and below it, in the order of their paths.
///
/// # Errors
/// Where a folder cannot be read.
pub fn all(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(all(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Those of them with this extension.
///
/// # Errors
/// As [`all`].
pub fn with_extension(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut found = all(folder)?;
    found.retain(|path| path.extension().is_some_and(|own| own == extension));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;

    #[test]
    fn a_path_that_leaves_the_site_is_refused_and_nothing_is_written() {
        let folder = Folder::new();
        let dist = folder.path().join("dist");
        for path in ["../x", "rec/../../x", "/x", "a/../../../x", "..\\x", ".."] {
            assert!(write(&dist, path, "1").is_err(), "{path}");
        }
        assert!(!folder.path().join("x").exists());
        write(&dist, "rec/12/index.html", "1").expect("it is inside");
        assert!(dist.join("rec/12/index.html").is_file());
    }

    #[test]
    fn the_files_below_a_folder_are_found_in_order() {
        let folder = Folder::new();
        for path in ["b.js", "a/c.js", "a/b.css"] {
            folder.write(path, "");
        }
        let found = with_extension(folder.path(), "js").expect("it can be read");
        let expected = ["a/c.js", "b.js"].map(|path| folder.path().join(path));
        assert_eq!(found, expected);
    }
}
