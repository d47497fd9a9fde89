//! The data set that this build was made with.

use crate::agenda::{Agenda, Unpackable};

/// What the build script made of the published JSON with the same types, so
/// that the app needs no JSON to start.
const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/agenda.packed"));

/// The data set.
///
/// # Errors
/// If the text does not fit the types, which only a broken build brings about.
pub fn agenda() -> Result<Agenda, Unpackable> {
    Agenda::unpack(PACKED)
}
