//! `cargo xtask profile`: finds out which functions of the wasm no usual visit
//! calls, and writes their names into `xtask/parts/late.txt`. To be run when the
//! app has changed. What the list does not name is fetched by everybody, so an
//! old list costs bytes; and since closures are told apart by numbers, it can
//! name one that a start needs now, which then waits for the late part. The
//! browser tests see that (`network`, `late`).

use crate::{
    Outcome, browsers, cli, dist,
    parts::Form,
    root,
    run::{self, cargo},
};

/// Builds a site that is watched, visits it, and writes the list.
///
/// # Errors
/// Where the site can't be built, or a visit fails.
pub fn run() -> Outcome {
    dist::make(&cli::Build {
        form: Form::Watched,
        ..cli::Build::default()
    })?;
    browsers::install()?;
    let list = root().join("xtask").join("parts").join("late.txt");
    let mut visits = cargo(&["test", "--locked", "--package", "browser-tests"]);
    visits.args(["--test", "profile", "--", "--ignored", "--nocapture"]);
    visits.env("EXPLORER_DIST", dist::folder());
    run::run(visits.env("EXPLORER_LATE", &list))?;
    println!(
        "\nThe list is in {}. What is in dist/ was made for this only: build the site anew.",
        list.display()
    );
    Ok(())
}
