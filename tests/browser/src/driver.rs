//! The program that drives a browser: started on a free port, stopped when
//! dropped, and with this process.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    net::{Ipv4Addr, TcpListener, TcpStream},
    ops::Range,
    process::{self, Child, ChildStdout, Command, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use crate::engine::Engine;

/// Runs what its arguments say until its input ends, which it does with this
/// process however that ends. Then it stops all that has come of it, and
/// removes the folder that the first argument names. It is the first of a group
/// of processes.
const KEEPER: &str = r#"
folder=$1; shift
trap : TERM
exec 3<&0
"$@" </dev/null 3<&- &
exec >/dev/null
read -r never <&3
kill -s TERM -- -$$
wait
rm -rf "$folder"
"#;

/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where a port is looked for, for a driver that has to be told one.
const PORTS: Range<u16> = 20_000..30_000;

/// How a line begins in which Firefox tells of an error that a page did not
/// catch; its own scripts have other addresses.
const UNCAUGHT: &str = "JavaScript error: http";

/// A running driver.
pub struct Driver {
    process: Child,
    port: u16,
    uncaught: Arc<Mutex<Vec<String>>>,
}

impl Driver {
    /// Starts the driver of an engine.
    ///
    /// # Errors
    /// A sentence that says what is missing and what to do.
    pub fn start(engine: Engine) -> Result<Driver, String> {
        let mut driver = engine.driver()?;
        // WebKit's does not tell the port that it has got.
        let asked = (engine == Engine::WebKit).then(free_port).transpose()?;
        if let Some(port) = asked {
            driver.arg(format!("--port={port}"));
        }
        let mut process = kept(&driver)?;
        let output = process.stdout.take();
        // Made before the port is known, so that a failure below stops it too.
        let mut driver = Driver {
            process,
            port: 0,
            uncaught: Arc::default(),
        };
        let output = BufReader::new(output.ok_or("The driver has no output.")?);
        driver.port = match asked {
            Some(port) => listening(port)?,
            None => driver.port_told_in(output)?,
        };
        Ok(driver)
    }

    /// The errors that pages did not catch, as far as the driver's output tells
    /// of them, since this was last asked.
    pub fn uncaught(&self) -> Vec<String> {
        let mut lines = self.uncaught.lock().unwrap_or_else(PoisonError::into_inner);
        lines.drain(..).collect()
    }

    fn port_told_in(&self, output: BufReader<ChildStdout>) -> Result<u16, String> {
        let mut lines = output.lines().map_while(Result::ok);
        let port = lines.by_ref().find_map(|line| port_in(&line));
        let uncaught = self.uncaught.clone();
        // Read to the end: a driver that nobody listens to would end.
        thread::spawn(move || {
            for line in lines.filter(|line| line.starts_with(UNCAUGHT)) {
                uncaught
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(line);
            }
        });
        port.ok_or_else(|| {
            "The driver ended before it told its port; run it by hand to see why.".into()
        })
    }

    /// The group of its processes and the browser's.
    pub(crate) fn group(&self) -> u32 {
        self.process.id()
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        // It may have ended by itself, which is what is wanted.
        let _ = self.process.wait();
    }
}

/// Starts a program that ends with this process, in a group of its own and with
/// a folder of its own for what is temporary.
fn kept(program: &Command) -> Result<Child, String> {
    let name = program.get_program().to_string_lossy().into_owned();
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("explorer-browser-{}-{number}", process::id()));
    fs::create_dir_all(&folder)
        .map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    let mut keeper = Command::new("sh");
    keeper.args(["-c", KEEPER, "keeper"]);
    keeper.arg(&folder).arg(program.get_program());
    keeper.args(program.get_args()).env("TMPDIR", &folder);
    keeper.stdin(Stdio::piped()).stdout(Stdio::piped());
    keeper.stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut keeper, 0);
    let started = keeper.spawn();
    started.map_err(|error| format!("{name} cannot be started: {error}."))
}

/// A port that nothing listens on. It is below those that the system gives
/// away by itself, so nothing else takes it before the driver does, and no two
/// calls of a process give the same.
fn free_port() -> Result<u16, String> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let start = process::id() as usize * 64;
    let mut candidates = (0..PORTS.len()).map(|_| {
        let next = start + NEXT.fetch_add(1, Ordering::Relaxed);
        PORTS.start + (next % PORTS.len()) as u16
    });
    candidates
        .find(|&port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok())
        .ok_or_else(|| format!("No port of {PORTS:?} is free."))
}

/// The port, once something listens there.
fn listening(port: u16) -> Result<u16, String> {
    let end = Instant::now() + PATIENCE;
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if Instant::now() > end {
            return Err(format!(
                "The driver does not listen on port {port}; run it by hand to see why."
            ));
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(port)
}

/// The port in chromedriver's line “… started successfully on port 40123.”, or
/// in geckodriver's “… Listening on 127.0.0.1:40123”.
fn port_in(line: &str) -> Option<u16> {
    let chromium = line.split_once("started successfully on port ");
    let (_, port) = chromium.or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_stands_in_the_line_that_tells_of_the_start() {
        let told = "ChromeDriver was started successfully on port 40123.";
        assert_eq!(port_in(told), Some(40123));
        let told = "1790000000000\tgeckodriver\tINFO\tListening on 127.0.0.1:40123";
        assert_eq!(port_in(told), Some(40123));
        assert_eq!(port_in("Starting ChromeDriver on port 0"), None);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_kept_ends_with_its_keeper_and_leaves_no_folder() {
        let mut program = Command::new("sh");
        program.args(["-c", "echo $TMPDIR; sleep 1000"]);
        let mut keeper = kept(&program).expect("there is a shell");
        let output = BufReader::new(keeper.stdout.take().expect("it has an output"));
        let mut lines = output.lines().map_while(Result::ok);
        let folder = std::path::PathBuf::from(lines.next().expect("a line"));
        assert!(folder.is_dir());
        drop(keeper.stdin.take());
        keeper.wait().expect("it was started");
        assert_eq!(lines.next(), None, "it has ended, and its output with it");
        assert!(!folder.exists());
    }
}
