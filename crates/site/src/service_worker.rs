//! The service worker of the built site: what it keeps, file by file with a
//! digest each, and the version, which follows from them. Written last, as it
//! tells of files as they are published.

use std::{collections::BTreeMap, path::Path};

use anyhow::Result;
use fs_err as fs;

use crate::{files, fingerprint, html};

/// The script; `"{site}"` in it is what stands here.
const SCRIPT: &str = include_str!("service_worker/sw.js");

/// Where the site goes in it.
const PLACE: &str = "\"{site}\"";

/// What the script is published as. Browsers look there for a new version, so
/// its name never changes.
pub const WORKER: &str = "sw.js";

const PAGE: &str = "index.html";

const DATA: &str = "data/agenda.json";

/// What is needed but not named in the head of the page.
const UNNAMED: [&str; 4] = [
    "frame.js",
    "icon-192.png",
    "icon-512.png",
    "icon-maskable-512.png",
];

/// What a service worker keeps of a site.
#[derive(Debug)]
pub struct Kept {
    /// Addresses from the root of the site, and the digest of each file. The
    /// page itself has the address of its folder: some hosts lead from the one
    /// to the other, and what was led elsewhere cannot be a page again.
    files: BTreeMap<String, String>,
    /// The folders of the pages of their own.
    pages: Vec<String>,
    /// The keys of an address that say what is shown.
    content: Vec<String>,
}

/// Writes the service worker of a built site.
///
/// # Errors
/// Where the page cannot be read, a file is missing or cannot be written.
pub fn write(dist: &Path) -> Result<Kept> {
    let kept = Kept::of(dist)?;
    let script = SCRIPT.replacen(PLACE, &kept.to_json(), 1);
    fs::write(dist.join(WORKER), script)?;
    Ok(kept)
}

impl Kept {
    fn of(dist: &Path) -> Result<Self> {
        let page = fs::read_to_string(dist.join(PAGE))?;
        let (agenda, _) = crate::data::read(&fs::read_to_string(dist.join(DATA))?)?;
        let mut kept = Self {
            files: BTreeMap::new(),
            pages: pages(dist)?,
            content: agenda
                .content_keys()
                .into_iter()
                .map(str::to_owned)
                .collect(),
        };
        kept.add(dist, PAGE, "")?;
        let elements = html::elements(&page)?;
        let head = elements
            .iter()
            .filter(|element| matches!(element.name.as_str(), "link" | "script"));
        // One attribute may name several files.
        let named = head.flat_map(html::Element::attributes);
        let named = named.flat_map(|(_, value)| value.split_whitespace());
        for address in named.chain(UNNAMED) {
            let name = address.strip_prefix("./").unwrap_or(address);
            let is_page = name.ends_with(".html");
            if !is_page && !name.is_empty() && dist.join(name).is_file() {
                kept.add(dist, name, name)?;
            }
        }
        Ok(kept)
    }

    fn add(&mut self, dist: &Path, name: &str, address: &str) -> Result<()> {
        if self.files.contains_key(address) {
            return Ok(());
        }
        let bytes = fs::read(dist.join(name))?;
        self.files.insert(address.to_owned(), digest(&bytes));
        Ok(())
    }

    /// How much a first visit fetches of it, in a sentence: what the packed forms
    /// take, or the files themselves where they have none.
    pub fn weight(&self, dist: &Path) -> String {
        let size = |name: &str| fs::metadata(dist.join(name)).map(|file| file.len());
        let weigh = |address: &String| {
            let name = if address.is_empty() { PAGE } else { address };
            size(&format!("{name}.br"))
                .or_else(|_| size(name))
                .unwrap_or_default()
        };
        format!(
            "{} files for offline use, {} kB together",
            self.files.len(),
            self.files.keys().map(weigh).sum::<u64>().div_ceil(1000)
        )
    }

    fn to_json(&self) -> String {
        let pages = self.pages.iter().map(|page| quoted(page));
        let pages = pages.collect::<Vec<_>>().join(",");
        // What has its content in its name comes last: if a host changes the
        // others on their way, nothing large is fetched in vain.
        let (last, first): (Vec<_>, Vec<_>) = self
            .files
            .iter()
            .partition(|(address, _)| fingerprint::is_lasting(address));
        let files = first.iter().chain(&last);
        let files =
            files.map(|(address, digest)| format!("{}:{}", quoted(address), quoted(digest)));
        let files = files.collect::<Vec<_>>().join(",");
        let content = self.content.iter().map(|key| quoted(key));
        let content = content.collect::<Vec<_>>().join(",");
        let all = format!("{SCRIPT}{files}{pages}{content}");
        let version = fingerprint::fingerprint(all.as_bytes());
        format!("{{version:\"{version}\",files:{{{files}}},pages:[{pages}],content:[{content}]}}")
    }
}

/// A name of ours has nothing that needs an escape.
fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// As browsers compare it: `sha256-…`.
fn digest(bytes: &[u8]) -> String {
    let hash = <sha2::Sha256 as sha2::Digest>::digest(bytes);
    format!(
        "sha256-{}",
        base64::Engine::encode(&base64::prelude::BASE64_STANDARD, hash)
    )
}

/// The folders below the root that have a page, as addresses.
fn pages(dist: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for path in files::with_extension(dist, "html")? {
        let folder = path
            .parent()
            .and_then(|folder| folder.strip_prefix(dist).ok());
        if let Some(folder) = folder.filter(|_| path.ends_with(PAGE)) {
            let parts: Vec<_> = folder.iter().map(|part| part.to_string_lossy()).collect();
            if !parts.is_empty() {
                found.push(format!("{}/", parts.join("/")));
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;

    const BUILT: &str = "<link rel=icon href=icon.svg><link rel=canonical href=https://e.org/>\
        <script src=./boot.js data-js=./app-0123456789abcdef.js data-page=explorer.html \
        data-parts=\"one.wasm two.wasm\"></script>\
        <a href=data/agenda.json>";

    fn site() -> Folder {
        let folder = Folder::new();
        folder.write("index.html", BUILT);
        let files = [
            "icon.svg",
            "boot.js",
            "app-0123456789abcdef.js",
            "explorer.html",
            "frame.js",
            "one.wasm",
            "two.wasm",
        ];
        for file in files.iter().chain(&["rec/12/index.html"]) {
            folder.write(file, "1");
        }
        let data = include_str!("../../../tests/data/charter.json");
        folder.write("data/agenda.json", data);
        folder
    }

    fn written(folder: &Folder) -> String {
        write(folder.path()).expect("all is there");
        fs::read_to_string(folder.path().join(WORKER)).expect("it was written")
    }

    #[test]
    fn what_the_head_names_is_kept_and_other_pages_and_data_are_not() {
        let script = written(&site());
        let one = "\"sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=\"";
        for kept in [
            "icon.svg",
            "boot.js",
            "frame.js",
            "app-0123456789abcdef.js",
            "one.wasm",
            "two.wasm",
        ] {
            assert!(
                script.contains(&format!("\"{kept}\":{one}")),
                "{kept}: {script}"
            );
        }
        assert!(script.contains("\"\":\"sha256-"), "{script}");
        assert!(script.contains("pages:[\"rec/12/\"]"), "{script}");
        for left in ["explorer.html", "agenda.json", "e.org", "{site}"] {
            assert!(!script.contains(left), "{left}: {script}");
        }
    }

    #[test]
    fn the_version_follows_the_content() {
        let folder = site();
        let first = written(&folder);
        assert_eq!(written(&folder), first);
        folder.write("boot.js", "2");
        assert_ne!(written(&folder), first);
    }
}
