//! What went wrong, in words for the person at the terminal.

use std::{fmt, io, path::Path, process::ExitCode};

/// What went wrong.
#[derive(Debug)]
pub struct Problem(String);

/// The result of everything that can fail for a reason that a person can act on.
pub type Outcome<T = ()> = Result<T, Problem>;

impl Problem {
    /// A problem in a full sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A file that could not be used: `verb` completes "cannot be …".
    pub fn with_file(path: &Path, verb: &str, error: &io::Error) -> Self {
        Self(format!("{} cannot be {verb}: {error}.", path.display()))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// How a program ends: prints what it has done, or what went wrong.
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
