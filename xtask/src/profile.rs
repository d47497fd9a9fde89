//! `cargo xtask profile`: checks the lists of later parts (`src/parts/`)
//! against usual visits. It builds a site that reports which functions of the wasm
//! are called, visits it in the browser, and prints which deferred functions were
//! called too early and which others could be deferred. To be run when the app has
//! changed: an old list costs bytes, or lets the start wait for the deferred part.

use anyhow::Result;
use xshell::cmd;

use crate::{
    browsers, build,
    root::root,
    shell::{cargo, shell},
    split::{self, Form},
};

/// Builds an instrumented site, visits it, and compares.
///
/// # Errors
/// Where the site can't be built, a visit fails, or a visit called a deferred
/// function.
pub fn run() -> Result<()> {
    build::publish(&build::Options {
        form: Form::Instrumented,
        ..build::Options::default()
    })?;
    browsers::install()?;
    let called = root().join("target").join("site").join("called.txt");
    let (shell, cargo) = (shell()?, cargo());
    let visits = cmd!(
        shell,
        "{cargo} test --locked --package browser-tests --test profile -- --ignored --nocapture"
    );
    visits
        .env("EXPLORER_DIST", build::dist())
        .env("EXPLORER_SYMBOLS", split::symbols())
        .env("EXPLORER_CALLED", &called)
        .quiet()
        .run()?;
    split::report(&called)?;
    println!(
        "\nThe lists are in {}. What is in dist/ was made for this only: build the site anew.",
        split::lists().display()
    );
    Ok(())
}
