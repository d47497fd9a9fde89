//! `site-pages write|complete DIST [BASE-URL]`: called by `cargo xtask build` when
//! Trunk is done. `write` makes the pages, `complete` what is made of them.

use std::{
    env,
    path::Path,
    process::{Command, ExitCode},
};

use xtask::{Outcome, Problem, dist::BaseUrl};

fn main() -> ExitCode {
    xtask::tell(run())
}

fn run() -> Outcome<String> {
    let mut arguments = env::args().skip(1);
    let what = arguments.next();
    let dist = arguments
        .next()
        .ok_or_else(|| Problem::new("Name the folder of the built site."))?;
    let base = arguments.next().map(|base| BaseUrl::parse(&base));
    let (dist, base) = (Path::new(&dist), base.transpose()?);
    match what.as_deref() {
        Some("write") => site_pages::write(dist, base.as_ref()),
        Some("complete") => site_pages::complete::write(dist, base.as_ref(), date().as_deref()),
        _ => Err(Problem::new("Say what to do: `write` or `complete`.")),
    }
}

/// The day of the state that is built, so that the same state gives the same
/// pages on any day; `None` where that is not known.
fn date() -> Option<String> {
    let said = Command::new("git")
        .args(["log", "-1", "--format=%cs"])
        .output();
    let said = String::from_utf8(said.ok()?.stdout).ok()?;
    let day = said.trim();
    (day.len() == 10).then(|| day.to_owned())
}
