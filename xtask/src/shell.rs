//! Calls other programs in the root of the checkout. What they print reaches
//! the terminal as it comes; a failure names the call.

use std::{
    env,
    ffi::OsString,
    io::{self, BufRead, BufReader, Write},
    process::{Command, Stdio},
};

use anyhow::{Context, Result};
use xshell::{Cmd, Shell};

use crate::root::root;

/// A shell whose folder is the root of the checkout.
///
/// # Errors
/// Where there is no current folder.
pub fn shell() -> Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(root());
    Ok(shell)
}

/// The cargo that called us, so that no other toolchain slips in.
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
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

/// Runs a call and shows each line of its standard output to `see`; a line for
/// which that gives `true` is passed through. Gives whether it succeeded.
///
/// # Errors
/// Where it cannot be started or its output cannot be read.
pub fn watch(call: Cmd, mut see: impl FnMut(&str) -> bool) -> Result<bool> {
    let words = call.to_string();
    let absent = || format!("`{words}` cannot be run");
    let mut child = Command::from(call)
        .stdout(Stdio::piped())
        .spawn()
        .with_context(absent)?;
    if let Some(output) = child.stdout.take() {
        let mut lines = BufReader::new(output);
        let mut line = Vec::new();
        // By bytes: a test may print what is not UTF-8.
        while lines.read_until(b'\n', &mut line).with_context(absent)? > 0 {
            if see(&String::from_utf8_lossy(&line)) {
                // A closed terminal must not stop the run.
                let _ = io::stdout().write_all(&line);
            }
            line.clear();
        }
    }
    let status = child.wait().with_context(absent)?;
    Ok(status.success())
}

#[cfg(test)]
mod tests {
    use super::*;
    use xshell::cmd;

    #[test]
    fn a_program_that_is_missing_is_named() {
        let shell = shell().expect("there is a folder");
        let said = watch(cmd!(shell, "no-such-program-here"), |_| true).expect_err("missing");
        assert!(said.to_string().contains("no-such-program-here"), "{said}");
        assert!(!exists("no-such-program-here"));
    }

    #[test]
    fn lines_are_shown_and_the_end_is_told() {
        let shell = shell().expect("there is a folder");
        let cargo = cargo();
        let mut seen = String::new();
        let version = cmd!(shell, "{cargo} --version");
        let succeeded = watch(version, |line| {
            seen.push_str(line);
            false
        });
        assert!(succeeded.expect("cargo runs"));
        assert!(seen.starts_with("cargo "), "{seen}");
    }
}
