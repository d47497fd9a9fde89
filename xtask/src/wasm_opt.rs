//! `wasm-opt` of binaryen, which makes the wasm some two per cent smaller after
//! compression: the one on the PATH where it is new enough, else the package of
//! npm, kept in our cache. Without either the site is built as it is.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Cmd, Shell, cmd};

use crate::{npm, shell::shell};

/// The package of npm. It is JavaScript and wasm, the same on every system.
const VERSION: &str = "132.0.0";

/// The oldest version that knows what the compiler writes. Debian 12 has 108.
const OLDEST: u32 = 120;

/// What the compiler uses for this target, and nothing that would raise the age
/// of browsers.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// A `wasm-opt` that can be called.
#[derive(Debug)]
pub enum WasmOpt {
    /// A program on the PATH.
    Own,
    /// The script of the package, for Node.
    Script(PathBuf),
}

impl WasmOpt {
    /// Finds it, or has npm install it; none where there is no Node.
    ///
    /// # Errors
    /// Where npm is there and fails.
    pub fn find_or_fetch() -> Result<Option<Self>> {
        let shell = shell()?;
        let version = cmd!(shell, "wasm-opt --version").quiet().ignore_stderr();
        if version.read().is_ok_and(|said| is_new_enough(&said)) {
            return Ok(Some(Self::Own));
        }
        if !npm::is_there() {
            println!(
                "      left out: there is neither wasm-opt {OLDEST} nor Node.js with npm to fetch it; \
                 the wasm will be two per cent larger"
            );
            return Ok(None);
        }
        let script = npm::fetch("binaryen", VERSION, "bin/wasm-opt")?;
        Ok(Some(Self::Script(script)))
    }

    /// Makes a module smaller in its place.
    ///
    /// # Errors
    /// Where the module can't be read or written, or is not valid.
    pub fn shrink(&self, wasm: &Path) -> Result<()> {
        let shell = shell()?;
        // Each round finds more: the second seven per mille of the app after
        // Brotli, the third four, and the last, on what was written and read again,
        // another three.
        let rounds = [
            "-Oz",
            "--flatten",
            "--rereloop",
            "-Oz",
            "--flatten",
            "--rereloop",
            "--generate-global-effects",
            "-Oz",
            "--converge",
        ];
        for passes in [&rounds[..], &["-Oz"]] {
            let call = self.call(&shell).args(passes).arg("--low-memory-unused");
            let call = call.args(FEATURES).arg(wasm).arg("-o").arg(wasm);
            let stays = || format!("{} stays as it is", wasm.display());
            call.quiet().run().with_context(stays)?;
        }
        Ok(())
    }

    /// Writes a module anew in the plain form of its instructions, which tools
    /// understand that choke on the shortest one.
    ///
    /// # Errors
    /// As [`WasmOpt::shrink`].
    pub fn plain(&self, wasm: &Path, to: &Path) -> Result<()> {
        let shell = shell()?;
        let call = self.call(&shell).arg("--vacuum").args(FEATURES);
        Ok(call.arg(wasm).arg("-o").arg(to).quiet().run()?)
    }

    fn call<'shell>(&self, shell: &'shell Shell) -> Cmd<'shell> {
        match self {
            Self::Own => cmd!(shell, "wasm-opt"),
            Self::Script(path) => cmd!(shell, "node {path}"),
        }
    }
}

/// Reads "wasm-opt version 132 (version_132)".
fn is_new_enough(said: &str) -> bool {
    let mut words = said.split_whitespace();
    let version = words.find_map(|word| word.parse::<u32>().ok());
    version.is_some_and(|version| version >= OLDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_that_is_too_old_is_not_taken() {
        assert!(is_new_enough("wasm-opt version 132 (version_132)\n"));
        assert!(!is_new_enough("wasm-opt version 108"));
        assert!(!is_new_enough("wasm-opt"));
    }
}
