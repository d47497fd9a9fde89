//! Every page under the Nu validator, the one that checks HTML and CSS against the
//! living standards: the built site, with the explorer in one file, and the pages
//! with a public address.

use std::{path::Path, process::Command};

use browser_tests::site::dist;
use client_tests::{are_there, files, public_pages};
use serde_json::Value;

/// Where npm puts the validator.
const JAR: &str = "tests/clients/node_modules/vnu-jar/build/dist/vnu.jar";

/// Properties that browsers have and the validator does not know yet.
const NEWER: [&str; 1] = ["field-sizing"];

#[test]
fn every_page_of_the_built_site_is_valid() {
    let dist = dist().unwrap_or_else(|sentence| panic!("{sentence}"));
    is_valid(&dist, 95);
}

#[test]
fn every_page_with_a_public_address_is_valid() {
    if let Some(pages) = public_pages() {
        is_valid(&pages, 94);
    }
}

/// Holds all pages of a folder, of which there are at least so many, to the
/// validator.
fn is_valid(folder: &Path, least: usize) {
    let jar = xtask::root().join(JAR);
    if !are_there(&["java", &jar.to_string_lossy()]) {
        return;
    }
    let mut pages = files(folder);
    pages.retain(|path| path.extension().is_some_and(|own| own == "html"));
    assert!(pages.len() >= least, "{}", pages.len());
    let told = Command::new("java")
        .args(["-Xss4m", "-jar"])
        .arg(jar)
        .args(["--format", "json", "--stdout", "--exit-zero-always"])
        .args(&pages)
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
