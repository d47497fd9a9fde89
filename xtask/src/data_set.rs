//! The data set of a build, read before anything is compiled: what is wrong with
//! it is known within a second, all of it at once.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Result, anyhow, ensure};
use fs_err as fs;
use lexopt::Parser;
use site::data::{self, Agenda};

use crate::{
    arguments::{misuse, unexpected},
    root::root,
};

/// Tells `build.rs` and Trunk's hooks of another data set than the project's own.
pub const VARIABLE: &str = "AGENDA_DATA";

/// The options of `check`: a file, or the project's own.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub file: Option<PathBuf>,
}

impl Options {
    /// Reads them; `None` where help is asked for.
    ///
    /// # Errors
    /// Where one is not understood.
    pub fn parse(parser: &mut Parser) -> Result<Option<Self>> {
        let mut options = Self::default();
        while let Some(argument) = parser.next().map_err(misuse)? {
            match argument {
                lexopt::Arg::Value(file) if options.file.is_none() => {
                    options.file = Some(file.into());
                }
                lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => return Ok(None),
                other => return Err(unexpected(other)),
            }
        }
        Ok(Some(options))
    }
}

/// Reads a file, or the project's own data set.
///
/// # Errors
/// Everything that is wrong with it, a line for each fault.
pub fn read(file: Option<&Path>) -> Result<Agenda> {
    let own = root().join("public/data/agenda.json");
    let path = file.unwrap_or(&own);
    ensure!(path.is_file(), "{} is not a file.", path.display());
    let text = fs::read_to_string(path)?;
    let read = data::read(&text).map(|(agenda, _)| agenda);
    read.map_err(|error| {
        let count = error.faults.len();
        anyhow!(
            "{} has to be corrected in {count} places before it can be used:\n{error}",
            path.display()
        )
    })
}

/// Reads the data set of the build that calls a hook.
///
/// # Errors
/// As [`read`].
pub fn of_hook() -> Result<Agenda> {
    let named = env::var_os(VARIABLE).filter(|path| !path.is_empty());
    read(named.map(PathBuf::from).as_deref())
}

/// Checks a data set and says what is in it.
///
/// # Errors
/// As [`read`].
pub fn check(options: &Options) -> Result<()> {
    let agenda = read(options.file.as_deref())?;
    let tags = agenda.facets.iter().flat_map(|facet| &facet.values);
    let tags: usize = tags.map(|value| value.tags.len()).sum();
    println!(
        "“{}” can be used: {} {}, {} facets, {tags} tags.",
        agenda.title,
        agenda.len(),
        agenda.noun.many,
        agenda.facets.len()
    );
    Ok(())
}
