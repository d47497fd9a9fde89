//! The built site and the server that hands it to the browser.

use std::{
    cell::RefCell,
    env, fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use xtask::site::{STRICT, Server};

/// Says nothing, hears everything.
const PUPPET: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Puppet</title>
<script>var heard = []; addEventListener('message', (event) => heard.push(event.data));</script>";

/// The built site, served at an address of its own until it is dropped.
pub struct Site {
    server: RefCell<Option<Server>>,
    root: PathBuf,
    address: SocketAddr,
}

/// How often a host that comes back tries to get its port.
const TRIES: usize = 100;

impl Site {
    /// Serves the site that was built: the folder that `EXPLORER_DIST` names,
    /// else `dist/`.
    ///
    /// # Errors
    /// A sentence that says what is missing and what to do.
    pub fn built() -> Result<Site, String> {
        Site::serve(&dist()?)
    }

    /// Serves a copy of the built site that lacks the files that `lost` names
    /// by their path.
    ///
    /// # Errors
    /// As [`Site::built`], and if the copy can't be made.
    pub fn without(lost: impl Fn(&Path) -> bool, copy: &Path) -> Result<Site, String> {
        let copied = dist().and_then(|dist| {
            let copied = remove(copy).and_then(|()| copy_kept(&dist, copy, &lost));
            copied.map_err(|error| format!("The site cannot be copied: {error}."))
        });
        copied?;
        Site::serve(copy)
    }

    /// Serves what a host needs of the explorer, the script for its pages, and
    /// in its frames a page that says nothing by itself and keeps what it hears.
    ///
    /// # Errors
    /// As [`Site::without`].
    pub fn puppet(copy: &Path) -> Result<Site, String> {
        let dist = dist()?;
        let made = fs::create_dir_all(copy)
            .and_then(|()| fs::copy(dist.join("embed.js"), copy.join("embed.js")))
            .and_then(|_| fs::write(copy.join("index.html"), PUPPET));
        made.map_err(|error| format!("The puppet cannot be made: {error}."))?;
        Site::serve(copy)
    }

    /// The same, with leave for every origin to read it: what a frame in a
    /// sandbox needs.
    ///
    /// # Errors
    /// Where that can't be said in a header.
    pub fn open_to_all(self) -> Result<Site, String> {
        self.with_header("Access-Control-Allow-Origin", "*")
    }

    /// The same under the content security policy that the site keeps.
    ///
    /// # Errors
    /// Where that can't be said in a header.
    pub fn strict(self) -> Result<Site, String> {
        self.with_header("Content-Security-Policy", STRICT)
    }

    /// The same with one more header in every answer.
    ///
    /// # Errors
    /// Where it is not a header.
    pub fn with_header(self, name: &str, value: &str) -> Result<Site, String> {
        let server = self.server.take().ok_or("The site is not served.")?;
        let server = server.with_header(name, value);
        let server = server.map_err(|error| format!("{name} cannot be sent: {error}."))?;
        self.server.replace(Some(server));
        Ok(self)
    }

    /// Serves a folder, which need not be the built site.
    ///
    /// # Errors
    /// Where there is no such folder.
    pub fn serve(root: &Path) -> Result<Site, String> {
        let server = Server::start(root, "127.0.0.1:0");
        let server = server.map_err(|error| format!("The site cannot be served: {error}."))?;
        Ok(Site {
            address: server.address(),
            server: RefCell::new(Some(server)),
            root: root.to_owned(),
        })
    }

    /// Takes the host from the network: nobody answers at its address any more.
    pub fn stop(&self) {
        self.server.take();
    }

    /// Brings the host back, without headers that were added.
    pub fn start(&self) {
        let started = (0..TRIES).find_map(|_| {
            thread::sleep(Duration::from_millis(50));
            Server::start(&self.root, self.address).ok()
        });
        self.server.replace(started);
    }

    /// The folder that is served.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where the host listens.
    pub fn socket(&self) -> SocketAddr {
        self.address
    }

    /// The address of the page, with a slash at its end.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }
}

/// The folder of the built site: the one that `EXPLORER_DIST` names, else
/// `dist/`.
///
/// # Errors
/// A sentence that says what is missing and what to do.
pub fn dist() -> Result<PathBuf, String> {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    let dist = env::var_os("EXPLORER_DIST").map_or(built, PathBuf::from);
    if dist.join("index.html").is_file() {
        return Ok(dist);
    }
    Err(format!(
        "There is no built site in {}; run `cargo xtask build` first, or name its folder in EXPLORER_DIST.",
        dist.display()
    ))
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn copy_kept(from: &Path, to: &Path, lost: &impl Fn(&Path) -> bool) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let Some(name) = path.file_name().filter(|_| !lost(&path)) else {
            continue;
        };
        let copy = to.join(name);
        if path.is_dir() {
            copy_kept(&path, &copy, lost)?;
        } else {
            fs::copy(&path, copy)?;
        }
    }
    Ok(())
}
