//! A host of the built site that answers some requests wrongly.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use browser_tests::site::dist;
use static_server::{Folder, Response, Server};

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This status, and a page of words.
    Status(u16),
    /// A page, as hosts give that lead everything to one.
    Page,
    /// Half of the file, as if that were all.
    Half,
    /// Half of the file, and then the connection ends.
    BrokenOff,
    /// Nothing, as long as the rule says so; then the file.
    Silence,
    /// The file under another media type.
    Typed(&'static str),
}

const WORDS: &str = "<!doctype html><title>Not this</title>";

/// Serves the built site until it is dropped.
pub struct Host {
    server: Server,
    is_over: Arc<AtomicBool>,
}

impl Host {
    /// Starts it; `rule` tells from a path what is wrong with its answer.
    pub fn start(rule: impl Fn(&str) -> Option<Fault> + Send + Sync + 'static) -> Host {
        let is_over = Arc::new(AtomicBool::new(false));
        let over = is_over.clone();
        let dist = dist().unwrap_or_else(|sentence| panic!("{sentence}"));
        let folder = Folder::new(&dist)
            // What was wrong must not come again from a cache.
            .and_then(|folder| folder.with_header("Cache-Control", "no-store"))
            .expect("it is built");
        let folder = folder.intercept(move |path| {
            let fault = rule(path)?;
            let mut is_silent = fault == Fault::Silence;
            while is_silent && !over.load(Ordering::Relaxed) {
                thread::sleep(Duration::from_millis(20));
                is_silent = rule(path) == Some(Fault::Silence);
            }
            faulty(fault, &file(&dist, path))
        });
        let server = Server::bind("127.0.0.1:0", folder).expect("a port is free");
        Host { server, is_over }
    }

    /// Where it is, with a slash at its end.
    pub fn address(&self) -> String {
        self.server.url()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
    }
}

fn file(dist: &Path, path: &str) -> PathBuf {
    let file = dist.join(path.trim_start_matches('/'));
    if path.ends_with('/') {
        file.join("index.html")
    } else {
        file
    }
}

/// The answer in place of a file; none where the file itself is sent, or missing.
fn faulty(fault: Fault, file: &Path) -> Option<Response> {
    let body = || fs::read(file).ok();
    let response = match fault {
        Fault::Status(status) => Response::new(status, "text/html", WORDS),
        Fault::Page => Response::new(200, "text/html", WORDS),
        Fault::Half => {
            let mut half = body()?;
            half.truncate(half.len() / 2);
            Response::new(200, kind(file), half)
        }
        Fault::BrokenOff => {
            let whole = body()?;
            let half = whole.len() / 2;
            Response::new(200, kind(file), whole).map(|response| response.truncated(half))
        }
        Fault::Silence => return None,
        Fault::Typed(kind) => Response::new(200, kind, body()?),
    };
    Some(response.expect("it is a response"))
}

/// The media type of the files that break.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
