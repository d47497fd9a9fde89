//! `licences.txt`: the copyright notices and licence texts of the software by
//! others that the site contains, as most of their licences ask with each copy.
//!
//! Cargo says which crates are compiled into the wasm, and where their sources
//! are with the licence files of their authors. A crate without such a file gets
//! the text that SPDX has for its licence. Equal texts are written once, so the
//! file stays small; the order is that of names, so equal sources give equal bytes.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use cargo_metadata::MetadataCommand;
use fs_err as fs;
use spdx::{Expression, LicenseId, Licensee, ParseMode};

/// The name of the file.
pub const NAME: &str = "licences.txt";

/// The licences that software in the site may have. Where there is a choice, the
/// first of them is taken.
const ACCEPTED: [&str; 8] = [
    "MIT",
    "Zlib",
    "BSL-1.0",
    "ISC",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Unicode-3.0",
    "Apache-2.0",
];

const INTRODUCTION: &str = "\
Software by others in the explorer

The explorer contains the following software, compiled or as it is. Each licence
is followed by what it applies to, with the copyright notices of the authors.
";

/// The package of the app, and what it is compiled for.
const APP: [&str; 4] = [
    "--package",
    "development-agenda-explorer",
    "--target",
    "wasm32-unknown-unknown",
];

/// Software by others.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Software {
    /// Name and version.
    pub title: String,
    /// An SPDX expression; `/` may stand for `OR`.
    pub licence: String,
    /// Named where the licence names no owner of the copyright.
    pub authors: Vec<String>,
    /// Where its licence files are, if it has any.
    pub folder: Option<PathBuf>,
}

impl Software {
    /// The standard library, which is part of every wasm.
    fn standard_library() -> Self {
        Self {
            title: "The Rust standard library".to_owned(),
            licence: "MIT OR Apache-2.0".to_owned(),
            authors: vec!["The Rust Project Contributors".to_owned()],
            folder: None,
        }
    }
}

/// What is compiled into the wasm of the app: crates by others, and the standard
/// library.
///
/// # Errors
/// Where cargo cannot tell, or a crate names no licence.
pub fn of_app(workspace: &Path) -> Result<Vec<Software>> {
    let linked = linked(workspace)?;
    let metadata = MetadataCommand::new()
        .manifest_path(workspace.join("Cargo.toml"))
        .other_options(["--locked".to_owned()])
        .exec()
        .context("cargo cannot tell the licences of the crates")?;
    let own = &metadata.workspace_members;
    let mut all = vec![Software::standard_library()];
    for package in &metadata.packages {
        let title = format!("{} {}", package.name, package.version);
        if own.contains(&package.id) || !linked.contains(&title) {
            continue;
        }
        let folder = package.manifest_path.parent();
        all.push(Software {
            licence: package
                .license
                .clone()
                .with_context(|| format!("{title} names no licence"))?,
            authors: package.authors.clone(),
            folder: folder.map(|folder| folder.to_path_buf().into_std_path_buf()),
            title,
        });
    }
    all.sort();
    Ok(all)
}

/// The crates that are linked into the app, as name and version.
fn linked(workspace: &Path) -> Result<BTreeSet<String>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let tree = Command::new(cargo)
        .current_dir(workspace)
        .args(["tree", "--locked", "--edges", "normal,no-proc-macro"])
        .args(["--prefix", "none", "--format", "{p}"])
        .args(APP)
        .output()
        .context("cargo cannot be called")?;
    ensure!(
        tree.status.success(),
        "cargo cannot tell what the app is made of: {}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let tree = String::from_utf8_lossy(&tree.stdout);
    let title = |line: &str| {
        let (name, rest) = line.split_once(" v")?;
        let version = rest.split_whitespace().next()?;
        Some(format!("{name} {version}"))
    };
    Ok(tree.lines().filter_map(title).collect())
}

/// The content of the file.
///
/// # Errors
/// Where software has none of the accepted licences, or a file of it cannot be
/// read.
pub fn text(all: &[Software]) -> Result<String> {
    // By what is equal in spite of quotation marks, titles and line breaks.
    let mut licences: BTreeMap<(String, String), (String, Vec<String>)> = BTreeMap::new();
    for software in all {
        for licence in taken(software)? {
            let notice = Notice::of(software, licence)?;
            let key = (licence.full_name.to_owned(), notice.essence());
            let (_, users) = licences.entry(key).or_insert((notice.terms, Vec::new()));
            users.push(format!("{}\n", software.title));
            let owners = notice.owners.iter();
            users.extend(owners.map(|owner| format!("    {owner}\n")));
        }
    }
    let rule = "-".repeat(72);
    let licences = licences.into_iter().map(|((name, _), (terms, users))| {
        format!("\n{rule}\n{name}\n\n{terms}\n\n{}", users.concat())
    });
    Ok(INTRODUCTION.to_owned() + &licences.collect::<String>())
}

/// The notice of the list of English words, of which the search contains some.
///
/// # Errors
/// Where it cannot be read.
pub fn of_words(path: &Path) -> Result<String> {
    let rule = "-".repeat(72);
    Ok(format!(
        "\n{rule}\nEnglish words\n\n{}",
        fs::read_to_string(path)?
    ))
}

/// The licences under which software is used: the fewest of the accepted ones.
fn taken(software: &Software) -> Result<Vec<LicenseId>> {
    let unknown = || format!("{}: {}", software.title, software.licence);
    let expression =
        Expression::parse_mode(&software.licence, ParseMode::LAX).with_context(unknown)?;
    let accepted = ACCEPTED.map(Licensee::parse);
    let accepted: Vec<_> = accepted.into_iter().collect::<Result<_, _>>()?;
    let taken = expression
        .minimized_requirements(&accepted)
        .with_context(unknown)?;
    Ok(taken.iter().filter_map(|it| it.license.id()).collect())
}

/// A licence text in its two parts.
#[derive(Debug, PartialEq, Eq)]
struct Notice {
    /// The lines that name the owners of the copyright.
    owners: Vec<String>,
    /// The rest.
    terms: String,
}

impl Notice {
    fn of(software: &Software, licence: LicenseId) -> Result<Self> {
        let mut notice = if let Some(file) = file(software, licence)? {
            Self::read(&fs::read_to_string(file)?)
        } else {
            let mut common = Self::read(licence.text());
            // It has a place for a name there.
            common.owners.clear();
            common
        };
        if notice.owners.is_empty() && !software.authors.is_empty() {
            let authors = software.authors.join(", ");
            notice.owners.push(format!("Authors: {authors}"));
        }
        Ok(notice)
    }

    fn read(text: &str) -> Self {
        let (owners, terms): (Vec<_>, Vec<_>) = text.lines().partition(|line| names_owner(line));
        Self {
            owners: owners.iter().map(|line| line.trim().to_owned()).collect(),
            terms: terms.join("\n").trim().to_owned(),
        }
    }

    /// The words of the terms, without those that differ from one copy of a
    /// licence to the next.
    fn essence(&self) -> String {
        let words = self.terms.replace(['“', '”', '\'', '"', '*'], "");
        let words = words.to_lowercase();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let titles = ["the mit license (mit)", "the mit license", "mit license"];
        let title = titles.iter().find_map(|title| words.strip_prefix(title));
        title.unwrap_or(&words).trim().to_owned()
    }
}

/// Whether a line of a licence is a notice: “Copyright (c) 2021 …”.
fn names_owner(line: &str) -> bool {
    let line = line.trim();
    // In capitals it is a heading.
    let marked = ["(c)", "©"].iter().any(|mark| line.contains(mark));
    line.starts_with("Copyright ") || line.to_lowercase().starts_with("copyright") && marked
}

/// The file of software that has the text of a licence.
fn file(software: &Software, licence: LicenseId) -> Result<Option<PathBuf>> {
    let Some(folder) = &software.folder else {
        return Ok(None);
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.to_ascii_uppercase();
        if path.is_file() && name.starts_with("LICEN") {
            files.push((name, path));
        }
    }
    files.sort();
    let word = licence.name.split('-').next().unwrap_or_default();
    let word = word.to_ascii_uppercase();
    let named = files.iter().find(|(name, _)| name.contains(&word));
    let only = || {
        let whole = |(name, _): &&(String, PathBuf)| !name.contains('-');
        files.iter().find(whole)
    };
    Ok(named.or_else(only).map(|(_, path)| path.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;

    const TERMS: &str = "Permission is hereby granted, free of charge.\nNo \"warranty\".";

    fn software(title: &str, licence: &str, folder: &Folder) -> Software {
        Software {
            title: title.to_owned(),
            licence: licence.to_owned(),
            authors: vec!["Ada".to_owned()],
            folder: Some(folder.path().to_path_buf()),
        }
    }

    #[test]
    fn equal_terms_are_written_once_with_the_notices_of_all() {
        let (one, two) = (Folder::new(), Folder::new());
        one.write("LICENSE-MIT", &format!("Copyright (c) 2020 One\n\n{TERMS}"));
        one.write("LICENSE-APACHE", "Apache License");
        let curly = TERMS.replace('"', "”").replace('\n', " ");
        let title = "The MIT License (MIT)";
        two.write(
            "LICENSE.md",
            &format!("{title}\n\nCopyright © 2021 Two\n\n{curly}\n"),
        );
        let text = text(&[
            software("one 1.0", "MIT OR Apache-2.0", &one),
            software("two 2.0", "MIT/Apache-2.0", &two),
        ]);
        let text = text.expect("both have a licence");
        assert_eq!(text.matches("Permission is hereby granted").count(), 1);
        let users = "one 1.0\n    Copyright (c) 2020 One\ntwo 2.0\n    Copyright © 2021 Two\n";
        assert!(text.ends_with(users), "{text}");
        assert!(!text.contains("Apache"), "{text}");
    }

    #[test]
    fn software_without_a_licence_file_gets_the_text_of_its_licence() {
        let folder = Folder::new();
        folder.write("README.md", "Copyright (c) 1999 nobody");
        let text = text(&[software("bare 0.1", "MIT", &folder)]).expect("it is accepted");
        assert!(
            text.contains("THE SOFTWARE IS PROVIDED \"AS IS\""),
            "{text}"
        );
        assert!(text.ends_with("bare 0.1\n    Authors: Ada\n"), "{text}");
        assert!(!text.contains("<year>"), "{text}");
    }

    #[test]
    fn all_licences_that_apply_together_are_there() {
        let folder = Folder::new();
        folder.write("LICENSE-MIT", "Copyright (c) 2020 One\n\nGranted.");
        folder.write(
            "LICENSE-UNICODE",
            "Copyright © 1991 Unicode\n\nNotice to user.",
        );
        let both = software("ident 1.0", "(MIT OR Apache-2.0) AND Unicode-3.0", &folder);
        let text = text(&[both]).expect("they are accepted");
        for part in ["Granted.", "Notice to user.", "1991 Unicode"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert_eq!(text.matches("ident 1.0").count(), 2);
    }

    #[test]
    fn a_licence_that_is_not_accepted_stops_the_build() {
        let folder = Folder::new();
        let said = text(&[software("theirs 1.0", "GPL-3.0-only", &folder)]);
        let said = format!("{:#}", said.expect_err("it is not accepted"));
        assert!(said.contains("theirs 1.0"), "{said}");
    }

    #[test]
    fn a_heading_is_no_notice_of_a_copyright() {
        assert!(names_owner("Copyright (c) The Rust Project Contributors"));
        assert!(names_owner("  Copyright 2016 Alexander Stocko"));
        assert!(names_owner("Copyright Mozilla Foundation"));
        assert!(!names_owner("COPYRIGHT AND PERMISSION NOTICE"));
        assert!(!names_owner("copyright notice and this permission notice"));
    }
}
