//! What tests need on the machine: programs of the system, found or installed.

use anyhow::{Result, bail};

use crate::{apt, shell::is_on_path};

/// Programs that belong together, such as a browser with its driver.
pub struct Need {
    /// For people.
    pub title: &'static str,
    /// One of each row is needed, by name or by path.
    pub programs: &'static [&'static [&'static str]],
    /// What Debian calls them.
    pub packages: &'static [&'static str],
}

impl Need {
    /// Whether all of it is on the machine.
    pub fn is_there(&self) -> bool {
        let found = |names: &&[&str]| names.iter().any(|name| is_on_path(name));
        self.programs.iter().all(found)
    }

    /// Installs it where it is missing.
    ///
    /// # Errors
    /// Where it is missing and cannot be installed.
    pub fn install(&self) -> Result<()> {
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

    /// Installs it where we may, and else says that the tests run without it.
    ///
    /// # Errors
    /// Where we may install it and it cannot be installed.
    pub fn install_if_allowed(&self) -> Result<()> {
        if self.is_there() || apt::is_allowed() {
            return self.install();
        }
        println!("{} The tests run without it.", self.missing());
        Ok(())
    }

    fn missing(&self) -> String {
        format!(
            "The tests need {}: install it with `apt-get install {}`, \
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
