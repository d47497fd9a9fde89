//! The built site and the server that hands it to the browser.

use std::{
    cell::RefCell,
    env, fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use site::fingerprint;
use static_server::{Folder, Server};

/// The content security policy that the site keeps: nothing but its own files,
/// and no text becomes code. Under its last word browsers register no service
/// worker, so a host that wants offline use names a policy there instead, as
/// `docs/hosting.md` says.
pub const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// Says nothing, hears everything.
const PUPPET: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Puppet</title>
<script>var heard = []; addEventListener('message', (event) => heard.push(event.data));</script>";

/// The built site, served at an address of its own until it is dropped.
pub struct Site {
    server: RefCell<Option<Server>>,
    folder: Folder,
    address: SocketAddr,
}

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

    /// The same with one more header in every answer, at another address.
    ///
    /// # Errors
    /// Where it is not a header.
    pub fn with_header(self, name: &str, value: &str) -> Result<Site, String> {
        let folder = self.folder.with_header(name, value);
        Site::start(folder.map_err(|error| format!("{name} cannot be sent: {error}."))?)
    }

    /// Serves a folder, which need not be the built site.
    ///
    /// # Errors
    /// Where there is no such folder.
    pub fn serve(root: &Path) -> Result<Site, String> {
        let folder = Folder::new(root).map_err(|error| unserved(&error))?;
        Site::start(folder.with_immutable(fingerprint::is_lasting))
    }

    fn start(folder: Folder) -> Result<Site, String> {
        let server = Server::bind("127.0.0.1:0", folder.clone());
        let server = server.map_err(|error| unserved(&error))?;
        Ok(Site {
            address: server.address(),
            server: RefCell::new(Some(server)),
            folder,
        })
    }

    /// Takes the host from the network: nobody answers at its address any more.
    pub fn stop(&self) {
        self.server.take();
    }

    /// The folder that is served.
    pub fn root(&self) -> &Path {
        self.folder.root()
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

fn unserved(error: &io::Error) -> String {
    format!("The site cannot be served: {error}.")
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
