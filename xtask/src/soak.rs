//! `cargo xtask test soak`: the long walk of the browser tests, as long as asked
//! for, in each engine that is there or in one.

use anyhow::{Result, anyhow};
use lexopt::{
    Arg::{Long, Short},
    Parser,
};
use xshell::cmd;

use crate::{
    arguments::{misuse, number, text, unexpected},
    browsers, build,
    shell::{cargo, shell},
};

/// The engines, as the browser tests name them.
const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// The options of `test soak`.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// How many actions the walk has.
    pub actions: u64,
    /// What it is drawn from; the seed of every run of the tests where none is
    /// named.
    pub seed: Option<u64>,
    /// The engine to walk in; each that is there where none is named.
    pub engine: Option<&'static str>,
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
            engine: None,
        };
        while let Some(argument) = parser.next().map_err(misuse)? {
            match argument {
                Long("actions") => options.actions = number(parser)?,
                Long("seed") => options.seed = Some(number(parser)?),
                Long("engine") => options.engine = Some(engine(&text(parser)?)?),
                Long("help") | Short('h') => return Ok(None),
                other => return Err(unexpected(other)),
            }
        }
        Ok(Some(options))
    }
}

fn engine(given: &str) -> Result<&'static str> {
    let known = ENGINES.into_iter().find(|engine| *engine == given);
    known.ok_or_else(|| {
        anyhow!(
            "There is no engine `{given}`; there are {}.",
            ENGINES.join(", ")
        )
    })
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
    if let Some(engine) = options.engine {
        walk = walk.env("EXPLORER_ENGINE", engine);
    }
    Ok(walk.quiet().run()?)
}
