//! The data set that this build was made with.

use crate::agenda::Agenda;

/// What the build script made of the published JSON: the same types, in the
/// `postcard` format, so that the app needs no JSON to start.
const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/agenda.postcard"));

/// The data set.
///
/// # Errors
/// If the bytes do not fit the types, which only a broken build brings about.
pub fn agenda() -> Result<Agenda, postcard::Error> {
    postcard::from_bytes(BYTES)
}
