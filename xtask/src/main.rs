//! `cargo xtask`: hands the command line to the library and turns what comes
//! back into a sentence and an exit code.

use std::{env, process::ExitCode};

use xtask::cli::Command;

/// A command line that is not understood, as for other Unix programs.
const MISUSE: u8 = 2;

fn main() -> ExitCode {
    let command = match Command::parse(env::args_os().skip(1)) {
        Ok(command) => command,
        Err(problem) => {
            eprintln!("{problem:#}\nRun `cargo xtask` to see what there is.");
            return ExitCode::from(MISUSE);
        }
    };
    match command.run() {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("{problem:#}");
            ExitCode::FAILURE
        }
    }
}
