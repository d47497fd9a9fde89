//! What the link to a list says besides its numbers: a title and notes.
//!
//! The app itself treats these pairs as foreign ones, which stay in the address bar
//! and out of the links that it makes; only who is about to keep the list reads them.

use percent_encoding::utf8_percent_encode;

use super::keys::JOINER;
use super::write::{PLAIN, join};

/// The key of the title.
pub const TITLE: &str = "title";

/// The key of a note: a number, the mark between values, and the note; without a
/// number it is the note of the list.
pub const NOTE: &str = "note";

/// How long a link with a title and notes may be, in characters: longer ones do not
/// pass through all servers and programs.
pub const MOST_CHARACTERS: usize = 8_000;

/// The title and the notes of a list in a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Empty for none.
    pub title: String,
    /// The note of the list; empty for none.
    pub note: String,
    /// The notes of recommendations, in the order of the list; none is empty.
    pub notes: Vec<(u16, String)>,
}

impl Carried {
    /// Whether a pair of an address belongs to it.
    pub fn has(piece: &str) -> bool {
        pair(piece).is_some()
    }

    /// Reads it from the foreign pairs of an address that carries a list. What is
    /// repeated, belongs to no number of the list, or goes beyond the length of a
    /// link is left out.
    pub fn read(pieces: &[String], list: &[u16]) -> Carried {
        let mut carried = Carried::default();
        let mut room = MOST_CHARACTERS;
        let mut notes: Vec<(u16, String)> = Vec::new();
        for (is_title, value) in pieces.iter().filter_map(|piece| pair(piece)) {
            let length = value.chars().count();
            if length > room {
                continue;
            }
            room -= length;
            if is_title {
                if carried.title.is_empty() {
                    carried.title = value;
                }
            } else if let Some((number, note)) = value.split_once(JOINER) {
                let number: Option<u16> = number.parse().ok();
                match number.filter(|number| list.contains(number)) {
                    Some(number) if notes.iter().all(|(other, _)| *other != number) => {
                        notes.push((number, note.to_owned()));
                    }
                    None if value.starts_with(JOINER) && carried.note.is_empty() => {
                        carried.note = note.to_owned();
                    }
                    _ => {}
                }
            }
        }
        for number in list {
            let place = notes.iter().position(|(other, _)| other == number);
            let note = place.map(|place| notes.swap_remove(place));
            carried
                .notes
                .extend(note.filter(|(_, note)| !note.is_empty()));
        }
        carried
    }

    /// Adds it to the query string of a list.
    pub fn add_to(&self, mut query: String) -> String {
        let mut add = |key: &str, number: &str, text: &str| {
            if !text.is_empty() {
                join(
                    &mut query,
                    &format!("{key}={number}{}", utf8_percent_encode(text, PLAIN)),
                );
            }
        };
        add(TITLE, "", &self.title);
        add(NOTE, &JOINER.to_string(), &self.note);
        for (number, note) in &self.notes {
            add(NOTE, &format!("{number}{JOINER}"), note);
        }
        query
    }

    /// The note of a recommendation; empty for none.
    pub fn note_of(&self, number: u16) -> &str {
        let mut notes = self.notes.iter();
        let note = notes.find(|(other, _)| *other == number);
        note.map_or("", |(_, note)| note)
    }
}

/// Whether a pair is the title, and its value.
fn pair(piece: &str) -> Option<(bool, String)> {
    let (key, value) = form_urlencoded::parse(piece.as_bytes()).next()?;
    let is_title = key.eq_ignore_ascii_case(TITLE);
    (is_title || key.eq_ignore_ascii_case(NOTE)).then(|| (is_title, value.into_owned()))
}
