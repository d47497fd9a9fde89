//! Chromedriver: found, started on a free port, stopped when dropped.

use std::{
    env,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
};

/// A running chromedriver. Each session has its own, since it starts in less
/// time than a tab and can then fail only the test that it belongs to.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts chromedriver.
    ///
    /// # Errors
    /// A sentence that says what is missing and what to do.
    pub fn start() -> Result<Driver, String> {
        let program = program(&["chromedriver"])?;
        let started = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let process = started
            .map_err(|error| format!("{} cannot be started: {error}.", program.display()))?;
        // Made before the port is known, so that a failure below stops it too.
        let mut driver = Driver { process, port: 0 };
        let lines = BufReader::new(driver.process.stdout.take().ok_or("It has no output.")?);
        let mut ports = lines.lines().map_while(Result::ok).filter_map(port_in);
        driver.port = ports
            .next()
            .ok_or("Chromedriver ended before it told its port; run it by hand to see why.")?;
        Ok(driver)
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself, which is what is wanted.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The browser that is tested.
///
/// # Errors
/// A sentence that says what is missing and what to do.
pub fn chromium() -> Result<PathBuf, String> {
    program(&["chromium", "chromium-browser", "google-chrome"])
}

fn program(names: &[&str]) -> Result<PathBuf, String> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut candidates = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.find(|file| file.is_file()).ok_or_else(|| {
        let names = names.join(" or ");
        format!("There is no {names} on PATH; install Chromium and its driver (Debian: apt-get install chromium chromium-driver).")
    })
}

/// The port in chromedriver's line “… started successfully on port 40123.”
fn port_in(line: String) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_stands_in_the_line_that_tells_of_the_start() {
        let told = "ChromeDriver was started successfully on port 40123.";
        assert_eq!(port_in(told.to_owned()), Some(40123));
        assert_eq!(port_in("Starting ChromeDriver on port 0".to_owned()), None);
    }

    #[test]
    fn a_missing_program_is_told_with_what_to_install() {
        let told = program(&["no-such-driver"]).unwrap_err();
        assert!(
            told.contains("no-such-driver") && told.contains("install"),
            "{told}"
        );
    }
}
