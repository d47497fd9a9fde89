//! Installs packages of the system where that is Debian or like it, and we may.

use crate::{
    Outcome,
    run::{self, program},
};

/// Whether packages can be installed without asking anybody.
pub fn is_allowed() -> bool {
    run::exists("apt-get") && is_root()
}

/// Installs packages by name.
///
/// # Errors
/// Where apt-get fails.
pub fn install(packages: &[&str]) -> Outcome {
    println!("installing {}", packages.join(" and "));
    run::run(&mut program("apt-get", &["update", "--quiet=2"]))?;
    let mut install = program("apt-get", &["install", "--quiet=2", "--yes"]);
    install
        .arg("--no-install-recommends")
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive");
    run::run(&mut install)
}

fn is_root() -> bool {
    run::read(&mut program("id", &["-u"])).is_ok_and(|user| user.trim() == "0")
}
