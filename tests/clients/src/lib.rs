//! What the tests of clients share: whether a program is on the machine, one that
//! runs until it is dropped, folders, and free ports.
//!
//! A client is a program that other people run on what the explorer publishes. A
//! test whose client is missing prints so and passes; `cargo xtask test clients`
//! installs the clients where it may.

use std::{
    env, fs,
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How long a program may take until it listens.
const PATIENCE: Duration = Duration::from_secs(30);

/// Whether all these programs are there, each by its name on the `PATH` or by its
/// path. Prints which one is not.
pub fn are_there(programs: &[&str]) -> bool {
    let found = |name: &str| {
        let path = env::var_os("PATH").unwrap_or_default();
        env::split_paths(&path).any(|folder| folder.join(name).is_file())
    };
    match programs.iter().find(|name| !found(name)) {
        Some(missing) => {
            println!("skipped: {missing} is not on this machine");
            false
        }
        None => true,
    }
}

/// A pandoc that reads RIS, which Debian's does not. `None`, and a sentence, where nobody
/// has fetched it.
pub fn newer_pandoc() -> Option<PathBuf> {
    let pandoc = xtask::newer_pandoc().ok().filter(|path| path.is_file());
    if pandoc.is_none() {
        println!("skipped: `cargo xtask test clients` fetches the pandoc that reads RIS");
    }
    pandoc
}

/// The files of a folder and below it, in one order.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    site::files::all(folder).expect("the folder can be read")
}

/// The pages of the site with a public address, and their oEmbed answers; they name
/// the files of the app as Trunk left them. `None`, and a sentence, where nobody has
/// written them.
pub fn public_pages() -> Option<PathBuf> {
    let folder = xtask::root().join("target/site/public");
    if folder.join("oembed").is_dir() {
        return Some(folder);
    }
    println!("skipped: `cargo xtask test clients` writes the pages with a public address");
    None
}

/// The explorer in one file as it is with a public address. `None`, and a sentence,
/// where nobody has built it.
pub fn public_file() -> Option<PathBuf> {
    let file = xtask::root().join("target/site/explorer.html");
    if file.is_file() {
        return Some(file);
    }
    println!("skipped: `cargo xtask test clients` writes the file with a public address");
    None
}

/// An empty folder that every user of the machine may read, removed when dropped:
/// some programs give up the rights of the test.
pub struct Scratch(PathBuf);

impl Scratch {
    /// One of this name, which no other test of this process may use.
    pub fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("explorer-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("the temporary folder is writable");
        Self(path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A program that serves until it is dropped, with the processes that it starts.
pub struct Running(Child);

impl Running {
    /// Starts a program and waits until `answers` says that it serves.
    ///
    /// # Panics
    /// Where it cannot be started, ends, or does not serve in half a minute.
    pub fn start(program: &mut Command, answers: impl Fn() -> bool) -> Self {
        // Some leave the work to others, which do not end with them.
        program.process_group(0);
        program.stdin(Stdio::null()).stdout(Stdio::null());
        let mut running = Self(program.spawn().expect("it can be started"));
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if answers() {
                return running;
            }
            let ended = running.0.try_wait().expect("it was started");
            assert!(
                ended.is_none(),
                "{program:?} has ended: {ended:?}; it says above why."
            );
            thread::sleep(Duration::from_millis(50));
        }
        panic!("{program:?} does not serve.");
    }

    /// As [`Running::start`], for a program that listens at an address.
    pub fn listening(program: &mut Command, address: SocketAddr) -> Self {
        Self::start(program, || TcpStream::connect(address).is_ok())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.0.wait();
    }
}

/// An address of this machine at which nobody listens.
pub fn free_address() -> SocketAddr {
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|one| one.local_addr());
    free.expect("there is a free port")
}
