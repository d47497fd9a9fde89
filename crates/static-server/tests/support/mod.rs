//! A folder to serve and a client that shows each byte of a response.

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicUsize, Ordering},
};

use static_server::{Folder, Server};

/// A temporary folder, removed when dropped.
pub struct Scratch(PathBuf);

impl Scratch {
    /// A folder with `secret.txt` and, below it, the folder `site` to serve.
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("static-server-{}-{number}", process::id());
        let scratch = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
        scratch.write("secret.txt", "secret");
        for file in ["index.html", "a.css", "b.js", "c.wasm", "d.json", "e.svg"] {
            scratch.write(&format!("site/{file}"), file);
        }
        scratch.write("site/f.webmanifest", "{}");
        scratch.write("site/odd name.txt", "odd");
        scratch.write("site/deep/sub/index.html", "deep");
        scratch.write("site/empty/x.txt", "x");
        scratch
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("writable");
        fs::write(path, text).expect("writable");
    }

    pub fn site(&self) -> Folder {
        Folder::new(self.0.join("site")).expect("it is there")
    }

    pub fn serve(&self) -> Server {
        serve(self.site())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub fn serve(folder: Folder) -> Server {
    Server::bind("127.0.0.1:0", folder).expect("a port is free")
}

/// The response to a request: its head in lower case, and its body.
pub fn ask(server: &Server, method: &str, path: &str, headers: &str) -> (String, String) {
    let mut stream = TcpStream::connect(server.address()).expect("it listens");
    let request =
        format!("{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).expect("it listens");
    let mut response = String::new();
    stream.read_to_string(&mut response).expect("it answers");
    let (head, body) = response.split_once("\r\n\r\n").expect("it has a head");
    (format!("{}\r\n", head.to_lowercase()), body.to_owned())
}

pub fn get(server: &Server, path: &str) -> (String, String) {
    ask(server, "GET", path, "")
}
