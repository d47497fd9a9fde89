//! `minify-js FILE…`: shortens scripts where they lie.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};
use fs_err as fs;

fn main() -> Result<()> {
    for path in env::args_os().skip(1).map(PathBuf::from) {
        let long = fs::read_to_string(&path)?;
        let short = minify_js::minify(&long).with_context(|| path.display().to_string())?;
        fs::write(path, short)?;
    }
    Ok(())
}
