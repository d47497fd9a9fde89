//! The data set that this build was made with.

use crate::data::{Agenda, DecodeError, Details};

/// What the build script made of the published JSON with the same types, so
/// that the app needs no JSON to start.
const AGENDA: &str = include_str!(concat!(env!("OUT_DIR"), "/agenda.bin"));

const DETAILS: &str = include_str!(concat!(env!("OUT_DIR"), "/details.bin"));

/// What is needed to list, search and filter.
///
/// # Errors
/// If the text does not fit the types, which only a broken build brings about.
pub fn agenda() -> Result<Agenda, DecodeError> {
    Agenda::decode(AGENDA)
}

/// What few readers open. Not inlined into what calls it: the text is in the
/// deferred part of the wasm as long as only deferred functions use it.
///
/// # Errors
/// If the text does not fit the types, which only a broken build brings about.
#[inline(never)]
pub fn details() -> Result<Details, DecodeError> {
    Details::decode(DETAILS)
}
