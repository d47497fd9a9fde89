//! The browsers that the tests run in: where their programs are, and how they
//! are started.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::{Value, json};
use xtask::tools::Tool;

/// How Chromium is started. No test may depend on more than this machine, so
/// no name is resolved beyond it.
const CHROMIUM: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--lang=en",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/// Where Debian puts the browser that WebKitGTK brings, by processor and by
/// version of its interface.
const WEBKIT_HOMES: &str = "/usr/lib";

/// A browser engine. Every test can run in Chromium; the others are for what
/// engines are known to differ in, and only where they are installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// All that there are.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// What options call it: its name in small letters.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// Whether a test can be run in it here.
    pub fn is_there(self) -> bool {
        self.browser().is_ok() && self.driver().is_ok()
    }

    /// The browser.
    ///
    /// # Errors
    /// A sentence that says what is missing and what to do.
    pub fn browser(self) -> Result<PathBuf, String> {
        match self {
            Engine::Chromium => found(&["chromium", "chromium-browser", "google-chrome"])
                .ok_or_else(|| missing("Chromium and its driver", "chromium chromium-driver")),
            Engine::Firefox => {
                found(&["firefox-esr", "firefox"]).ok_or_else(|| missing("Firefox", "firefox-esr"))
            }
            Engine::WebKit => mini_browser()
                .ok_or_else(|| missing("WebKitGTK and its driver", "webkit2gtk-driver")),
        }
    }

    /// The program that drives it, and what has to be called before it.
    ///
    /// # Errors
    /// As [`Engine::browser`].
    pub fn driver(self) -> Result<Command, String> {
        match self {
            Engine::Chromium => {
                let driver = found(&["chromedriver"]).ok_or_else(|| {
                    missing("Chromium and its driver", "chromium chromium-driver")
                })?;
                let mut command = Command::new(driver);
                command.arg("--port=0");
                Ok(command)
            }
            Engine::Firefox => {
                let driver = Tool::geckodriver()
                    .find()
                    .ok_or("There is no geckodriver; `cargo xtask test browser` installs it.")?;
                let mut command = Command::new(driver);
                // 0 also for the other protocol that it offers.
                command.args(["--port", "0", "--websocket-port", "0"]);
                Ok(command)
            }
            Engine::WebKit => {
                let driver = found(&["WebKitWebDriver"])
                    .ok_or_else(|| missing("WebKitGTK and its driver", "webkit2gtk-driver"))?;
                let screen = found(&["xvfb-run"])
                    .ok_or_else(|| missing("a screen for WebKitGTK", "xvfb xauth"))?;
                let mut command = Command::new(screen);
                command.arg("--auto-servernum").arg(driver);
                Ok(command)
            }
        }
    }

    /// What is asked of the driver for a new session.
    pub(crate) fn wishes(self, browser: &Path) -> Value {
        match self {
            Engine::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "binary": browser, "args": CHROMIUM },
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            }),
            Engine::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": browser,
                    "args": ["-headless"],
                    "prefs": {
                        // What is not on this machine is not there.
                        "network.proxy.type": 1,
                        "network.proxy.http": "127.0.0.1",
                        "network.proxy.http_port": 9,
                        "network.proxy.ssl": "127.0.0.1",
                        "network.proxy.ssl_port": 9,
                        "network.proxy.no_proxies_on": "127.0.0.1, localhost",
                        "intl.accept_languages": "en",
                        // The strictest of its readers: frames get no storage,
                        // and what may be dark is.
                        "network.cookie.cookieBehavior": 1,
                        "ui.systemUsesDarkTheme": 1,
                        // As readers have it: a file may read no other file.
                        "security.fileuri.strict_origin_policy": true,
                    },
                },
            }),
            Engine::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
            }),
        }
    }
}

fn found(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut candidates = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.find(|file| file.is_file())
}

fn missing(what: &str, packages: &str) -> String {
    format!("{what} cannot be found; install it (Debian: apt-get install {packages}).")
}

/// `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`, and the newest where
/// there are several.
fn mini_browser() -> Option<PathBuf> {
    let inside = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten();
    let homes = inside(WEBKIT_HOMES.into()).flat_map(|processor| inside(processor.path()));
    let browsers = homes
        .filter(|home| home.file_name().to_string_lossy().starts_with("webkit"))
        .map(|home| home.path().join("MiniBrowser"));
    browsers.filter(|browser| browser.is_file()).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_told_with_what_to_install() {
        assert_eq!(found(&["no-such-driver"]), None);
        let told = missing("Firefox", "firefox-esr");
        assert!(told.contains("apt-get install firefox-esr"), "{told}");
    }
}
