//! What the browser tests need on the machine, found or installed: Chromium for
//! all of them; Firefox and WebKitGTK for those on the pages of others, where
//! browsers differ most.

use crate::{
    Outcome, Problem,
    run::{self, program},
    tools::Tool,
};

/// A browser with what drives it.
struct Browser {
    title: &'static str,
    /// One of each row is needed, by name or by path.
    programs: &'static [&'static [&'static str]],
    /// What Debian calls them.
    packages: &'static [&'static str],
}

const CHROMIUM: Browser = Browser {
    title: "Chromium and its driver",
    programs: &[
        &["chromium", "chromium-browser", "google-chrome"],
        &["chromedriver"],
    ],
    packages: &["chromium", "chromium-driver"],
};

const OTHERS: [Browser; 2] = [
    Browser {
        title: "Firefox",
        programs: &[&["firefox-esr", "firefox"]],
        packages: &["firefox-esr"],
    },
    Browser {
        title: "WebKitGTK with its driver, and a screen for it",
        programs: &[&["WebKitWebDriver"], &["xvfb-run"], &["xauth"]],
        packages: &["webkit2gtk-driver", "xvfb", "xauth"],
    },
];

/// Installs what is missing where we may. Without Firefox or WebKitGTK the tests
/// leave them out.
///
/// # Errors
/// Where Chromium is missing, or something that we may install cannot be.
pub fn install() -> Outcome {
    CHROMIUM.install()?;
    for browser in &OTHERS {
        if browser.is_there() || may_install() {
            browser.install()?;
        } else {
            println!("{} The tests run without it.", browser.missing());
        }
    }
    let driver = Tool::geckodriver();
    if OTHERS[0].is_there() && driver.find_or_fetch().is_none() {
        driver.compile()?;
    }
    Ok(())
}

impl Browser {
    fn is_there(&self) -> bool {
        let found = |names: &&[&str]| names.iter().any(|name| run::is_on_path(name));
        self.programs.iter().all(found)
    }

    fn install(&self) -> Outcome {
        if self.is_there() {
            return Ok(());
        }
        if !may_install() {
            return Err(Problem::new(self.missing()));
        }
        println!("installing {}", self.packages.join(", "));
        run::run(&mut program("apt-get", &["update", "--quiet=2"]))?;
        let mut install = program("apt-get", &["install", "--quiet=2", "--yes"]);
        install
            .arg("--no-install-recommends")
            .args(self.packages)
            .env("DEBIAN_FRONTEND", "noninteractive");
        run::run(&mut install)?;
        if self.is_there() {
            Ok(())
        } else {
            Err(Problem::new(self.missing()))
        }
    }

    fn missing(&self) -> String {
        format!(
            "The browser tests need {}: install it with `apt-get install {}`, \
             or from your system's packages.",
            self.title,
            self.packages.join(" ")
        )
    }
}

fn may_install() -> bool {
    run::exists("apt-get") && is_root()
}

fn is_root() -> bool {
    run::read(&mut program("id", &["-u"])).is_ok_and(|user| user.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_told_with_what_to_install() {
        let none = Browser {
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
        let shell = Browser {
            programs: &[&["none-such", "sh"]],
            ..none
        };
        assert!(shell.is_there() && shell.install().is_ok());
    }
}
