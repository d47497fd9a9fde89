//! The pages of `examples/`, which stand for the sites of others: served from an
//! origin of their own, with the address of the explorer filled in.

use crate::{Outcome, Problem, root};
use static_server::{Folder, Server};
use std::{fs, io, net::Ipv4Addr, path::Path};

/// Where the explorer is in the files.
const PLACEHOLDER: &str = "https://explorer.example/";

/// Where the filled-in copies are.
const FILLED: &str = "target/site/examples";

/// Serves the examples at `port`, or at a free one where that is taken.
///
/// # Errors
/// Where the pages cannot be copied or there is no port.
pub fn serve(explorer: &str, port: u16) -> Outcome<Server> {
    let filled = root().join(FILLED);
    fill(&root().join("examples"), &filled, explorer)?;
    let start = |port| Server::bind((Ipv4Addr::LOCALHOST, port), Folder::new(&filled)?);
    start(port)
        .or_else(|_| start(0))
        .map_err(|error| Problem::new(format!("The examples cannot be served: {error}.")))
}

/// The addresses of the pages. For browsers `localhost` is another site than
/// the explorer's `127.0.0.1`, and not only another port.
///
/// # Errors
/// Where the folder cannot be read.
pub fn addresses(server: &Server) -> Outcome<Vec<String>> {
    let port = server.address().port();
    let pages = pages(&root().join(FILLED))?;
    let address = |page| format!("http://localhost:{port}/{page}");
    Ok(pages.into_iter().map(address).collect())
}

fn pages(folder: &Path) -> Outcome<Vec<String>> {
    let mut names = names(folder)?;
    names.retain(|name| name.ends_with(".html"));
    Ok(names)
}

fn fill(from: &Path, to: &Path, explorer: &str) -> Outcome {
    fs::create_dir_all(to).map_err(|error| Problem::with_file(to, "made", &error))?;
    for name in names(from)? {
        let (file, copy) = (from.join(&name), to.join(&name));
        let text =
            fs::read_to_string(&file).map_err(|error| Problem::with_file(&file, "read", &error))?;
        fs::write(&copy, text.replace(PLACEHOLDER, explorer))
            .map_err(|error| Problem::with_file(&copy, "written", &error))?;
    }
    Ok(())
}

fn names(folder: &Path) -> Outcome<Vec<String>> {
    let read = || -> io::Result<Vec<String>> {
        let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        let names = entries.iter().map(|entry| entry.file_name());
        Ok(names.filter_map(|name| name.into_string().ok()).collect())
    };
    let mut names = read().map_err(|error| Problem::with_file(folder, "read", &error))?;
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;

    #[test]
    fn the_address_of_the_explorer_is_filled_in_everywhere() {
        let folder = Folder::new();
        let page = format!(
            "<meta content=\"frame-src {PLACEHOLDER}\"><script src={PLACEHOLDER}embed.js></script>"
        );
        folder.write("from/b.html", &page);
        folder.write("from/a.html", "plain");
        folder.write("from/a.css", "p {}");
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fill(&from, &to, "http://127.0.0.1:8080/").expect("it can be copied");
        assert_eq!(
            pages(&to),
            Ok(vec!["a.html".to_owned(), "b.html".to_owned()])
        );
        let filled = fs::read_to_string(to.join("b.html")).expect("it is there");
        assert_eq!(
            filled,
            "<meta content=\"frame-src http://127.0.0.1:8080/\"><script src=http://127.0.0.1:8080/embed.js></script>"
        );
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
