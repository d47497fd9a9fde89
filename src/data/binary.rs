//! The form in which the data is embedded: small, and read by little code.
//!
//! One text. The texts of the data stand at its beginning, each ended by
//! [`END`]; the numbers, each the character with its code, at its end, the
//! first one last: among their own kind both compress better. A list is its
//! length and what is in it. Which field comes when is said once for both
//! directions, at the end of this file.

use std::error::Error;
use std::fmt;
use std::mem;

use super::{
    Agenda, Block, BlockKind, Correction, Document, Facet, GlossaryEntry, Link, Passage,
    Recommendation, Source, Tag, Value,
};

/// What stands behind each text, and in none.
const END: char = '\0';

/// The data set has something that has no packed form, or the packed form is
/// not one that this version wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unpackable;

impl fmt::Display for Unpackable {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("The data set does not fit the form in which it is embedded.")
    }
}

impl Error for Unpackable {}

impl Agenda {
    /// The data set as it is embedded.
    ///
    /// # Errors
    /// Where a text has the character that ends texts, or a number is none of a
    /// character.
    pub fn pack(&self) -> Result<String, Unpackable> {
        let mut to = Writer {
            texts: String::new(),
            numbers: Vec::new(),
            whole: true,
        };
        self.write(&mut to);
        if !to.whole {
            return Err(Unpackable);
        }
        let numbers = to.numbers.into_iter().rev();
        let mut packed = to.texts;
        packed.extend(numbers);
        Ok(packed)
    }

    /// Reads what [`Agenda::pack`] wrote.
    ///
    /// # Errors
    /// Where it ends too early or too late.
    pub fn unpack(packed: &str) -> Result<Agenda, Unpackable> {
        let mut from = Reader {
            rest: packed,
            whole: true,
        };
        let agenda = Agenda::read_from(&mut from);
        if from.whole && from.rest.is_empty() {
            return Ok(agenda);
        }
        // Nothing goes on from here, and to drop it would take a kilobyte.
        mem::forget(agenda);
        Err(Unpackable)
    }
}

/// Writes, and remembers whether everything could be written.
struct Writer {
    texts: String,
    numbers: Vec<char>,
    whole: bool,
}

impl Writer {
    fn number(&mut self, number: usize) {
        match u32::try_from(number).ok().and_then(char::from_u32) {
            Some(character) => self.numbers.push(character),
            None => self.whole = false,
        }
    }
}

/// Reads, and remembers whether everything was there. What is not there is
/// nothing: to look at each piece whether it came would be most of the code.
struct Reader<'text> {
    rest: &'text str,
    whole: bool,
}

impl Reader<'_> {
    fn number(&mut self) -> usize {
        let mut rest = self.rest.chars();
        let number = rest.next_back();
        self.rest = rest.as_str();
        self.whole &= number.is_some();
        number.map_or(0, |number| number as usize)
    }
}

/// What can be packed.
trait Packed {
    fn write(&self, to: &mut Writer);
    fn read_from(from: &mut Reader<'_>) -> Self;
}

impl Packed for usize {
    fn write(&self, to: &mut Writer) {
        to.number(*self);
    }

    fn read_from(from: &mut Reader<'_>) -> Self {
        from.number()
    }
}

impl Packed for u16 {
    fn write(&self, to: &mut Writer) {
        to.number(usize::from(*self));
    }

    fn read_from(from: &mut Reader<'_>) -> Self {
        from.number() as u16
    }
}

impl Packed for bool {
    fn write(&self, to: &mut Writer) {
        to.number(usize::from(*self));
    }

    fn read_from(from: &mut Reader<'_>) -> Self {
        from.number() == 1
    }
}

impl Packed for String {
    fn write(&self, to: &mut Writer) {
        to.whole &= !self.contains(END);
        to.texts.push_str(self);
        to.texts.push(END);
    }

    fn read_from(from: &mut Reader<'_>) -> Self {
        let parts = from.rest.split_once(END);
        from.whole &= parts.is_some();
        let (text, rest) = parts.unwrap_or_default();
        from.rest = rest;
        text.to_owned()
    }
}

impl<T: Packed> Packed for Option<T> {
    fn write(&self, to: &mut Writer) {
        self.is_some().write(to);
        if let Some(it) = self {
            it.write(to);
        }
    }

    fn read_from(from: &mut Reader<'_>) -> Self {
        bool::read_from(from).then(|| T::read_from(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.number(self.len());
        for it in self {
            it.write(to);
        }
    }

    fn read_from(from: &mut Reader<'_>) -> Self {
        let length = from.number();
        (0..length).map(|_| T::read_from(from)).collect()
    }
}

impl Packed for BlockKind {
    fn write(&self, to: &mut Writer) {
        to.number(match self {
            BlockKind::Paragraph => 0,
            BlockKind::Bullet => 1,
            BlockKind::Clause => 2,
        });
    }

    fn read_from(from: &mut Reader<'_>) -> Self {
        match from.number() {
            0 => BlockKind::Paragraph,
            1 => BlockKind::Bullet,
            _ => BlockKind::Clause,
        }
    }
}

macro_rules! packed {
    ($($type:ident: $($field:ident),+;)+) => {
        $(
            impl Packed for $type {
                fn write(&self, to: &mut Writer) {
                    $(self.$field.write(to);)+
                }

                fn read_from(from: &mut Reader<'_>) -> Self {
                    // The fields are read in the order in which they stand here.
                    Self { $($field: Packed::read_from(from)),+ }
                }
            }
        )+
    };
}

packed! {
    Agenda: title, source, facets, glossary, families, recommendations, corrections, documents;
    Source: title, publisher, year, reference, licence, licence_url, licence_note, attribution,
        adopted_note, adopted_url, url;
    Facet: key, label, note, switchable, values;
    Value: id, label, group, note, tags;
    Tag: number, evidence, note;
    GlossaryEntry: words, finds, reason;
    Recommendation: number, cluster, text;
    Block: kind, id, text;
    Correction: number, before, after, why;
    Document: id, title, publisher, date, note, intro, paragraphs;
    Passage: number, text, recommendations;
    Link: number, reason;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published() -> Agenda {
        let json = include_str!("../../public/data/agenda.json");
        Agenda::read(json).expect("the published data can be read")
    }

    #[test]
    fn what_was_packed_comes_out_as_it_went_in() {
        let mut agenda = published();
        let packed = agenda.pack().expect("the published data can be packed");
        assert_eq!(Agenda::unpack(&packed), Ok(agenda.clone()));
        agenda.recommendations.clear();
        agenda.source.adopted_url = None;
        agenda.title.clear();
        let packed = agenda.pack().expect("so can a part of it");
        assert_eq!(Agenda::unpack(&packed), Ok(agenda));
    }

    #[test]
    fn what_has_no_packed_form_is_refused() {
        let mut agenda = published();
        agenda.title.push(END);
        assert_eq!(agenda.pack(), Err(Unpackable));
        let mut agenda = published();
        agenda.source.year = 0xd800;
        assert_eq!(agenda.pack(), Err(Unpackable));
    }

    #[test]
    fn what_is_no_packed_form_is_refused() {
        let packed = published()
            .pack()
            .expect("the published data can be packed");
        let (half, _) = packed.split_at(packed.find(END).expect("there is a text"));
        let longer = format!("{END}{packed}");
        for wrong in ["", half, &longer] {
            assert_eq!(Agenda::unpack(wrong), Err(Unpackable));
        }
    }
}
