//! The pages of `examples/`, which stand for the sites of others: served from an
//! origin of their own, with the address of the explorer filled in.

use std::{net::Ipv4Addr, path::Path};

use anyhow::{Context, Result};
use fs_err as fs;
use static_server::{Folder, Server};

use crate::root::root;

/// Where the explorer is in the files.
const PLACEHOLDER: &str = "https://explorer.example/";

/// Where the filled-in copies are.
const FILLED: &str = "target/site/examples";

/// Serves the examples at `port`, or at a free one where that is taken.
///
/// # Errors
/// Where the pages cannot be copied or there is no port.
pub fn serve(explorer: &str, port: u16) -> Result<Server> {
    let filled = root().join(FILLED);
    fill(&root().join("examples"), &filled, explorer)?;
    let start = |port| Server::bind((Ipv4Addr::LOCALHOST, port), Folder::new(&filled)?);
    start(port)
        .or_else(|_| start(0))
        .context("The examples cannot be served.")
}

/// The addresses of the pages. For browsers `localhost` is another site than
/// the explorer's `127.0.0.1`, and not only another port.
///
/// # Errors
/// Where the folder cannot be read.
pub fn addresses(server: &Server) -> Result<Vec<String>> {
    let port = server.address().port();
    let pages = pages(&root().join(FILLED))?;
    let address = |page| format!("http://localhost:{port}/{page}");
    Ok(pages.into_iter().map(address).collect())
}

fn pages(folder: &Path) -> Result<Vec<String>> {
    let mut names = names(folder)?;
    names.retain(|name| name.ends_with(".html"));
    Ok(names)
}

fn fill(from: &Path, to: &Path, explorer: &str) -> Result<()> {
    fs::create_dir_all(to)?;
    for name in names(from)? {
        let text = fs::read_to_string(from.join(&name))?;
        fs::write(to.join(&name), text.replace(PLACEHOLDER, explorer))?;
    }
    Ok(())
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.extend(entry?.file_name().into_string());
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_the_explorer_is_filled_in_everywhere() {
        let folder = std::env::temp_dir().join(format!("examples-{}", std::process::id()));
        let write = |name: &str, text: &str| fs::write(folder.join("from").join(name), text);
        fs::create_dir_all(folder.join("from")).expect("it can be made");
        let page = format!(
            "<meta content=\"frame-src {PLACEHOLDER}\"><script src={PLACEHOLDER}embed.js></script>"
        );
        for (name, text) in [
            ("b.html", page.as_str()),
            ("a.html", "plain"),
            ("a.css", "p {}"),
        ] {
            write(name, text).expect("it can be written");
        }
        let (from, to) = (folder.join("from"), folder.join("to"));
        fill(&from, &to, "http://127.0.0.1:8080/").expect("it can be copied");
        assert_eq!(pages(&to).expect("it is there"), ["a.html", "b.html"]);
        let filled = fs::read_to_string(to.join("b.html")).expect("it is there");
        assert_eq!(
            filled,
            "<meta content=\"frame-src http://127.0.0.1:8080/\"><script src=http://127.0.0.1:8080/embed.js></script>"
        );
        let _ = fs::remove_dir_all(folder);
    }

    #[test]
    fn every_example_names_the_explorer_only_by_the_placeholder() {
        let examples = root().join("examples");
        let pages = pages(&examples).expect("there are examples");
        assert_eq!(pages, ["hostile.html", "plain.html"]);
        for page in pages {
            let text = fs::read_to_string(examples.join(&page)).expect("it is there");
            let addresses = text.split("https://").skip(1);
            for address in addresses {
                assert!(
                    address.starts_with("explorer.example/"),
                    "{page}: {address:.40}"
                );
            }
        }
    }

    #[test]
    fn a_port_that_is_taken_is_no_reason_to_fail() {
        let taken = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let port = taken.local_addr().expect("it has an address").port();
        let server = serve("http://127.0.0.1:8080/", port).expect("another one is free");
        assert_ne!(server.address().port(), port);
        let addresses = addresses(&server).expect("there are pages");
        assert!(
            addresses
                .iter()
                .all(|one| one.starts_with("http://localhost:"))
        );
    }
}
