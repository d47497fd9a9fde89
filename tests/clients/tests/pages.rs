//! Every page under the Nu validator, the one that checks HTML and CSS against the
//! living standards: the built site, with the explorer in one file, and the pages
//! and that file with a public address.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use browser_tests::site::dist;
use client_tests::{are_there, files, public_file, public_pages};
use serde_json::Value;

/// Where npm puts the validator.
const JAR: &str = "tests/clients/node_modules/vnu-jar/build/dist/vnu.jar";

/// Properties that browsers have and the validator does not know yet.
const NEWER: [&str; 1] = ["field-sizing"];

#[test]
fn every_page_of_the_built_site_is_valid() {
    let dist = dist().unwrap_or_else(|sentence| panic!("{sentence}"));
    are_valid(&pages(&dist, 95));
}

#[test]
fn every_page_with_a_public_address_is_valid() {
    if let Some(folder) = public_pages() {
        are_valid(&pages(&folder, 94));
    }
}

#[test]
fn the_explorer_in_one_file_with_a_public_address_is_valid() {
    if let Some(file) = public_file() {
        are_valid(&[file]);
    }
}

/// All pages of a folder, of which there are at least so many.
fn pages(folder: &Path, least: usize) -> Vec<PathBuf> {
    let mut pages = files(folder);
    pages.retain(|path| path.extension().is_some_and(|own| own == "html"));
    assert!(pages.len() >= least, "{}", pages.len());
    pages
}

/// Holds pages to the validator.
fn are_valid(pages: &[PathBuf]) {
    let jar = xtask::root().join(JAR);
    if !are_there(&["java", &jar.to_string_lossy()]) {
        return;
    }
    let told = Command::new("java")
        .args(["-Xss4m", "-jar"])
        .arg(jar)
        .args(["--format", "json", "--stdout", "--exit-zero-always"])
        .args(pages)
        .output()
        .expect("java can be called");
    let told: Value = serde_json::from_slice(&told.stdout).unwrap_or_else(|error| {
        let said = String::from_utf8_lossy(&told.stderr);
        panic!("The validator does not report: {error}. {said}")
    });
    let messages = told["messages"].as_array().expect("it reports messages");
    let unknown = |message: &&Value| {
        let text = message["message"].as_str().unwrap_or_default();
        !NEWER
            .iter()
            .any(|name| text.contains(&format!("Property “{name}” doesn't exist")))
    };
    let faults: Vec<_> = messages.iter().filter(unknown).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}
