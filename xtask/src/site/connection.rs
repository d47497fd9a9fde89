//! One connection of the server: a request is read, answered, and the connection
//! ends. Each has a thread of its own, so that none waits behind another that a
//! browser keeps open (in `tiny_http` 0.12 it may, until that one is closed).

use std::{
    fs::File,
    io::{self, Read, Write},
    net::TcpStream,
    time::Duration,
};

/// How long a browser may be silent. It opens connections ahead of need.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long the head of a request may be, in bytes: addresses are long in tests.
const HEAD: usize = 1 << 20;

/// How many headers a request may have.
const HEADERS: usize = 100;

pub type Header = (String, String);

/// What a request asks for.
pub struct Request<'head> {
    pub method: &'head str,
    pub url: &'head str,
    /// The ways of packing that the browser understands, as it names them.
    pub packings: String,
}

/// An answer to a request.
pub struct Answer {
    status: &'static str,
    headers: Vec<Header>,
    body: Box<dyn Read>,
    length: u64,
}

impl Answer {
    /// What is in a file.
    pub fn file(file: File) -> Self {
        let length = file.metadata().map_or(0, |about| about.len());
        Self {
            status: "200 OK",
            headers: Vec::new(),
            body: Box::new(file),
            length,
        }
    }

    /// A few words instead.
    pub fn refusal(status: &'static str, words: &'static str) -> Self {
        Self {
            status,
            headers: vec![("Content-Type".into(), "text/plain; charset=utf-8".into())],
            body: Box::new(words.as_bytes()),
            length: words.len() as u64,
        }
    }

    /// The same with one more header.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same, to be asked for anew each time: what is rebuilt under the same
    /// name must never come from a cache.
    pub fn unkept(self) -> Self {
        self.with("Cache-Control", "no-cache")
    }

    fn write(self, to: &mut impl Write, with_body: bool) -> io::Result<()> {
        let mut head = format!("HTTP/1.1 {}\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let length = self.length;
        head.push_str(&format!(
            "Content-Length: {length}\r\nConnection: close\r\n\r\n"
        ));
        to.write_all(head.as_bytes())?;
        if with_body {
            io::copy(&mut self.body.take(length), to)?;
        }
        to.flush()
    }
}

/// Reads a request and writes what `answer` gives for it.
///
/// # Errors
/// Where the reader goes away or is silent for too long.
pub fn serve(mut stream: TcpStream, answer: impl Fn(&Request) -> Answer) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let head = head(&mut stream)?;
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    let whole = request
        .parse(&head)
        .is_ok_and(|parsed| parsed.is_complete());
    let (answer, with_body) = match (whole, request.method, request.path) {
        (true, Some(method), Some(url)) => {
            let packings = packings(request.headers);
            let asked = Request {
                method,
                url,
                packings,
            };
            (answer(&asked), method != "HEAD")
        }
        _ => (Answer::refusal("400 Bad Request", "Not a request"), true),
    };
    answer.write(&mut stream, with_body)
}

fn packings(headers: &[httparse::Header]) -> String {
    let named = headers
        .iter()
        .filter(|header| header.name.eq_ignore_ascii_case("Accept-Encoding"));
    let values = named.filter_map(|header| std::str::from_utf8(header.value).ok());
    values.collect::<Vec<_>>().join(",")
}

/// The head of a request, or as much of it as came.
fn head(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    let mut piece = [0; 4096];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") && head.len() < HEAD {
        match stream.read(&mut piece)? {
            0 => break,
            length => head.extend_from_slice(&piece[..length]),
        }
    }
    Ok(head)
}
