//! The pages of others: a second site with what a test puts there, the explorer
//! in frames of it, the same steps in each engine.
//!
//! The explorer is at `127.0.0.1` and the host at `localhost`: for browsers
//! these are different sites, as they are on the web, and not only different
//! origins.

mod pool;

use std::{fmt::Debug, fs, path::PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};
use static_server::{Folder, Server};

use crate::{browser::Browser, engine::Engine, page::Page, site::Site};
use pool::Lease;

/// What is different from a plain host of the built site.
#[derive(Default)]
pub struct Embedding {
    engines: Option<Vec<Engine>>,
    policy: Option<&'static str>,
    puppet: bool,
    closed: bool,
}

/// Opens a page of a host with this body in Chromium and Firefox, and does
/// `steps` there. In the body, `{explorer}` is the address of the built site and
/// `{other}` that of another one of the same files.
pub fn embed(body: &str, steps: impl Fn(&Host)) {
    Embedding::default().visit(body, steps);
}

/// As [`embed`], but in the frames is a page that says nothing by itself: what
/// the host does with a message is tested with messages of the test.
pub fn embed_puppet(body: &str, steps: impl Fn(&Host)) {
    Embedding::default().of_a_puppet().visit(body, steps);
}

impl Embedding {
    /// In these engines, as far as they are there.
    pub fn within(mut self, engines: &[Engine]) -> Self {
        self.engines = Some(engines.to_vec());
        self
    }

    /// The host sends this content security policy, in which `{explorer}` is the
    /// origin of the explorer.
    pub fn under(mut self, policy: &'static str) -> Self {
        self.policy = Some(policy);
        self
    }

    /// As [`embed_puppet`].
    pub fn of_a_puppet(mut self) -> Self {
        self.puppet = true;
        self
    }

    /// The explorer's server does not let other origins read its files.
    pub fn of_a_closed_site(mut self) -> Self {
        self.closed = true;
        self
    }

    /// As [`embed`], in this setting.
    pub fn visit(self, body: &str, steps: impl Fn(&Host)) {
        let usual = || vec![Engine::Chromium, Engine::Firefox];
        for engine in self.engines.clone().unwrap_or_else(usual) {
            // Without Chromium the tests fail and say what to install.
            if engine != Engine::Chromium && !engine.is_there() {
                println!("{engine:?} is not there.");
                continue;
            }
            println!("In {engine:?}:");
            let lease = Lease::take(engine);
            let host = self.host(lease.browser());
            let host = host.unwrap_or_else(|sentence| panic!("{sentence}"));
            host.open(body);
            steps(&host);
            let complaints = host.explorer.complaints();
            assert!(
                complaints.is_empty(),
                "The console of {engine:?} is not empty: {complaints:#?}"
            );
            lease.give_back(host.explorer.into_browser());
        }
    }

    fn host(&self, browser: Result<Browser, String>) -> Result<Host, String> {
        let folder = Scratch::new()?;
        let puppet = folder.0.join("puppet");
        let site = || {
            let site = if self.puppet {
                Site::puppet(&puppet)
            } else {
                Site::built()
            };
            if self.closed {
                site
            } else {
                site?.open_to_all()
            }
        };
        let (explorer, other) = (site()?, site()?);
        let policy = self.policy.map(|policy| {
            let origin = explorer.address();
            policy.replace("{explorer}", origin.trim_end_matches('/'))
        });
        let own = HostPage::serve(folder, policy.as_deref())?;
        Ok(Host {
            explorer: Page::new(browser?, explorer),
            other,
            own,
        })
    }
}

/// The one page of a site of its own, served until it is dropped.
pub struct HostPage {
    server: Server,
    folder: Scratch,
}

impl HostPage {
    /// A page with this body, in which `{explorer}` stands for `explorer`, the
    /// address of the explorer.
    ///
    /// # Errors
    /// A sentence that says why it cannot be served.
    pub fn with_body(body: &str, explorer: &str) -> Result<HostPage, String> {
        let page = HostPage::serve(Scratch::new()?, None)?;
        page.write(&body.replace("{explorer}", explorer));
        Ok(page)
    }

    /// Serves a folder of its own below `folder`, under a content security policy.
    fn serve(folder: Scratch, policy: Option<&str>) -> Result<HostPage, String> {
        let own = folder.0.join("host");
        let server = fs::create_dir_all(&own)
            // Browsers ask for it, and complain where there is none.
            .and_then(|()| fs::write(own.join("favicon.ico"), ""))
            .and_then(|()| Folder::new(&own))
            .and_then(|pages| match policy {
                Some(policy) => pages.with_header("Content-Security-Policy", policy),
                None => Ok(pages),
            })
            .and_then(|pages| Server::bind("127.0.0.1:0", pages));
        let server = server.map_err(|error| format!("The host cannot be served: {error}."))?;
        Ok(HostPage { server, folder })
    }

    fn write(&self, body: &str) {
        let page = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title>\n<body>{body}"
        );
        let file = self.folder.0.join("host/index.html");
        fs::write(file, page).expect("the temporary folder is writable");
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("http://localhost:{}/", self.server.address().port())
    }
}

/// A page of another site.
pub struct Host {
    /// The explorer, while the browser looks into a frame of it.
    explorer: Page,
    other: Site,
    own: HostPage,
}

/// What a frame must leave alone.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Place {
    pub scroll: f64,
    /// The id, else the name, of the element that has the focus.
    pub focus: String,
    /// How many entries the history of the tab has.
    pub history: usize,
}

impl Host {
    /// Opens another page of the host, with this body.
    pub fn open(&self, body: &str) {
        let body = body
            .replace("{explorer}", &self.explorer.root())
            .replace("{other}", &self.other.address());
        self.own.write(&body);
        self.browser().go(&self.address());
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        self.own.address()
    }

    /// The address of the explorer.
    pub fn explorer(&self) -> String {
        self.explorer.root()
    }

    /// The browser that shows the page.
    pub fn browser(&self) -> &Browser {
        self.explorer.browser()
    }

    /// Runs the body of a function in the page of the host.
    pub fn script(&self, body: &str) -> Value {
        self.browser().script(body, &[])
    }

    /// Looks into the frame that a selector finds, once there is one.
    pub fn inside<T>(&self, frame: &str, steps: impl FnOnce(&Page) -> T) -> T {
        let made = "return document.querySelector(arguments[0]) !== null";
        let is_there = || self.browser().script(made, &[json!(frame)]) == true;
        self.comes_to(&format!("there is {frame}"), is_there, true);
        self.browser().enter_frame(frame);
        let result = steps(&self.explorer);
        self.browser().leave_frame();
        result
    }

    /// Waits until the explorer in a frame answers.
    pub fn ready(&self, frame: &str) {
        // Until then the frame may have no document yet, or an empty one.
        let state = || {
            let body = "return document.documentElement?.dataset.state ?? null";
            self.inside(frame, |page| page.browser().script(body, &[]))
        };
        self.comes_to("the state of the frame", state, json!("ready"));
    }

    /// Has the document in a frame send a message to the host.
    pub fn say(&self, frame: &str, message: &Value) {
        self.inside(frame, |page| {
            page.browser().script(
                "parent.postMessage(arguments[0], '*')",
                std::slice::from_ref(message),
            );
        });
    }

    /// What the puppet in a frame has heard.
    pub fn heard(&self, frame: &str) -> Vec<Value> {
        self.inside(frame, |page| {
            let told = page.browser().script("return heard", &[]);
            told.as_array().cloned().unwrap_or_default()
        })
    }

    /// How high a frame is, in CSS pixels.
    pub fn height(&self, frame: &str) -> f64 {
        let body = "return document.querySelector(arguments[0]).clientHeight";
        let told = self.browser().script(body, &[json!(frame)]);
        told.as_f64().expect("a height")
    }

    /// What a frame must leave alone.
    pub fn place(&self) -> Place {
        let told = self.script(
            "const at = document.activeElement;
            return { scroll: scrollY, focus: at.id || at.localName, history: history.length };",
        );
        serde_json::from_value(told).expect("a place")
    }

    /// Waits until something has a value; tells both where it never has.
    pub fn comes_to<T: PartialEq + Debug>(&self, what: &str, look: impl Fn() -> T, value: T) {
        self.explorer.becomes(what, look, value);
    }

    /// Lets what is on its way arrive: a message takes less time than this.
    pub fn settle(&self) {
        let body = "const done = arguments[0]; setTimeout(done, 150)";
        self.browser().script_until_done(body, &[]);
    }
}

/// A folder for one test, removed with it.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Result<Scratch, String> {
        use std::sync::atomic::{AtomicUsize, Ordering};
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("explorer-host-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path)
            .map_err(|error| format!("{} cannot be made: {error}.", path.display()))?;
        Ok(Scratch(path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
