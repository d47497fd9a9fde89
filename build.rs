//! Puts the data set into the app: reads the open data, or the file that
//! `AGENDA_DATA` names, with the types of the library itself, and leaves it as
//! `agenda.bin`, `further_words.bin`, `details.bin`, `background.bin` and `history.bin` in `OUT_DIR`, where the library includes it. A data set
//! that the library could not read stops the build here, with a sentence.
//! Beside them it leaves `english_words.bin`, which `src/english` says more of, and
//! the version of the data.
//! And it has the linker note in the released wasm what data a function uses.

#[allow(dead_code, unused_imports)]
#[path = "src/data/mod.rs"]
mod data;

#[allow(dead_code)]
#[path = "src/english/bloom.rs"]
mod bloom;

#[path = "src/english/near.rs"]
mod near;

#[path = "src/data/base_words.rs"]
mod base_words;

#[path = "src/relatives.rs"]
mod relatives;

use sha2::{Digest, Sha256};
use std::{env, fs, path::PathBuf, process::exit};

const OPEN_DATA: &str = "public/data/agenda.json";
const OTHER_DATA: &str = "AGENDA_DATA";
const ENGLISH_WORDS: &str = "src/english/words.txt";

fn main() {
    println!("cargo::rerun-if-env-changed={OTHER_DATA}");
    have_uses_noted();
    if let Err(sentences) = embed() {
        // A line each, as Cargo shows only the first one of an error.
        for sentence in sentences.lines() {
            println!("cargo::error={sentence}");
        }
        exit(1);
    }
}

fn embed() -> Result<(), String> {
    let source = env::var_os(OTHER_DATA)
        .filter(|path| !path.is_empty())
        .map_or_else(|| PathBuf::from(OPEN_DATA), PathBuf::from);
    println!("cargo::rerun-if-changed={}", source.display());
    println!("cargo::rerun-if-changed={ENGLISH_WORDS}");

    let text = fs::read_to_string(&source).map_err(|error| {
        format!(
            "The data set {} cannot be read ({error}).",
            source.display()
        )
    })?;
    let (agenda, mut details, mut background) = data::read_all(&text).map_err(|error| {
        let count = error.faults.len();
        format!(
            "{} has to be corrected in {count} places before it can be used:\n{error}",
            source.display()
        )
    })?;
    let words = fs::read_to_string(ENGLISH_WORDS)
        .map_err(|error| format!("{ENGLISH_WORDS} cannot be read ({error})."))?;
    details.relatives = relatives::relatives(&agenda, facet_search::fold_char);
    let words = near::filter(&words, &agenda);
    let mut agenda = agenda.without_colours();
    let further = base_words::split(&mut agenda);
    let notes = agenda.glossary.iter_mut().map(|entry| entry.take_note());
    details.glossary_notes = notes.collect();
    let history = std::mem::take(&mut background.history);
    let folder = env::var_os("OUT_DIR").ok_or("Cargo gave no OUT_DIR to the build script.")?;
    for (name, encoded) in [
        ("agenda.bin", agenda.encode().map(String::into_bytes)),
        ("details.bin", details.encode().map(String::into_bytes)),
        (
            "background.bin",
            background.encode().map(String::into_bytes),
        ),
        ("history.bin", history.encode().map(String::into_bytes)),
        (
            "further_words.bin",
            further.encode().map(String::into_bytes),
        ),
        ("english_words.bin", Ok(words)),
        ("version.txt", Ok(version(&text).into_bytes())),
    ] {
        let encoded = encoded.map_err(|error| format!("{}: {error}", source.display()))?;
        let target = PathBuf::from(&folder).join(name);
        fs::write(&target, encoded)
            .map_err(|error| format!("{} cannot be written ({error}).", target.display()))?;
    }
    Ok(())
}

/// What the published file is told apart by: the beginning of its SHA-256, which
/// others can compute.
fn version(text: &str) -> String {
    let digest = Sha256::digest(text);
    let bytes = digest.iter().take(6);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

/// The wasm is split by what its functions use (`crates/wasm-split`), and only the
/// linker knows.
fn have_uses_noted() {
    let is = |name, value| env::var(name).is_ok_and(|own| own == value);
    if is("CARGO_CFG_TARGET_FAMILY", "wasm") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
