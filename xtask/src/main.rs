//! `cargo xtask`: hands the command line to the library and turns what comes
//! back into a sentence and an exit code.

use std::process::ExitCode;
use xtask::{
    Outcome, bench, checks,
    cli::{Command, HELP},
    dist, profile, serve, styles, watched,
};

/// A command line that is not understood, as for other Unix programs.
const MISUSE: u8 = 2;

fn main() -> ExitCode {
    let command = match Command::parse(std::env::args_os().skip(1)) {
        Ok(command) => command,
        Err(problem) => {
            eprintln!("{problem}\nRun `cargo xtask` to see what there is.");
            return ExitCode::from(MISUSE);
        }
    };
    match run(command) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Outcome<ExitCode> {
    match command {
        Command::Help => print!("{HELP}"),
        Command::Serve(options) => serve::run(&options)?,
        Command::Build(options) => dist::build(&options)?,
        Command::Bench(options) => bench::run(&options)?,
        Command::Profile => profile::run()?,
        Command::Styles => styles::bundle(&xtask::root())?,
        Command::Pages => watched::complete()?,
        Command::Test(parts) => {
            if !checks::run(&parts) {
                return Ok(ExitCode::FAILURE);
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
