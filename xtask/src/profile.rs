//! `cargo xtask profile`: finds out which functions of the wasm no usual visit
//! calls, and writes their names into `xtask/parts/late.txt`. To be run when the
//! app has changed. What the list does not name is fetched by everybody, so an
//! old list costs bytes; and since closures are told apart by numbers, it can
//! name one that a start needs now, which then waits for the late part. The
//! browser tests see that (`network`, `late`).

use anyhow::Result;
use xshell::cmd;

use crate::{
    browsers, build,
    parts::Form,
    root::root,
    shell::{cargo, shell},
};

/// Builds a site that is watched, visits it, and writes the list.
///
/// # Errors
/// Where the site can't be built, or a visit fails.
pub fn run() -> Result<()> {
    build::publish(&build::Options {
        form: Form::Watched,
        ..build::Options::default()
    })?;
    browsers::install()?;
    let list = root().join("xtask").join("parts").join("late.txt");
    let (shell, cargo) = (shell()?, cargo());
    let visits = cmd!(
        shell,
        "{cargo} test --locked --package browser-tests --test profile -- --ignored --nocapture"
    );
    let visits = visits.env("EXPLORER_DIST", build::dist());
    visits.env("EXPLORER_LATE", &list).quiet().run()?;
    println!(
        "\nThe list is in {}. What is in dist/ was made for this only: build the site anew.",
        list.display()
    );
    Ok(())
}
