//! What the options of the commands have in common.

use anyhow::{Error, Result, anyhow};
use lexopt::{Arg, Parser, ValueExt};

/// The value of an option, as text.
///
/// # Errors
/// Where it is missing or no text.
pub fn text(parser: &mut Parser) -> Result<String> {
    let value = parser.value().map_err(misuse)?;
    value.string().map_err(misuse)
}

/// The value of an option, as a whole number.
///
/// # Errors
/// Where it is missing or no such number.
pub fn number(parser: &mut Parser) -> Result<u64> {
    let given = text(parser)?;
    given
        .parse()
        .map_err(|_| anyhow!("`{given}` is not a whole number."))
}

/// An argument that a command does not know, in a sentence that names it.
pub fn unexpected(argument: Arg) -> Error {
    misuse(argument.unexpected())
}

/// lexopt's own words ("invalid option '--x'") as a sentence.
pub fn misuse(error: lexopt::Error) -> Error {
    anyhow!("The command line is not understood: {error}.")
}

/// The one of `all` that has a name.
///
/// # Errors
/// Where none has it; says which there are.
pub fn named<T: Copy>(all: &[T], name_of: fn(T) -> &'static str, given: &str) -> Result<T> {
    let mut found = all.iter().copied();
    found.find(|one| name_of(*one) == given).ok_or_else(|| {
        let known: Vec<_> = all.iter().map(|one| name_of(*one)).collect();
        anyhow!(
            "There is no part `{given}`; the parts are {}.",
            known.join(", ")
        )
    })
}
