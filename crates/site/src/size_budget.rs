//! What a reader's browser fetches until the explorer answers, right after it
//! and when asked to, in bytes, and the budgets that they have to keep. The
//! files are those that the built page names; nothing here knows their hashed
//! names.

mod embed_script;

use std::{collections::BTreeSet, fmt, path::Path};

use anyhow::{Result, ensure};
use fs_err as fs;

pub use embed_script::EmbedScript;

use crate::{
    assets,
    html::{self, Element},
    precompress,
};

/// What the first load may take, in bytes after Brotli at its highest quality.
pub const BUDGET: usize = 110_000;

/// What the page itself may take of it.
pub const PAGE_BUDGET: usize = 16_000;

/// The same for the deferred part of the wasm and its style sheet, which are fetched when
/// the explorer answers: what readers do with results, suggestions, the numbers at a glance.
pub const DEFERRED_BUDGET: usize = 51_000;

/// The same for all that is fetched for whoever searches, filters and opens a
/// recommendation.
pub const READER_BUDGET: usize = 170_000;

/// The same for each part of the wasm that is fetched when a reader asks for what it
/// does. The largest are the words of the search.
pub const ON_DEMAND_BUDGET: usize = 37_000;

/// The same for what writes files. Half of it makes the archives of Word documents, with
/// tables for checksums that cannot be compressed.
pub const FILES_BUDGET: usize = 46_000;

/// The same for what comes with the first of these parts: what they share, and their
/// style sheet, of which the pictures of the tables and the chapters of pages take 0.3 kB.
pub const SHARED_BUDGET: usize = 12_300;

/// The same for the dialog for sharing and embedding, which is fetched when it
/// is first asked for.
pub const SHARE_DIALOG_BUDGET: usize = 75_000;

const PAGE: &str = "index.html";

/// Files that are fetched together, in the order of the page.
#[derive(Debug)]
pub struct Load {
    name: String,
    budget: usize,
    files: Vec<File>,
}

#[derive(Debug)]
struct File {
    name: String,
    raw: usize,
    /// After Brotli.
    compressed: usize,
}

impl Load {
    /// Weighs what `index.html` of a built site makes a browser fetch.
    ///
    /// # Errors
    /// Where the page cannot be read, or names a file that is not there.
    pub fn first(dist: &Path) -> Result<Self> {
        let elements = elements(dist)?;
        for address in elements.iter().flat_map(named) {
            ensure!(
                dist.join(file_of(address)).exists(),
                "{PAGE} names {address}, which is not in the site"
            );
        }
        let mut seen = BTreeSet::new();
        let files = std::iter::once(PAGE)
            .chain(elements.iter().flat_map(fetched).map(file_of))
            .filter(|name| seen.insert(*name));
        Self::weigh("first load", BUDGET, dist, files)
    }

    /// Weighs what a browser fetches right after the first load.
    ///
    /// # Errors
    /// Where the page cannot be read, or names a file that is not there.
    pub fn deferred(dist: &Path) -> Result<Self> {
        let elements = elements(dist)?;
        let files = elements.iter().flat_map(assets::deferred);
        Self::weigh("right after it", DEFERRED_BUDGET, dist, files)
    }

    /// Weighs all that a browser fetches for whoever searches, filters and opens a
    /// recommendation.
    ///
    /// # Errors
    /// Where the page cannot be read, or names a file that is not there.
    pub fn reader(dist: &Path) -> Result<Self> {
        let elements = elements(dist)?;
        let opened = elements.iter().flat_map(assets::background);
        let opened = Self::weigh("", 0, dist, opened)?;
        let loads = [Self::first(dist)?, Self::deferred(dist)?, opened];
        Ok(Self {
            name: "whoever searches, filters and opens".to_owned(),
            budget: READER_BUDGET,
            files: loads.into_iter().flat_map(|load| load.files).collect(),
        })
    }

    /// Weighs what comes with the first view or file that is fetched on demand.
    ///
    /// # Errors
    /// Where the page cannot be read, or names a file that is not there.
    pub fn shared(dist: &Path) -> Result<Self> {
        let elements = elements(dist)?;
        let files = elements.iter().flat_map(assets::shared);
        Self::weigh(
            "with the first view or file on demand",
            SHARED_BUDGET,
            dist,
            files,
        )
    }

    /// Weighs each part of the wasm that a browser fetches when a reader asks for what
    /// it does.
    ///
    /// # Errors
    /// Where the page cannot be read, or names a file that is not there.
    pub fn on_demand(dist: &Path) -> Result<Vec<Self>> {
        let elements = elements(dist)?;
        let parts = elements.iter().flat_map(assets::on_demand);
        let weighed = parts.map(|(name, file)| {
            let budget = match name {
                "files" => FILES_BUDGET,
                _ => ON_DEMAND_BUDGET,
            };
            let name = format!("on demand: {name}");
            Self::weigh(&name, budget, dist, std::iter::once(file))
        });
        weighed.collect()
    }

    /// Weighs what the dialog for sharing and embedding makes a browser fetch.
    ///
    /// # Errors
    /// Where the page cannot be read, or names a file that is not there.
    pub fn share_dialog(dist: &Path) -> Result<Self> {
        let elements = elements(dist)?;
        let files = elements.iter().flat_map(assets::share_dialog);
        Self::weigh("share and embed", SHARE_DIALOG_BUDGET, dist, files)
    }

    fn weigh<'name>(
        name: &str,
        budget: usize,
        dist: &Path,
        files: impl Iterator<Item = &'name str>,
    ) -> Result<Self> {
        Ok(Self {
            name: name.to_owned(),
            budget,
            files: files
                .map(|name| File::weigh(dist, name))
                .collect::<Result<_>>()?,
        })
    }

    /// All of it after Brotli, in bytes.
    pub fn compressed(&self) -> usize {
        self.files.iter().map(|file| file.compressed).sum()
    }

    fn raw(&self) -> usize {
        self.files.iter().map(|file| file.raw).sum()
    }

    /// Checks the budget.
    ///
    /// # Errors
    /// Where the load is above it.
    pub fn within_budget(&self) -> Result<()> {
        if let Some(page) = self.files.iter().find(|file| file.name == PAGE) {
            ensure!(
                page.compressed <= PAGE_BUDGET,
                "{PAGE} takes {} bytes, more than its budget of {}",
                grouped(page.compressed),
                grouped(PAGE_BUDGET)
            );
        }
        let compressed = self.compressed();
        ensure!(
            compressed <= self.budget,
            "“{}” takes {} bytes, {} above its budget of {}: \
             make it smaller, or change the budget and say why",
            self.name,
            grouped(compressed),
            grouped(compressed - self.budget),
            grouped(self.budget)
        );
        Ok(())
    }
}

impl fmt::Display for Load {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = "together";
        let title = format!("{}, in bytes", self.name);
        let width = self
            .files
            .iter()
            .map(|file| file.name.len())
            .max()
            .unwrap_or(0)
            .max(title.len());
        let mut line = |name: &str, raw: &str, compressed: &str| {
            writeln!(out, "{name:width$}  {raw:>9}  {compressed:>9}")
        };
        line(&title, "raw", "Brotli")?;
        for file in &self.files {
            line(&file.name, &grouped(file.raw), &grouped(file.compressed))?;
        }
        line(total, &grouped(self.raw()), &grouped(self.compressed()))?;
        line("budget", "", &grouped(self.budget))
    }
}

fn elements(dist: &Path) -> Result<Vec<Element>> {
    html::elements(&fs::read_to_string(dist.join(PAGE))?)
}

impl File {
    fn weigh(dist: &Path, name: &str) -> Result<Self> {
        let bytes = fs::read(dist.join(name))?;
        Ok(Self {
            name: name.into(),
            raw: bytes.len(),
            compressed: precompress::brotli(&bytes)?.len(),
        })
    }
}

/// The files of our own that an element makes the browser fetch before the explorer
/// is of use. The icon is not one of them: nobody waits for it.
fn fetched(element: &Element) -> Vec<&str> {
    let waited_for = element.name == "script"
        || ["stylesheet", "preload", "modulepreload"]
            .iter()
            .any(|word| element.has_word("rel", word));
    if waited_for {
        named(element)
    } else {
        Vec::new()
    }
}

/// The addresses inside the site that an element names.
fn named(element: &Element) -> Vec<&str> {
    ["href", "src", "data-js", "data-wasm"]
        .iter()
        .filter_map(|name| element.attribute(name))
        .filter(|address| is_inside(address))
        .collect()
}

/// Relative, and more than a place on the same page.
fn is_inside(address: &str) -> bool {
    let scheme = address
        .split_once(':')
        .is_some_and(|(before, _)| !before.contains(['/', '?', '#']));
    !scheme && !address.starts_with("//") && !file_of(address).is_empty()
}

fn file_of(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.strip_prefix("./").unwrap_or(path)
}

/// 110000 as 110,000.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;

    const BUILT: &str = "<!doctype html><html><head>\
        <link rel=icon href=icon.svg><link rel=stylesheet href=./a.css>\
        <link rel=canonical href=https://example.org/>\
        <link rel=modulepreload href=./app.js><script defer src=./boot.js \
        data-js=./app.js data-wasm=./app.wasm data-share-dialog-js=share-dialog.js></script></head>\
        <body><a href=#app>x</a><a href=data/agenda.json>y</a></body></html>";

    fn site() -> Folder {
        let folder = Folder::new();
        folder.write("index.html", BUILT);
        for file in ["icon.svg", "a.css", "app.js", "app.wasm", "boot.js"] {
            folder.write(file, "0123456789");
        }
        folder.write("data/agenda.json", "{}");
        folder.write("share-dialog.js", "012345");
        folder
    }

    #[test]
    fn what_is_fetched_on_demand_is_weighed_apart() {
        let site = site();
        let load = Load::share_dialog(site.path()).expect("all is there");
        assert_eq!(load.raw(), 6);
        assert!(load.to_string().contains("share-dialog.js"));
        site.remove("share-dialog.js");
        assert!(Load::share_dialog(site.path()).is_err());
    }

    #[test]
    fn a_reader_fetches_the_first_load_what_follows_and_what_is_opened() {
        let site = Folder::new();
        site.write(
            "index.html",
            "<script src=boot.js data-parts=\"deferred.wasm words.wasm \
             background-12.wasm shared.wasm\" data-later-css=later.css \
             data-on-demand-css=on-demand.css></script>",
        );
        let files = [
            "boot.js",
            "deferred.wasm",
            "later.css",
            "background-12.wasm",
        ];
        for file in files {
            site.write(file, "0123456789");
        }
        let load = Load::reader(site.path()).expect("all is there");
        let names: Vec<_> = load.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names[0], "index.html");
        assert_eq!(names[1..], files);
    }

    #[test]
    fn each_file_until_usable_is_weighed_once() {
        let site = site();
        let load = Load::first(site.path()).expect("all is there");
        let names: Vec<_> = load.files.iter().map(|file| file.name.as_str()).collect();
        let expected = ["index.html", "a.css", "app.js", "boot.js", "app.wasm"];
        assert_eq!(names, expected);
        assert_eq!(load.raw(), BUILT.len() + 4 * 10);
        assert!(load.within_budget().is_ok());
        assert!(load.to_string().contains("app.wasm"));
    }

    #[test]
    fn a_file_that_the_page_names_and_the_site_lacks_is_a_problem() {
        for missing in ["icon.svg", "app.wasm", "data/agenda.json"] {
            let site = site();
            site.remove(missing);
            let said = format!("{:#}", Load::first(site.path()).expect_err(missing));
            assert!(said.contains(missing), "{said}");
        }
    }

    #[test]
    fn a_load_above_the_budget_is_a_problem() {
        let file = |size| File {
            name: "app.wasm".into(),
            raw: size,
            compressed: size,
        };
        let load = |files| Load {
            name: "a load".to_owned(),
            budget: BUDGET,
            files,
        };
        let at = load(vec![file(BUDGET)]);
        assert!(at.within_budget().is_ok());
        let above = load(vec![file(BUDGET), file(1)]);
        let said = above.within_budget().expect_err("too much").to_string();
        assert!(said.contains(" bytes, 1 above its budget"), "{said}");
    }

    #[test]
    fn a_page_above_its_own_budget_is_a_problem() {
        let load = |size| Load {
            name: "a load".to_owned(),
            budget: BUDGET,
            files: vec![File {
                name: PAGE.into(),
                raw: size,
                compressed: size,
            }],
        };
        assert!(load(PAGE_BUDGET).within_budget().is_ok());
        let said = load(PAGE_BUDGET + 1).within_budget().expect_err("too much");
        assert!(said.to_string().contains(PAGE));
    }
}
