//! What the browser tests need on the machine, found or installed: Chromium for
//! all of them; Firefox and WebKitGTK for those on the pages of others, where
//! browsers differ most; the rules of accessibility; and what reads a PDF.

use anyhow::Result;

use crate::{needs::Need, npm, root::root, tools::Tool};

/// The browser of every test.
pub const CHROMIUM: Need = Need {
    title: "Chromium and its driver",
    programs: &[
        &["chromium", "chromium-browser", "google-chrome"],
        &["chromedriver"],
    ],
    packages: &["chromium", "chromium-driver"],
};

/// Reads the text of what was printed.
const PAPER: Need = Need {
    title: "pdftotext and pdftoppm",
    programs: &[&["pdftotext"], &["pdftoppm"]],
    packages: &["poppler-utils"],
};

const FIREFOX: Need = Need {
    title: "Firefox",
    programs: &[&["firefox-esr", "firefox"]],
    packages: &["firefox-esr"],
};

const WEBKIT: Need = Need {
    title: "WebKitGTK with its driver, and a screen for it",
    programs: &[&["WebKitWebDriver"], &["xvfb-run"], &["xauth"]],
    packages: &["webkit2gtk-driver", "xvfb", "xauth"],
};

/// Installs what is missing where we may. Without Firefox or WebKitGTK the tests
/// leave them out.
///
/// # Errors
/// Where Chromium is missing, or something that we may install cannot be.
pub fn install() -> Result<()> {
    CHROMIUM.install()?;
    PAPER.install()?;
    npm::install(&root().join("tests/axe"))?;
    FIREFOX.install_if_allowed()?;
    WEBKIT.install_if_allowed()?;
    if FIREFOX.is_there() {
        Tool::geckodriver().prepare()?.finish()?;
    }
    Ok(())
}
