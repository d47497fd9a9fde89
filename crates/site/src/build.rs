//! What is made of the finished pages: the whole site as one file, the version
//! for browsers without WebAssembly, and on every page the offer of the one file.
//!
//! | module | duty |
//! |---|---|
//! | [`one_file`] | `explorer.html`: a page with everything inside that it names |
//! | [`compatible`] | `compatible.html`: the same page over a stand-in for WebAssembly |
//! | [`offer`] | what the pages say about the one file |
//! | [`glue`] | the glue of a program as a classic script |
//! | [`markup`] | a page of ours in pieces |

pub mod compatible;
pub mod glue;
pub mod markup;
pub mod offer;
pub mod one_file;

use std::{
    fs,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};
use xtask::{Outcome, Problem, dist::BaseUrl};

use crate::{put, read};

/// The name of the page that has everything inside.
pub const ONE_FILE: &str = "explorer.html";

/// Completes a site whose pages are written, and says what it was.
///
/// # Errors
/// Where the site is not as it should be, or a file cannot be written.
pub fn write(dist: &Path, base: Option<&BaseUrl>, date: Option<&str>) -> Outcome<String> {
    let pages = pages(dist)?;
    for path in &pages {
        let page = offer::without(&read(path)?);
        put_at(path, &page)?;
    }
    let home = read(&dist.join("index.html"))?;
    let file = one_file::make(&home, dist, base)?;
    put(dist, ONE_FILE, file.as_bytes())?;
    let mut checksum = String::new();
    for byte in Sha256::digest(file.as_bytes()) {
        checksum.push_str(&format!("{byte:02x}"));
    }
    // As `sha256sum --check` reads it.
    let line = format!("{checksum}  {ONE_FILE}\n");
    put(dist, &format!("{ONE_FILE}.sha256"), line.as_bytes())?;
    let offer = offer::Offer {
        bytes: file.len(),
        checksum: &checksum,
        date,
    };
    for path in &pages {
        let deep = path
            .strip_prefix(dist)
            .map_or(0, |path| path.components().count() - 1);
        let page = offer.put_on(&read(path)?, &"../".repeat(deep));
        put_at(path, &page)?;
    }
    let compatible = compatible::make(&read(&dist.join("index.html"))?, dist)?;
    if let Some(page) = &compatible {
        put(dist, compatible::PAGE, page.as_bytes())?;
    }
    Ok(format!(
        "{ONE_FILE} of {} kB{}",
        file.len().div_ceil(1000),
        match compatible {
            Some(_) => " and the version for browsers without WebAssembly",
            None => "; a version for browsers without WebAssembly needs Node.js",
        }
    ))
}

/// The pages of the site: `index.html` in every folder that has one.
fn pages(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let unreadable = |error| Problem::new(format!("{} cannot be read: {error}.", folder.display()));
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            found.extend(pages(&path)?);
        } else if path.ends_with("index.html") {
            found.push(path);
        }
    }
    Ok(found)
}

fn put_at(path: &Path, page: &str) -> Outcome {
    fs::write(path, page)
        .map_err(|error| Problem::new(format!("{} cannot be written: {error}.", path.display())))
}
