//! The commands around the explorer.
//!
//! | module | duty |
//! |---|---|
//! | [`cli`] | the command line as a type |
//! | [`tools`] | what a build needs on the machine, found or installed once |
//! | [`binaryen`] | `wasm-opt`, which makes the wasm smaller |
//! | [`dist`] | the built site: `dist/`, its checks and its finishing touches |
//! | [`weight`] | what a reader's browser fetches first, in bytes, and the budget |
//! | [`on_demand`] | the parts of the site that are fetched when asked for |
//! | [`offline`] | the service worker: what it keeps, and of which version |
//! | [`packing`] | the packed forms beside the built files |
//! | [`names`] | names that follow the content of their file |
//! | [`html`] | reads the tags of the built page |
//! | [`styles`] | the style sheets beside the components as one file |
//! | [`serve`] | build and look at it |
//! | [`watched`] | what a site lacks that Trunk has built by itself |
//! | [`examples`] | the pages of others, beside it |
//! | [`checks`] | everything that must pass |
//! | [`validity`] | whether the pages are valid HTML |
//! | [`npm`] | packages of npm for the checks |
//! | [`browsers`] | what the browser tests need on the machine |
//! | [`bench`] | how fast the engine is |
//! | [`run`], `apt`, [`steps`] | calling other programs; installing; telling how far it is |
//!
//! Nothing here is part of the site, and the explorer does not depend on it.

mod apt;
pub mod bench;
pub mod binaryen;
pub mod browsers;
pub mod checks;
pub mod cli;
pub mod compatible;
pub mod dist;
pub mod examples;
pub mod html;
pub mod names;
pub mod npm;
pub mod offline;
pub mod on_demand;
pub mod packing;
pub mod parts;
pub mod profile;
pub mod run;
#[cfg(test)]
mod scratch;
pub mod serve;
pub mod steps;
pub mod styles;
pub mod tools;
pub mod validity;
pub mod watched;
pub mod weight;

use std::{
    fmt, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// What went wrong and what to do about it, in words for the person at the
/// terminal.
#[derive(Debug, PartialEq, Eq)]
pub struct Problem(String);

/// The result of everything that can fail for a reason that a person can act on.
pub type Outcome<T = ()> = Result<T, Problem>;

impl Problem {
    /// A problem in a full sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A file or folder that could not be used: `verb` completes "cannot be …".
    pub fn with_file(path: &Path, verb: &str, error: &io::Error) -> Self {
        Self(format!("{} cannot be {verb}: {error}.", path.display()))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}

/// How a program ends that does one thing: prints what it has done, or what
/// went wrong.
pub fn tell(done: Outcome<String>) -> ExitCode {
    match done {
        Ok(done) => {
            println!("{done}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the checkout that this program was compiled from.
pub fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}
