//! `site-pages DIST [BASE-URL]`: called by `cargo xtask build` when Trunk is done.

use std::{path::Path, process::ExitCode};

use xtask::{Outcome, Problem, dist::BaseUrl};

fn main() -> ExitCode {
    match run() {
        Ok(done) => {
            println!("{done}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome<String> {
    let mut arguments = std::env::args().skip(1);
    let dist = arguments
        .next()
        .ok_or_else(|| Problem::new("Name the folder of the built site."))?;
    let base = arguments.next().map(|base| BaseUrl::parse(&base));
    site_pages::write(Path::new(&dist), base.transpose()?.as_ref())
}
