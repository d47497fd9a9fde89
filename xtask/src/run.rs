//! Calls other programs in the root of the checkout. What they print reaches
//! the terminal as it comes; a failure becomes a sentence that names the call.

use crate::{Outcome, Problem, root};
use std::{
    env,
    ffi::OsStr,
    io::{self, BufRead, BufReader, ErrorKind, Write},
    path::Path,
    process::{Command, Stdio},
};

/// The cargo that called us, so that no other toolchain slips in.
pub fn cargo(arguments: &[&str]) -> Command {
    let name = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    program(name, arguments)
}

/// Any other program.
pub fn program(name: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root());
    command
}

/// Whether a program of that name can be called at all.
pub fn exists(name: &str) -> bool {
    Command::new(name)
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok()
}

/// Whether there is a program of that name, without calling it: some open a
/// window whatever they are asked.
pub fn is_on_path(name: &str) -> bool {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::var_os("PATH")
        .is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(&file).is_file()))
}

/// Runs it to its end.
///
/// # Errors
/// Where it cannot be started or says by its exit code that it failed.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| absent(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(failed(command))
    }
}

/// Runs it and gives what it wrote to its standard output; the rest is silent.
///
/// # Errors
/// As for [`run`].
pub fn read(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|error| absent(command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(failed(command))
    }
}

/// Runs it and shows each line of its standard output to `see`; a line for
/// which that gives `true` is passed through. Gives whether it succeeded.
///
/// # Errors
/// Where it cannot be started or its output cannot be read.
pub fn watch(command: &mut Command, mut see: impl FnMut(&str) -> bool) -> Outcome<bool> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| absent(command, &error))?;
    if let Some(output) = child.stdout.take() {
        let mut lines = BufReader::new(output);
        let mut line = Vec::new();
        // By bytes: a test may print what is not UTF-8.
        while lines
            .read_until(b'\n', &mut line)
            .map_err(|error| absent(command, &error))?
            > 0
        {
            if see(&String::from_utf8_lossy(&line)) {
                // A closed terminal must not stop the run.
                let _ = io::stdout().write_all(&line);
            }
            line.clear();
        }
    }
    let status = child.wait().map_err(|error| absent(command, &error))?;
    Ok(status.success())
}

/// The call as one would type it, with the program's name instead of its path.
pub fn in_words(command: &Command) -> String {
    let name = Path::new(command.get_program())
        .file_stem()
        .unwrap_or(command.get_program());
    let mut words = name.to_string_lossy().into_owned();
    for argument in command.get_args() {
        words.push(' ');
        words.push_str(&argument.to_string_lossy());
    }
    words
}

/// What is said of a program that has itself said what is wrong.
pub fn failed(command: &Command) -> Problem {
    Problem::new(format!(
        "`{}` failed; what it says above tells why.",
        in_words(command)
    ))
}

fn absent(command: &Command, error: &io::Error) -> Problem {
    let name = command.get_program().to_string_lossy();
    Problem::new(if error.kind() == ErrorKind::NotFound {
        format!("The program `{name}` is not installed or not on the PATH.")
    } else {
        format!("`{}` cannot be run: {error}.", in_words(command))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_missing_is_named() {
        let said = run(&mut program("no-such-program-here", &[]))
            .expect_err("it does not exist")
            .to_string();
        assert!(said.contains("no-such-program-here"), "{said}");
        assert!(!exists("no-such-program-here"));
    }

    #[test]
    fn a_call_is_named_by_what_one_would_type() {
        let command = program("/some/where/cargo", &["build", "--release"]);
        assert_eq!(in_words(&command), "cargo build --release");
    }
}
