//! How the programs that measure are called, and where they leave their files.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use xshell::{Cmd, Shell, cmd};

use crate::{
    root::target,
    shell::{cargo, watch},
};

/// The package with the corpora, the queries and the native measurement.
pub const PACKAGE: &str = "search-bench";

/// Runs a program and returns what it prints. Its progress goes to the terminal.
pub fn table(call: Cmd) -> Result<String> {
    let words = call.to_string();
    let mut text = String::new();
    let succeeded = watch(call, |line| {
        text.push_str(line);
        false
    })?;
    ensure!(succeeded, "`{words}` failed; what it says above tells why.");
    Ok(text)
}

/// A call of one of the programs of [`PACKAGE`], without arguments.
pub fn helper<'shell>(shell: &'shell Shell, name: &str) -> Cmd<'shell> {
    let cargo = cargo();
    let call = cmd!(
        shell,
        "{cargo} run --quiet --locked --profile speed --package {PACKAGE} --bin {name} --"
    );
    call.quiet()
}

/// Where the corpora, the wasm and the figures of criterion are.
pub fn workshop() -> PathBuf {
    target().join("bench")
}
