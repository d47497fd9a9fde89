//! A small web server for one folder on this machine: for looking at the site
//! and for the browser tests. It answers as a plain static host does, so what
//! works here works there; it is not made for the open network.

mod connection;
mod packed;

use std::{
    fs::File,
    io,
    net::{SocketAddr, TcpListener, TcpStream, ToSocketAddrs},
    path::{Component, Path, PathBuf},
    str::FromStr,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

use crate::names;
use connection::{Answer, Header, Request};

/// The content security policy that the site keeps: nothing but its own files,
/// and no text becomes code. Under its last word browsers register no service
/// worker, so a host that wants offline use names a policy there instead, as
/// `docs/hosting.md` says.
pub const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// A server that runs until it is dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

/// What all connections know.
struct Shared {
    root: PathBuf,
    /// Headers of every answer.
    added: RwLock<Vec<Header>>,
    stopped: AtomicBool,
}

impl Server {
    /// Serves `root` at `address`; port 0 takes a free one.
    ///
    /// # Errors
    /// Where `root` is not a folder that can be read, or the address is taken.
    pub fn start(root: impl AsRef<Path>, address: impl ToSocketAddrs) -> io::Result<Self> {
        let root = root.as_ref().canonicalize()?;
        let listener = TcpListener::bind(address)?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            root,
            added: RwLock::default(),
            stopped: AtomicBool::new(false),
        });
        let common = shared.clone();
        let accepting = thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if common.stopped.load(Ordering::Relaxed) {
                    break;
                }
                let shared = common.clone();
                // A reader that has gone away is nobody's problem.
                thread::spawn(move || connection::serve(stream, |request| shared.answer(request)));
            }
        });
        Ok(Self {
            address,
            shared,
            accepting: Some(accepting),
        })
    }

    /// Adds a header to every answer from now on.
    ///
    /// # Errors
    /// Where it is not a header: signs outside ASCII, or an empty name.
    pub fn with_header(self, name: &str, value: &str) -> io::Result<Self> {
        let visible = |text: &str| text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if name.is_empty() || name.contains([' ', ':']) || !visible(name) || !visible(value) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a header"));
        }
        let mut added = self
            .shared
            .added
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        added.push((name.to_owned(), value.to_owned()));
        drop(added);
        Ok(self)
    }

    /// Where it listens, with the port that it has really got.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of the root, with a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::Relaxed);
        // It waits for a connection; this one it does not serve.
        if TcpStream::connect(self.address).is_ok()
            && let Some(accepting) = self.accepting.take()
        {
            let _ = accepting.join();
        }
    }
}

impl Shared {
    fn answer(&self, request: &Request) -> Answer {
        let found = match request.method {
            "GET" | "HEAD" => find(&self.root, request.url),
            _ => Found::WrongMethod,
        };
        let answer = match found {
            Found::File(path) => file(&path, &request.packings)
                .unwrap_or_else(|_| Answer::refusal("404 Not Found", "Not found").unkept()),
            Found::Folder(address) => Answer::refusal("301 Moved Permanently", "It is a folder")
                .with("Location", &address)
                .unkept(),
            Found::Nothing => Answer::refusal("404 Not Found", "Not found").unkept(),
            Found::WrongMethod => Answer::refusal("405 Method Not Allowed", "Only GET and HEAD")
                .with("Allow", "GET, HEAD")
                .unkept(),
        };
        let added = self.added.read().unwrap_or_else(PoisonError::into_inner);
        added
            .iter()
            .fold(answer, |answer, header| answer.with(&header.0, &header.1))
    }
}

/// A file as the browser likes it best: packed ahead where it understands that,
/// and kept for good where the name stands for the content.
fn file(path: &Path, packings: &str) -> io::Result<Answer> {
    let is_lasting = path
        .file_name()
        .is_some_and(|name| names::is_lasting(&name.to_string_lossy()));
    let (answer, varies) = match packed::beside(path, packings) {
        packed::Beside::Fitting(packing, file) => {
            let answer = Answer::file(file).with("Content-Encoding", packing);
            (answer, true)
        }
        packed::Beside::Other => (Answer::file(File::open(path)?), true),
        packed::Beside::Nothing => (Answer::file(File::open(path)?), false),
    };
    let answer = answer.with("Content-Type", media_type(path));
    let answer = match varies {
        true => answer.with("Vary", "Accept-Encoding"),
        false => answer,
    };
    Ok(match is_lasting {
        true => answer.with("Cache-Control", "public, max-age=31536000, immutable"),
        false => answer.unkept(),
    })
}

/// What an address leads to.
enum Found {
    File(PathBuf),
    /// A folder whose address lacks the slash at its end, without which the
    /// relative links of its page would lead elsewhere; the right address.
    Folder(String),
    Nothing,
    WrongMethod,
}

fn find(root: &Path, url: &str) -> Found {
    let (path, query) = match url.split_once('?') {
        Some((path, query)) => (path, format!("?{query}")),
        None => (url, String::new()),
    };
    let Some(relative) = inside(path) else {
        return Found::Nothing;
    };
    // The second gate: a link in the folder must not lead out of it either.
    let Ok(full) = root.join(relative).canonicalize() else {
        return Found::Nothing;
    };
    if !full.starts_with(root) {
        return Found::Nothing;
    }
    if full.is_dir() {
        if !path.ends_with('/') {
            // Never `//host`, which a browser would take for another place.
            return Found::Folder(format!("/{}/{query}", path.trim_start_matches('/')));
        }
        let index = full.join("index.html");
        return if index.is_file() {
            Found::File(index)
        } else {
            Found::Nothing
        };
    }
    if path.ends_with('/') {
        return Found::Nothing;
    }
    Found::File(full)
}

/// The path of an address as a path below the root: none where it is not UTF-8
/// or has anything in it but plain names.
fn inside(path: &str) -> Option<PathBuf> {
    let text = decoded(path)?;
    if text.contains(['\\', '\0']) {
        return None;
    }
    let relative = PathBuf::from_str(text.trim_start_matches('/')).ok()?;
    relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then_some(relative)
}

/// Resolves `%41`; none where a sign is broken off or the result is not UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
            bytes.push(high * 16 + low);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    let value = char::from(byte).to_digit(16)?;
    u8::try_from(value).ok()
}

/// By the ending of the name, as static hosts do it.
fn media_type(path: &Path) -> &'static str {
    let ending = path.extension().and_then(|ending| ending.to_str());
    match ending.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "sha256" => "text/plain; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "png" => "image/png",
        "ico" => "image/x-icon",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;
    use std::{
        io::{Read, Write},
        net::TcpStream,
    };

    const ANY: &str = "127.0.0.1:0";

    fn folder() -> Folder {
        let folder = Folder::new();
        folder.write("secret.txt", "secret");
        for file in ["index.html", "a.css", "b.js", "c.wasm", "d.json", "e.svg"] {
            folder.write(&format!("site/{file}"), file);
        }
        folder.write("site/f.webmanifest", "{}");
        folder.write("site/odd name.txt", "odd");
        folder.write("site/deep/sub/index.html", "deep");
        folder.write("site/empty/x.txt", "x");
        folder
    }

    fn serve(folder: &Folder) -> Server {
        Server::start(folder.path().join("site"), ANY).expect("a port is free")
    }

    /// The whole answer to a request, head in lower case and body apart.
    fn ask(server: &Server, method: &str, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(server.address()).expect("it listens");
        let request = format!("{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it listens");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        let (head, body) = answer.split_once("\r\n\r\n").expect("it has a head");
        (head.to_lowercase(), body.to_owned())
    }

    fn get(server: &Server, path: &str) -> (String, String) {
        ask(server, "GET", path)
    }

    #[test]
    fn each_kind_of_file_has_its_media_type() {
        let folder = folder();
        let server = serve(&folder);
        for (path, kind) in [
            ("/", "text/html; charset=utf-8"),
            ("/a.css", "text/css; charset=utf-8"),
            ("/b.js", "text/javascript; charset=utf-8"),
            ("/c.wasm", "application/wasm"),
            ("/d.json", "application/json; charset=utf-8"),
            ("/e.svg", "image/svg+xml; charset=utf-8"),
            ("/f.webmanifest", "application/manifest+json; charset=utf-8"),
        ] {
            let (head, _) = get(&server, path);
            assert!(head.starts_with("http/1.1 200"), "{path}: {head}");
            let line = format!("content-type: {kind}\r\n");
            let count = format!("{head}\r\n").matches(&line).count();
            assert_eq!(count, 1, "{path}: {head}");
            assert!(head.contains("cache-control: no-cache"), "{path}: {head}");
        }
    }

    #[test]
    fn what_has_its_content_in_its_name_is_kept_for_good() {
        let folder = folder();
        folder.write("site/g-0123456789abcdef.js", "1");
        let (head, _) = get(&serve(&folder), "/g-0123456789abcdef.js");
        assert!(
            head.contains("cache-control: public, max-age=31536000, immutable\r\n"),
            "{head}"
        );
        assert!(!head.contains("no-cache"), "{head}");
    }

    #[test]
    fn a_file_that_was_packed_ahead_goes_to_those_who_can_unpack_it() {
        let folder = folder();
        folder.write("site/a.css.br", "brotli");
        folder.write("site/a.css.gz", "gzip");
        let server = serve(&folder);
        let ask = |accepted: &str| {
            let asking = format!("/a.css HTTP/1.1\r\nAccept-Encoding: {accepted}\r\nX: y");
            let (head, body) = ask(&server, "GET", &asking);
            assert!(head.contains("vary: accept-encoding\r\n"), "{head}");
            assert!(head.contains("content-type: text/css"), "{head}");
            body
        };
        assert_eq!(ask("gzip, deflate, br"), "brotli");
        assert_eq!(ask("gzip"), "gzip");
        assert_eq!(ask("br;q=0, gzip;q=0.5"), "gzip");
        assert_eq!(ask("identity"), "a.css");
        assert!(!get(&server, "/b.js").0.contains("vary"));
    }

    #[test]
    fn what_was_packed_before_the_file_changed_is_not_sent() {
        let folder = folder();
        folder.write("site/a.css.br", "of before");
        let packed = File::options()
            .append(true)
            .open(folder.path().join("site/a.css.br"))
            .expect("it is there");
        let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1);
        packed.set_modified(long_ago).expect("times can be set");
        let asking = "/a.css HTTP/1.1\r\nAccept-Encoding: br\r\nX: y";
        assert_eq!(ask(&serve(&folder), "GET", asking).1, "a.css");
    }

    #[test]
    fn a_missing_file_is_404_and_never_the_page() {
        let folder = folder();
        let server = serve(&folder);
        for path in ["/no", "/no/", "/empty/", "/a.css/", "/%", "/%zz", "/%ff"] {
            let (head, body) = get(&server, path);
            assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
            assert_eq!(body, "Not found", "{path}");
        }
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = folder();
        let server = serve(&folder);
        for path in [
            "/../secret.txt",
            "/deep/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..%5csecret.txt",
            "/./../secret.txt",
            "//../secret.txt",
            "/secret.txt",
        ] {
            let (head, body) = get(&server, path);
            assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
            assert!(!body.contains("secret"), "{path}");
        }
        let absolute = format!("/{}", folder.path().join("secret.txt").display());
        assert!(get(&server, &absolute).0.starts_with("http/1.1 404"));
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_does_not_lead_out_of_the_folder() {
        let folder = folder();
        let link = folder.path().join("site/link.txt");
        std::os::unix::fs::symlink(folder.path().join("secret.txt"), link).expect("links exist");
        let server = serve(&folder);
        assert!(get(&server, "/link.txt").0.starts_with("http/1.1 404"));
    }

    #[test]
    fn a_folder_answers_with_its_page_at_its_own_address() {
        let folder = folder();
        let server = serve(&folder);
        assert_eq!(get(&server, "/deep/sub/?q=x").1, "deep");
        let (head, _) = get(&server, "/deep/sub?q=x");
        assert!(head.starts_with("http/1.1 301"), "{head}");
        assert!(head.contains("location: /deep/sub/?q=x\r\n"), "{head}");
        let (head, _) = get(&server, "//deep/sub");
        assert!(head.contains("location: /deep/sub/\r\n"), "{head}");
    }

    #[test]
    fn the_query_is_ignored_and_the_path_is_decoded() {
        let folder = folder();
        let server = serve(&folder);
        assert_eq!(get(&server, "/odd%20name.txt?a=/../b").1, "odd");
    }

    #[test]
    fn head_has_the_length_and_no_body_and_writing_is_refused() {
        let folder = folder();
        let server = serve(&folder);
        let (head, body) = ask(&server, "HEAD", "/a.css");
        assert!(head.contains("content-length: 5"), "{head}");
        assert_eq!(body, "");
        let (head, _) = ask(&server, "POST", "/a.css");
        assert!(head.starts_with("http/1.1 405"), "{head}");
    }

    #[test]
    fn added_headers_come_with_every_answer() {
        let folder = folder();
        let server = serve(&folder)
            .with_header("X-One", "1")
            .and_then(|server| server.with_header("X-Two", "2"))
            .expect("they are headers");
        for path in ["/", "/no"] {
            let (head, _) = get(&server, path);
            assert!(
                head.contains("x-one: 1") && head.contains("x-two: 2"),
                "{head}"
            );
        }
        assert!(serve(&folder).with_header("X-Bad", "ä").is_err());
    }

    #[test]
    fn a_dropped_server_gives_its_port_back() {
        let folder = folder();
        let server = serve(&folder);
        let address = server.address();
        assert!(Server::start(folder.path(), address).is_err());
        get(&server, "/");
        drop(server);
        // The thread that accepts connections ends a moment after the drop.
        let mut tries = 0..100;
        let free = tries.any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(50));
            Server::start(folder.path(), address).is_ok()
        });
        assert!(free);
    }

    #[test]
    fn a_root_that_is_not_there_is_an_error() {
        let folder = folder();
        assert!(Server::start(folder.path().join("no"), ANY).is_err());
    }
}
