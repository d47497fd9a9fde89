//! What the script for the pages of others weighs: the one file that readers
//! fetch who have not come to us.

use super::grouped;
use crate::{Outcome, Problem};
use flate2::{Compression, write::GzEncoder};
use std::{
    fmt, fs,
    io::{self, Write},
    path::Path,
};

/// As it is published.
const FILE: &str = "embed.js";

/// What the public interface promises, in bytes after gzip, which every host
/// and proxy knows.
pub const BUDGET: usize = 2_048;

/// The script of a built site.
#[derive(Debug)]
pub struct Script {
    raw: usize,
    /// After gzip.
    packed: usize,
}

impl Script {
    /// Weighs the script of a built site.
    ///
    /// # Errors
    /// Where it is not there.
    pub fn of(dist: &Path) -> Outcome<Self> {
        let path = dist.join(FILE);
        let bytes = fs::read(&path).map_err(|error| Problem::with_file(&path, "read", &error))?;
        let packed =
            packed(&bytes).map_err(|error| Problem::with_file(&path, "compressed", &error))?;
        Ok(Self {
            raw: bytes.len(),
            packed,
        })
    }

    /// Checks the budget.
    ///
    /// # Errors
    /// Where the script is above it.
    pub fn within_budget(&self) -> Outcome {
        if self.packed <= BUDGET {
            return Ok(());
        }
        Err(Problem::new(format!(
            "{FILE} takes {} bytes after gzip, {} above the {} that others were promised: \
             make it smaller.",
            grouped(self.packed),
            grouped(self.packed - BUDGET),
            grouped(BUDGET)
        )))
    }
}

impl fmt::Display for Script {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (raw, packed) = (grouped(self.raw), grouped(self.packed));
        let budget = grouped(BUDGET);
        writeln!(
            out,
            "{FILE}, in bytes: {raw} raw, {packed} after gzip, budget {budget}"
        )
    }
}

fn packed(bytes: &[u8]) -> io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;

    #[test]
    fn the_script_is_weighed_as_it_is_sent() {
        let site = Folder::new();
        assert!(Script::of(site.path()).is_err());
        site.write(FILE, &"(function () {})();\n".repeat(1000));
        let script = Script::of(site.path()).expect("it is there");
        assert_eq!(script.raw, 20_000);
        assert!(script.packed < 200, "{script}");
        assert!(script.within_budget().is_ok());
    }

    #[test]
    fn a_script_above_the_promise_is_a_problem() {
        let of = |packed| Script {
            raw: packed,
            packed,
        };
        assert!(of(BUDGET).within_budget().is_ok());
        let said = of(BUDGET + 1).within_budget().expect_err("too much");
        assert!(said.to_string().contains(" 1 above"), "{said}");
    }
}
