//! `cargo xtask serve`: builds the site and shows it on this machine.

use crate::{
    Outcome, Problem, cli, dist, examples, names,
    run::{self, program},
    tools::Tools,
};
use static_server::{Folder, Server};
use std::{
    io,
    net::{Ipv4Addr, TcpListener},
    process::Stdio,
    thread,
};

/// Where `--watch` builds: its page carries Trunk's reloading script, which must
/// not end up in a `dist/` that somebody publishes.
const WATCHED: &str = "target/site/watched";

/// Builds, serves, and ends only with the program or with a problem.
///
/// # Errors
/// Where the port is taken or the build fails.
pub fn run(options: &cli::Serve) -> Outcome {
    // Asked before the build: nobody should wait minutes to hear of it.
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .and_then(|listener| listener.local_addr())
        .map_err(|error| taken(options.port, &error))?
        .port();

    let tools = dist::make(&cli::Build::default())?;
    println!();
    let _others = options.examples.then(|| serve_examples(port)).transpose()?;
    if options.watch {
        return watch(&tools, options, port);
    }

    let server = Folder::new(dist::folder())
        .map(|folder| folder.with_immutable(names::is_lasting))
        .and_then(|folder| Server::bind((Ipv4Addr::LOCALHOST, port), folder))
        .map_err(|error| taken(port, &error))?;
    announce(&server.url());
    if options.open {
        open(&server.url());
    }
    // Ctrl+C ends the process, and the servers with it.
    loop {
        thread::park();
    }
}

/// On the next port, so that they are the pages of another site.
fn serve_examples(port: u16) -> Outcome<Server> {
    let explorer = format!("http://127.0.0.1:{port}/");
    let server = examples::serve(&explorer, port.checked_add(1).unwrap_or_default())?;
    println!("Pages that embed the explorer are at");
    for address in examples::addresses(&server)? {
        println!("  {address}");
    }
    Ok(server)
}

/// Leaves building on change, serving and reloading to Trunk.
fn watch(tools: &Tools, options: &cli::Serve, port: u16) -> Outcome {
    let mut call = tools.trunk(&["serve", "--release", "--address", "127.0.0.1"])?;
    call.args(["--port", &port.to_string(), "--dist", WATCHED]);
    dist::with_settings(&mut call, &cli::Build::default());
    if options.open {
        call.arg("--open");
    }
    let succeeded = run::watch(&mut call, |line| {
        // Not before: until then nobody answers at that address.
        if line.contains("server listening at") {
            announce(&format!("http://127.0.0.1:{port}/"));
            println!("The page reloads when a file changes.");
        }
        dist::is_worth_showing(line)
    })?;
    if succeeded {
        Ok(())
    } else {
        Err(run::failed(&call))
    }
}

fn announce(url: &str) {
    println!("The explorer is at {url}\nPress Ctrl+C to stop.");
}

fn taken(port: u16, error: &io::Error) -> Problem {
    Problem::new(match error.kind() {
        io::ErrorKind::AddrInUse => format!(
            "Port {port} is taken by another program: stop that one, \
             or choose another port with --port N (0 takes a free one)."
        ),
        _ => format!("Port {port} cannot be used: {error}. Choose another with --port N."),
    })
}

/// Opens the reader's browser; where that fails the address is on the screen.
fn open(url: &str) {
    let (name, arguments): (_, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[url])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", "", url])
    } else {
        ("xdg-open", &[url])
    };
    let opened = program(name, arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if opened.is_err() {
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
        let options = cli::Serve {
            port,
            ..cli::Serve::default()
        };
        let said = run(&options).expect_err("it is taken").to_string();
        assert!(
            said.contains(&port.to_string()) && said.contains("--port"),
            "{said}"
        );
    }
}
