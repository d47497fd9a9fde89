//! `site-scripts FILE…`: shortens scripts where they lie, for `cargo xtask build`.

use std::{env, fs, process::ExitCode};

use site_scripts::shortened;
use xtask::{Outcome, Problem};

fn main() -> ExitCode {
    xtask::tell(run())
}

fn run() -> Outcome<String> {
    let mut count = 0;
    for path in env::args().skip(1) {
        let path = path.as_ref();
        let long =
            fs::read_to_string(path).map_err(|error| Problem::with_file(path, "read", &error))?;
        let short = shortened(&long).map_err(|problem| {
            Problem::new(format!("{} cannot be shortened: {problem}", path.display()))
        })?;
        fs::write(path, short).map_err(|error| Problem::with_file(path, "written", &error))?;
        count += 1;
    }
    Ok(format!("      shortened scripts: {count}"))
}
