//! What the script for the pages of others weighs: the one file that readers
//! fetch who have not come to us.

use std::{fmt, path::Path};

use anyhow::{Result, ensure};
use fs_err as fs;

use super::grouped;
use crate::precompress;

/// As it is published.
const FILE: &str = "embed.js";

/// What the public interface promises, in bytes after gzip, which every host
/// and proxy knows.
pub const BUDGET: usize = 2_048;

/// The script of a built site.
#[derive(Debug)]
pub struct EmbedScript {
    raw: usize,
    /// After gzip.
    compressed: usize,
}

impl EmbedScript {
    /// Weighs the script of a built site.
    ///
    /// # Errors
    /// Where it is not there.
    pub fn of(dist: &Path) -> Result<Self> {
        let bytes = fs::read(dist.join(FILE))?;
        Ok(Self {
            raw: bytes.len(),
            compressed: precompress::gzip(&bytes)?.len(),
        })
    }

    /// Checks the budget.
    ///
    /// # Errors
    /// Where the script is above it.
    pub fn within_budget(&self) -> Result<()> {
        ensure!(
            self.compressed <= BUDGET,
            "{FILE} takes {} bytes after gzip, {} above the {} that others were promised: \
             make it smaller",
            grouped(self.compressed),
            grouped(self.compressed - BUDGET),
            grouped(BUDGET)
        );
        Ok(())
    }
}

impl fmt::Display for EmbedScript {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (raw, compressed) = (grouped(self.raw), grouped(self.compressed));
        let budget = grouped(BUDGET);
        writeln!(
            out,
            "{FILE}, in bytes: {raw} raw, {compressed} after gzip, budget {budget}"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;

    #[test]
    fn the_script_is_weighed_as_it_is_sent() {
        let site = Folder::new();
        assert!(EmbedScript::of(site.path()).is_err());
        site.write(FILE, &"(function () {})();\n".repeat(1000));
        let script = EmbedScript::of(site.path()).expect("it is there");
        assert_eq!(script.raw, 20_000);
        assert!(script.compressed < 200, "{script}");
        assert!(script.within_budget().is_ok());
    }

    #[test]
    fn a_script_above_the_promise_is_a_problem() {
        let of = |compressed| EmbedScript {
            raw: compressed,
            compressed,
        };
        assert!(of(BUDGET).within_budget().is_ok());
        let said = of(BUDGET + 1).within_budget().expect_err("too much");
        assert!(said.to_string().contains(" 1 above"), "{said}");
    }
}
