//! Installs packages of the system where that is Debian or like it, and we are
//! root, as in a container: elsewhere people are told what to install.

use anyhow::Result;
use xshell::cmd;

use crate::shell::{exists, shell};

/// Whether packages can be installed without asking anybody.
pub fn is_allowed() -> bool {
    exists("apt-get") && is_root()
}

/// Installs packages by name.
///
/// # Errors
/// Where apt-get fails.
pub fn install(packages: &[&str]) -> Result<()> {
    println!("installing {}", packages.join(" and "));
    let shell = shell()?;
    cmd!(shell, "apt-get update --quiet=2").quiet().run()?;
    let options = ["--quiet=2", "--yes", "--no-install-recommends"];
    let install = cmd!(shell, "apt-get install {options...} {packages...}");
    let install = install.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(install.quiet().run()?)
}

fn is_root() -> bool {
    let Ok(shell) = shell() else { return false };
    let user = cmd!(shell, "id -u").quiet().ignore_stderr().read();
    user.is_ok_and(|user| user == "0")
}
