//! The data set that this build was made with.

use crate::data::{Agenda, Background, DecodeError, Details, FurtherWords, GlossaryNote, History};

/// What the build script made of the published JSON with the same types, so
/// that the app needs no JSON to start.
const AGENDA: &str = include_str!(concat!(env!("OUT_DIR"), "/agenda.bin"));

const DETAILS: &str = include_str!(concat!(env!("OUT_DIR"), "/details.bin"));

const BACKGROUND: &str = include_str!(concat!(env!("OUT_DIR"), "/background.bin"));

const HISTORY: &str = include_str!(concat!(env!("OUT_DIR"), "/history.bin"));

const FURTHER_WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/further_words.bin"));

/// The version of the data: the first twelve digits of the SHA-256 of the published
/// file.
#[inline(never)]
pub fn version() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/version.txt"))
}

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

/// What fewer readers open; nothing if the text does not fit the types, which only a
/// broken build brings about. As for the details, the text is where this is.
#[inline(never)]
pub fn background() -> Background {
    Background::decode(BACKGROUND).unwrap_or_default()
}

/// How the texts came about; nothing if the text does not fit the types, as above.
#[inline(never)]
pub fn history() -> History {
    History::decode(HISTORY).unwrap_or_default()
}

/// The entries of the glossary and the translations that only few searches need; none if the text does not
/// fit the types, which only a broken build brings about.
#[inline(never)]
pub fn further_words() -> FurtherWords {
    FurtherWords::decode(FURTHER_WORDS).unwrap_or_default()
}

/// What the entries of the embedded glossary say, which lies with the details.
#[inline(never)]
pub fn glossary_notes() -> Vec<GlossaryNote> {
    details().unwrap_or_default().glossary_notes
}
