//! What the browser tests need on the machine, found or installed: Chromium for
//! all of them; Firefox and WebKitGTK for those on the pages of others, where
//! browsers differ most; the rules of accessibility; what reads a PDF; and the web
//! servers that samples are tested with.

use anyhow::{Result, bail};

use crate::{apt, npm, root::root, shell::is_on_path, tools::Tool};

/// A browser with what drives it, or a web server.
struct Need {
    title: &'static str,
    /// One of each row is needed, by name or by path.
    programs: &'static [&'static [&'static str]],
    /// What Debian calls them.
    packages: &'static [&'static str],
}

const CHROMIUM: Need = Need {
    title: "Chromium and its driver",
    programs: &[
        &["chromium", "chromium-browser", "google-chrome"],
        &["chromedriver"],
    ],
    packages: &["chromium", "chromium-driver"],
};

/// Reads the text of what was printed.
const PAPER: Need = Need {
    title: "pdftotext",
    programs: &[&["pdftotext"]],
    packages: &["poppler-utils"],
};

const OTHERS: [Need; 4] = [
    Need {
        title: "Firefox",
        programs: &[&["firefox-esr", "firefox"]],
        packages: &["firefox-esr"],
    },
    Need {
        title: "WebKitGTK with its driver, and a screen for it",
        programs: &[&["WebKitWebDriver"], &["xvfb-run"], &["xauth"]],
        packages: &["webkit2gtk-driver", "xvfb", "xauth"],
    },
    Need {
        title: "nginx",
        programs: &[&["nginx"]],
        packages: &["nginx", "libnginx-mod-http-brotli-static"],
    },
    Need {
        title: "Apache",
        programs: &[&["apache2"]],
        packages: &["apache2-bin", "media-types"],
    },
];

/// Installs what is missing where we may. Without Firefox, WebKitGTK or a web
/// server the tests leave them out.
///
/// # Errors
/// Where Chromium is missing, or something that we may install cannot be.
pub fn install() -> Result<()> {
    CHROMIUM.install()?;
    PAPER.install()?;
    npm::install(&root().join("tests/axe"))?;
    for browser in &OTHERS {
        if browser.is_there() || apt::is_allowed() {
            browser.install()?;
        } else {
            println!("{} The tests run without it.", browser.missing());
        }
    }
    let driver = Tool::geckodriver();
    if OTHERS[0].is_there() {
        driver.prepare()?.finish()?;
    }
    Ok(())
}

impl Need {
    fn is_there(&self) -> bool {
        let found = |names: &&[&str]| names.iter().any(|name| is_on_path(name));
        self.programs.iter().all(found)
    }

    fn install(&self) -> Result<()> {
        if self.is_there() {
            return Ok(());
        }
        if !apt::is_allowed() {
            bail!(self.missing());
        }
        apt::install(self.packages)?;
        if !self.is_there() {
            bail!(self.missing());
        }
        Ok(())
    }

    fn missing(&self) -> String {
        format!(
            "The browser tests need {}: install it with `apt-get install {}`, \
             or from your system's packages, or work in the container of `Containerfile`.",
            self.title,
            self.packages.join(" ")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_told_with_what_to_install() {
        let none = Need {
            title: "Mosaic",
            programs: &[&["sh"], &["no-such-browser", "none-such"]],
            packages: &["mosaic"],
        };
        assert!(!none.is_there());
        let told = none.missing();
        assert!(
            told.contains("Mosaic") && told.contains("apt-get install mosaic"),
            "{told}"
        );
        let shell = Need {
            programs: &[&["none-such", "sh"]],
            ..none
        };
        assert!(shell.is_there() && shell.install().is_ok());
    }
}
