//! A host of the built site that answers some requests wrongly.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use browser_tests::site::dist;

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This status, and a page of words.
    Status(&'static str),
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

type Rule = dyn Fn(&str) -> Option<Fault> + Send + Sync;

/// Serves the built site until it is dropped.
pub struct Host {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
}

impl Host {
    /// Starts it; `rule` tells from a path what is wrong with its answer.
    pub fn start(rule: impl Fn(&str) -> Option<Fault> + Send + Sync + 'static) -> Host {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        let stopped = Arc::new(AtomicBool::new(false));
        let (rule, over): (Arc<Rule>, _) = (Arc::new(rule), stopped.clone());
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if over.load(Ordering::Relaxed) {
                    break;
                }
                let (rule, over) = (rule.clone(), over.clone());
                // A browser that has gone away is nobody's problem.
                thread::spawn(move || drop(answer(stream, &*rule, &over)));
            }
        });
        Host { address, stopped }
    }

    /// Where it is, with a slash at its end.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(self.address);
    }
}

fn answer(mut stream: TcpStream, rule: &Rule, over: &AtomicBool) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines
        .next()
        .transpose()?
        .is_some_and(|line| !line.is_empty())
    {}
    let path = first.split(' ').nth(1).unwrap_or("/");
    let path = path.split('?').next().unwrap_or(path);
    let mut file = path.trim_start_matches('/').to_owned();
    if file.is_empty() || file.ends_with('/') {
        file.push_str("index.html");
    }
    let fault = rule(path);
    let found = fs::read(dist().expect("it is built").join(&file)).ok();
    let words = b"<!doctype html><title>Not this</title>".to_vec();
    let (status, kind, body) = match (fault, found) {
        (Some(Fault::Status(status)), _) => (status, "text/html", words),
        (Some(Fault::Page), _) => ("200 OK", "text/html", words),
        (None | Some(_), None) => ("404 Not Found", "text/html", words),
        (Some(Fault::Typed(kind)), Some(body)) => ("200 OK", kind, body),
        (Some(Fault::Half), Some(mut body)) => {
            body.truncate(body.len() / 2);
            ("200 OK", kind(&file), body)
        }
        (_, Some(body)) => ("200 OK", kind(&file), body),
    };
    let mut is_silent = fault == Some(Fault::Silence);
    while is_silent && !over.load(Ordering::Relaxed) {
        thread::sleep(Duration::from_millis(20));
        is_silent = rule(path) == Some(Fault::Silence);
    }
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n"
    )?;
    let sent = match fault {
        Some(Fault::BrokenOff) => length / 2,
        _ => length,
    };
    stream.write_all(&body[..sent])?;
    stream.flush()
}

fn kind(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json" | "webmanifest") => "application/json",
        _ => "application/octet-stream",
    }
}
