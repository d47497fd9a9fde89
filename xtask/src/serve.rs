//! `cargo xtask serve`: builds a site to look at and shows it on this machine.

use std::{
    io,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::Stdio,
    thread,
};

use anyhow::{Context, Error, Result, anyhow, ensure};
use lexopt::{
    Arg::{Long, Short},
    Parser,
};
use site::fingerprint::is_lasting;
use static_server::{Folder, Server};
use xshell::cmd;

use crate::{
    arguments::{misuse, text, unexpected},
    build, examples,
    programs::Edition,
    shell::{shell, watch},
    steps::Steps,
};

/// Where `--watch` builds: its page carries Trunk's reloading script, which must
/// not end up in a site that somebody publishes.
const WATCHED: &str = "target/site/watched";

/// The options of `serve`.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// The port on 127.0.0.1; 0 means any free one.
    pub port: u16,
    /// Open the browser once it is served.
    pub open: bool,
    /// Rebuild and reload on change.
    pub watch: bool,
    /// Also serve the pages of `examples/`.
    pub examples: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 8080,
            open: false,
            watch: false,
            examples: false,
        }
    }
}

impl Options {
    /// Reads them; `None` where help is asked for.
    ///
    /// # Errors
    /// Where one is not understood.
    pub fn parse(parser: &mut Parser) -> Result<Option<Self>> {
        let mut options = Self::default();
        while let Some(argument) = parser.next().map_err(misuse)? {
            match argument {
                Long("port") => {
                    let given = text(parser)?;
                    options.port = given.parse().map_err(|_| {
                        anyhow!("`{given}` is not a port; a port is a number from 0 to 65535.")
                    })?;
                }
                Long("open") => options.open = true,
                Long("watch") => options.watch = true,
                Long("examples") => options.examples = true,
                Long("help") | Short('h') => return Ok(None),
                other => return Err(unexpected(other)),
            }
        }
        Ok(Some(options))
    }
}

/// Builds, serves, and ends only with the program or with a problem.
///
/// # Errors
/// Where the port is taken or the build fails.
pub fn run(options: &Options) -> Result<()> {
    // Asked before the build: nobody should wait minutes to hear of it.
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .and_then(|listener| listener.local_addr())
        .map_err(|error| taken(options.port, error))?
        .port();
    if options.watch {
        return watched(options, port);
    }
    let site = build::preview()?;
    let _others = others(options, port)?;
    let server = start(&site, port).map_err(|error| taken(port, error))?;
    announce(&server.url());
    if options.open {
        open(&server.url());
    }
    // Ctrl+C ends the process, and the servers with it.
    loop {
        thread::park();
    }
}

fn start(site: &Path, port: u16) -> io::Result<Server> {
    let folder = Folder::new(site)?.with_immutable(is_lasting);
    Server::bind((Ipv4Addr::LOCALHOST, port), folder)
}

/// The examples where they are asked for, on the next port, so that they are the
/// pages of another site.
fn others(options: &Options, port: u16) -> Result<Option<Server>> {
    if !options.examples {
        return Ok(None);
    }
    let explorer = format!("http://127.0.0.1:{port}/");
    let server = examples::serve(&explorer, port.checked_add(1).unwrap_or_default())?;
    println!("Pages that embed the explorer are at");
    for address in examples::addresses(&server)? {
        println!("  {address}");
    }
    Ok(Some(server))
}

/// Leaves building on change, serving and reloading to Trunk.
fn watched(options: &Options, port: u16) -> Result<()> {
    let settings = build::Options::default();
    let trunk = build::tools(&mut Steps::new(4), &settings, Edition::Preview)?;
    let _others = others(options, port)?;
    let (shell, number) = (shell()?, port.to_string());
    let mut call = trunk.call(&shell, "serve")?;
    call = call.args([
        "--address",
        "127.0.0.1",
        "--port",
        &number,
        "--dist",
        WATCHED,
    ]);
    if options.open {
        call = call.arg("--open");
    }
    let succeeded = watch(build::with_settings(call, &settings), |line| {
        // Not before: until then nobody answers at that address.
        if line.contains("server listening at") {
            announce(&format!("http://127.0.0.1:{port}/"));
            println!("The page reloads when a file changes.");
        }
        build::is_worth_showing(line)
    })?;
    ensure!(
        succeeded,
        "`trunk serve` failed; what it says above tells why."
    );
    Ok(())
}

fn announce(url: &str) {
    println!("The explorer is at {url}\nPress Ctrl+C to stop.");
}

fn taken(port: u16, error: io::Error) -> Error {
    let sentence = match error.kind() {
        io::ErrorKind::AddrInUse => format!(
            "Port {port} is taken by another program: stop that one, \
             or choose another port with --port N (0 takes a free one)."
        ),
        _ => format!("Port {port} cannot be used: {error}. Choose another with --port N."),
    };
    anyhow!(sentence)
}

/// Opens the reader's browser; where that fails the address is on the screen.
fn open(url: &str) {
    let opened = || {
        let shell = shell()?;
        let call = if cfg!(target_os = "macos") {
            cmd!(shell, "open {url}")
        } else if cfg!(windows) {
            cmd!(shell, "cmd /C start '' {url}")
        } else {
            cmd!(shell, "xdg-open {url}")
        };
        let mut call = std::process::Command::from(call);
        let call = call.stdout(Stdio::null()).stderr(Stdio::null());
        call.spawn().context("it cannot be started")
    };
    if opened().is_err() {
        println!("No browser could be opened; open the address yourself.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_said_before_the_build() {
        let other = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let port = other.local_addr().expect("it has an address").port();
        let options = Options {
            port,
            ..Options::default()
        };
        let said = run(&options).expect_err("it is taken").to_string();
        assert!(
            said.contains(&port.to_string()) && said.contains("--port"),
            "{said}"
        );
    }
}
