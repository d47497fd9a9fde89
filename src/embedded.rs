//! The data set that this build was made with.

use crate::data::{Agenda, DecodeError};

/// What the build script made of the published JSON with the same types, so
/// that the app needs no JSON to start.
const LEAN: &str = include_str!(concat!(env!("OUT_DIR"), "/agenda.bin"));

/// All of it.
const WHOLE: &str = include_str!(concat!(env!("OUT_DIR"), "/whole.bin"));

/// The data set. Not part of what calls it: the text is in the late part of the
/// wasm as long as only late functions do.
///
/// # Errors
/// If the text does not fit the types, which only a broken build brings about.
#[inline(never)]
pub fn agenda() -> Result<Agenda, DecodeError> {
    Agenda::decode(WHOLE)
}

/// The data set as far as the start of the app needs it ([`Agenda::lean`]).
///
/// # Errors
/// If the text does not fit the types, which only a broken build brings about.
pub fn lean() -> Result<Agenda, DecodeError> {
    Agenda::decode(LEAN)
}
