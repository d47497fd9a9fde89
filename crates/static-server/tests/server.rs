//! The server itself: methods, connections, and what its owner adds.

mod support;

use std::{
    io::{Read, Write},
    net::TcpStream,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use static_server::{Folder, Response, Server};
use support::{Scratch, ask, get, serve};

#[test]
fn head_has_the_length_and_no_body_and_writing_is_refused() {
    let scratch = Scratch::new();
    let server = scratch.serve();
    let (head, body) = ask(&server, "HEAD", "/a.css", "");
    assert!(head.contains("content-length: 5\r\n"), "{head}");
    assert_eq!(body, "");
    let (head, _) = ask(&server, "POST", "/a.css", "Content-Length: 0\r\n");
    assert!(head.starts_with("http/1.1 405"), "{head}");
    assert!(head.contains("allow: get,head\r\n"), "{head}");
}

#[test]
fn added_headers_come_with_every_response_and_replace_others() {
    let scratch = Scratch::new();
    let folder = scratch
        .site()
        .with_header("X-One", "1")
        .and_then(|folder| folder.with_header("X-Two", "2"))
        .and_then(|folder| folder.with_header("Cache-Control", "no-store"))
        .expect("they are headers");
    let server = serve(folder);
    for path in ["/", "/no", "/deep"] {
        let (head, _) = get(&server, path);
        assert!(head.contains("x-one: 1\r\n"), "{head}");
        assert!(head.contains("x-two: 2\r\n"), "{head}");
        assert!(head.contains("cache-control: no-store\r\n"), "{head}");
        assert!(!head.contains("no-cache"), "{head}");
    }
    assert!(scratch.site().with_header("X-Bad", "ä").is_err());
    assert!(scratch.site().with_header("X: Bad", "a").is_err());
    assert!(scratch.site().with_header("", "a").is_err());
}

#[test]
fn a_hook_answers_in_place_of_files() {
    let scratch = Scratch::new();
    let given = Response::new(503, "text/html", "Busy").expect("a response");
    let folder = scratch
        .site()
        .intercept(move |path| path.starts_with("/a%2E").then(|| given.clone()));
    let server = serve(folder);
    let (head, body) = get(&server, "/a%2Ecss?q");
    assert!(head.starts_with("http/1.1 503"), "{head}");
    assert!(head.contains("content-type: text/html\r\n"), "{head}");
    assert!(head.contains("cache-control: no-cache\r\n"), "{head}");
    assert_eq!(body, "Busy");
    assert_eq!(get(&server, "/a.css").1, "a.css");
    assert!(Response::new(99, "text/html", "").is_err());
    assert!(Response::new(200, "text/html\n", "").is_err());
}

#[test]
fn a_truncated_response_announces_more_than_it_sends() {
    let scratch = Scratch::new();
    for sent in [0, 10, 20_000] {
        let whole = Response::new(200, "text/css", "x".repeat(40_000)).expect("a response");
        let cut = whole.truncated(sent);
        let server = serve(scratch.site().intercept(move |_| Some(cut.clone())));
        let (head, body) = get(&server, "/");
        assert!(head.contains("content-length: 40000\r\n"), "{head}");
        assert_eq!(body.len(), sent);
    }
}

/// Answers `/slow` when the flag is set.
fn slow(scratch: &Scratch) -> (Folder, Arc<AtomicBool>) {
    let is_over = Arc::new(AtomicBool::new(false));
    let over = is_over.clone();
    let folder = scratch.site().intercept(move |path| {
        while path == "/slow" && !over.load(Ordering::Relaxed) {
            thread::sleep(Duration::from_millis(5));
        }
        None
    });
    (folder, is_over)
}

/// A connection on which a request was sent.
fn send(server: &Server, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(server.address()).expect("it listens");
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("it listens");
    stream
}

/// What comes until the connection ends, by closing or, as some systems do, by a reset.
fn rest(mut stream: TcpStream) -> String {
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    String::from_utf8_lossy(&rest).into_owned()
}

#[test]
fn a_hook_that_blocks_holds_up_neither_other_requests_nor_the_drop() {
    let scratch = Scratch::new();
    let (folder, is_over) = slow(&scratch);
    let server = serve(folder);
    let waiting = send(&server, "/slow");
    assert_eq!(get(&server, "/a.css").1, "a.css");
    drop(server);
    assert_eq!(rest(waiting), "");
    is_over.store(true, Ordering::Relaxed);
}

#[test]
fn what_is_on_its_way_arrives_after_the_drop() {
    let scratch = Scratch::new();
    let (folder, is_over) = slow(&scratch);
    let server = serve(folder);
    let waiting = send(&server, "/slow");
    // Answered only after the one before was accepted.
    get(&server, "/a.css");
    let stopping = thread::spawn(move || drop(server));
    is_over.store(true, Ordering::Relaxed);
    assert!(rest(waiting).starts_with("HTTP/1.1 404"));
    stopping.join().expect("it ends");
}

#[test]
fn a_dropped_server_gives_its_port_back_and_ends_its_connections() {
    let scratch = Scratch::new();
    let server = scratch.serve();
    let address = server.address();
    assert!(Server::bind(address, scratch.site()).is_err());
    let mut kept = send(&server, "/a.css");
    kept.read_exact(&mut [0; 8]).expect("it answers");
    drop(server);
    rest(kept);
    assert!(TcpStream::connect(address).is_err());
    let again = Server::bind(address, scratch.site()).expect("the port is free");
    assert_eq!(get(&again, "/a.css").1, "a.css");
}

#[test]
fn a_root_that_is_no_folder_is_an_error() {
    let scratch = Scratch::new();
    assert!(Folder::new(scratch.path().join("no")).is_err());
    assert!(Folder::new(scratch.path().join("secret.txt")).is_err());
}
