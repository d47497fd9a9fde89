//! `cargo xtask test soak`: the long walk of the browser tests, as long as asked
//! for, in each engine that is there.

use anyhow::Result;
use lexopt::{
    Arg::{Long, Short},
    Parser,
};
use xshell::cmd;

use crate::{
    arguments::{misuse, number, unexpected},
    browsers, build,
    shell::{cargo, shell},
};

/// The options of `test soak`.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// How many actions the walk has.
    pub actions: u64,
    /// What it is drawn from; the seed of every run of the tests where none is
    /// named.
    pub seed: Option<u64>,
}

impl Options {
    /// Reads them; `None` where help is asked for.
    ///
    /// # Errors
    /// Where one is not understood.
    pub fn parse(parser: &mut Parser) -> Result<Option<Self>> {
        let mut options = Self {
            actions: 5_000,
            seed: None,
        };
        while let Some(argument) = parser.next().map_err(misuse)? {
            match argument {
                Long("actions") => options.actions = number(parser)?,
                Long("seed") => options.seed = Some(number(parser)?),
                Long("help") | Short('h') => return Ok(None),
                other => return Err(unexpected(other)),
            }
        }
        Ok(Some(options))
    }
}

/// Builds the site and walks on it.
///
/// # Errors
/// Where the site cannot be built, or the page and the model differ.
pub fn run(options: &Options) -> Result<()> {
    build::publish(&build::Options::default())?;
    browsers::install()?;
    let (shell, cargo) = (shell()?, cargo());
    let mut walk = cmd!(
        shell,
        "{cargo} test --locked --package browser-tests --test explorer -- soak --nocapture"
    )
    .env("EXPLORER_DIST", build::dist())
    .env("EXPLORER_ACTIONS", options.actions.to_string());
    if let Some(seed) = options.seed {
        walk = walk.env("EXPLORER_SEED", seed.to_string());
    }
    Ok(walk.quiet().run()?)
}
