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
    Adoption, Agenda, Background, Block, BlockKind, Colour, Correction, Date, Details, Event,
    Facet, FacetRole, FactSource, FurtherWords, GlossaryEntry, GlossaryNote, History, Imprint,
    Note, Noun, Paragraph, ParagraphLink, Project, Quote, Recommendation, RelatedDocument,
    Relative, Site, Source, Statement, StatusEntry, StatusList, StatusValue, Tag, TranslatedStems,
    Translation, Value,
};

/// What stands behind each text, and in none.
const END: char = '\0';

/// The data set has something that has no encoded form, or the encoded form is
/// not one that this version wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeError;

impl fmt::Display for DecodeError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("The data set does not fit the form in which it is embedded.")
    }
}

impl Error for DecodeError {}

impl Agenda {
    /// The agenda as it is embedded.
    ///
    /// # Errors
    /// Where a text has the character that ends texts, or a number is none of a
    /// character.
    pub fn encode(&self) -> Result<String, DecodeError> {
        encode(self)
    }

    /// Reads what [`Agenda::encode`] wrote.
    ///
    /// # Errors
    /// Where it ends too early or too late.
    pub fn decode(encoded: &str) -> Result<Agenda, DecodeError> {
        decode(encoded)
    }
}

impl Details {
    /// The details as they are embedded.
    ///
    /// # Errors
    /// As [`Agenda::encode`].
    pub fn encode(&self) -> Result<String, DecodeError> {
        encode(self)
    }

    /// Reads what [`Details::encode`] wrote.
    ///
    /// # Errors
    /// As [`Agenda::decode`].
    pub fn decode(encoded: &str) -> Result<Details, DecodeError> {
        decode(encoded)
    }
}

impl Background {
    /// The background as it is embedded.
    ///
    /// # Errors
    /// As [`Agenda::encode`].
    pub fn encode(&self) -> Result<String, DecodeError> {
        encode(self)
    }

    /// Reads what [`Background::encode`] wrote.
    ///
    /// # Errors
    /// As [`Agenda::decode`].
    pub fn decode(encoded: &str) -> Result<Background, DecodeError> {
        decode(encoded)
    }
}

impl History {
    /// The history as it is embedded.
    ///
    /// # Errors
    /// As [`Agenda::encode`].
    pub fn encode(&self) -> Result<String, DecodeError> {
        encode(self)
    }

    /// Reads what [`History::encode`] wrote.
    ///
    /// # Errors
    /// As [`Agenda::decode`].
    pub fn decode(encoded: &str) -> Result<History, DecodeError> {
        decode(encoded)
    }
}

impl FurtherWords {
    /// The words as they are embedded.
    ///
    /// # Errors
    /// As [`Agenda::encode`].
    pub fn encode(&self) -> Result<String, DecodeError> {
        encode(self)
    }

    /// Reads what [`FurtherWords::encode`] wrote.
    ///
    /// # Errors
    /// As [`Agenda::decode`].
    pub fn decode(encoded: &str) -> Result<FurtherWords, DecodeError> {
        decode(encoded)
    }
}

fn encode(it: &impl Binary) -> Result<String, DecodeError> {
    let mut to = Encoder {
        texts: String::new(),
        numbers: Vec::new(),
        whole: true,
    };
    it.write(&mut to);
    if !to.whole {
        return Err(DecodeError);
    }
    let mut encoded = to.texts;
    encoded.extend(to.numbers.into_iter().rev());
    Ok(encoded)
}

fn decode<T: Binary>(encoded: &str) -> Result<T, DecodeError> {
    let mut from = Decoder {
        rest: encoded,
        whole: true,
    };
    let it = T::read_from(&mut from);
    if from.whole && from.rest.is_empty() {
        return Ok(it);
    }
    // Nothing goes on from here, and to drop it would take a kilobyte.
    mem::forget(it);
    Err(DecodeError)
}

/// Encodes with a sticky error flag, checked once at the end.
struct Encoder {
    texts: String,
    numbers: Vec<char>,
    whole: bool,
}

impl Encoder {
    fn number(&mut self, number: usize) {
        match u32::try_from(number).ok().and_then(char::from_u32) {
            Some(character) => self.numbers.push(character),
            None => self.whole = false,
        }
    }
}

/// Decodes with a sticky error flag, checked once at the end: checking every
/// field would be most of the code.
struct Decoder<'text> {
    rest: &'text str,
    whole: bool,
}

impl Decoder<'_> {
    fn number(&mut self) -> usize {
        let mut rest = self.rest.chars();
        let number = rest.next_back();
        self.rest = rest.as_str();
        self.whole &= number.is_some();
        number.map_or(0, |number| number as usize)
    }
}

/// What can be encoded.
trait Binary {
    fn write(&self, to: &mut Encoder);
    fn read_from(from: &mut Decoder<'_>) -> Self;
}

impl Binary for usize {
    fn write(&self, to: &mut Encoder) {
        to.number(*self);
    }

    fn read_from(from: &mut Decoder<'_>) -> Self {
        from.number()
    }
}

impl Binary for u16 {
    fn write(&self, to: &mut Encoder) {
        to.number(usize::from(*self));
    }

    fn read_from(from: &mut Decoder<'_>) -> Self {
        from.number() as u16
    }
}

impl Binary for bool {
    fn write(&self, to: &mut Encoder) {
        to.number(usize::from(*self));
    }

    fn read_from(from: &mut Decoder<'_>) -> Self {
        from.number() == 1
    }
}

impl Binary for String {
    fn write(&self, to: &mut Encoder) {
        to.whole &= !self.contains(END);
        to.texts.push_str(self);
        to.texts.push(END);
    }

    fn read_from(from: &mut Decoder<'_>) -> Self {
        let parts = from.rest.split_once(END);
        from.whole &= parts.is_some();
        let (text, rest) = parts.unwrap_or_default();
        from.rest = rest;
        text.to_owned()
    }
}

impl<T: Binary> Binary for Option<T> {
    fn write(&self, to: &mut Encoder) {
        self.is_some().write(to);
        if let Some(it) = self {
            it.write(to);
        }
    }

    fn read_from(from: &mut Decoder<'_>) -> Self {
        bool::read_from(from).then(|| T::read_from(from))
    }
}

impl<T: Binary> Binary for Vec<T> {
    fn write(&self, to: &mut Encoder) {
        to.number(self.len());
        for it in self {
            it.write(to);
        }
    }

    fn read_from(from: &mut Decoder<'_>) -> Self {
        let length = from.number();
        (0..length).map(|_| T::read_from(from)).collect()
    }
}

impl Binary for BlockKind {
    fn write(&self, to: &mut Encoder) {
        to.number(match self {
            BlockKind::Paragraph => 0,
            BlockKind::Bullet => 1,
            BlockKind::Clause => 2,
        });
    }

    fn read_from(from: &mut Decoder<'_>) -> Self {
        match from.number() {
            0 => BlockKind::Paragraph,
            1 => BlockKind::Bullet,
            _ => BlockKind::Clause,
        }
    }
}

impl Binary for FacetRole {
    fn write(&self, to: &mut Encoder) {
        to.number(match self {
            FacetRole::Section => 0,
            FacetRole::Topic => 1,
            FacetRole::Other => 2,
        });
    }

    fn read_from(from: &mut Decoder<'_>) -> Self {
        match from.number() {
            0 => FacetRole::Section,
            1 => FacetRole::Topic,
            _ => FacetRole::Other,
        }
    }
}

macro_rules! binary {
    ($($type:ident: $($field:ident),+;)+) => {
        $(
            impl Binary for $type {
                fn write(&self, to: &mut Encoder) {
                    $(self.$field.write(to);)+
                }

                fn read_from(from: &mut Decoder<'_>) -> Self {
                    // The fields are read in the order in which they stand here.
                    Self { $($field: Binary::read_from(from)),+ }
                }
            }
        )+
    };
}

binary! {
    Agenda: title, site, noun, source, facets, glossary, translations, homographs, function_words, families,
        recommendations, has_documents;
    Details: imprint, adoption, notes, corrections, glossary_notes, documents, relatives,
        has_background;
    Relative: number, words;
    Quote: block, start, length;
    Imprint: place, adopted;
    Adoption: note, url;
    Note: facet, value, number, text;
    Site: name, short_name, tagline, slug, citation_key, storage_prefix, language, independence;
    Noun: one, many, prefixes;
    Source: title, publisher, publisher_short, year, reference, licence, licence_url, licence_note,
        attribution, url;
    Facet: key, role, label, label_many, any_all, pages, values;
    Colour: light, dark;
    Value: id, label, letter, colour, group, tags;
    Tag: number, evidence;
    GlossaryNote: near, reason;
    GlossaryEntry: words, finds, near, reason;
    Translation: means, words;
    TranslatedStems: means, stems;
    FurtherWords: glossary, translations, function_words, homographs;
    Recommendation: number, section, text;
    Block: kind, id, text;
    Correction: number, before, after, why;
    RelatedDocument: id, title, publisher, date, note, intro, paragraphs;
    Paragraph: number, text, recommendations;
    ParagraphLink: number, reason;
    Background: history, projects, status_lists;
    History: introduction, events;
    Statement: text, sources;
    FactSource: document, url, quote, language, note;
    Date: year, month, day;
    Event: date, until, what, differs;
    Project: id, title, code, code_says, document_says, note, sources, seen;
    StatusList: id, name, caveat, values, entries, others;
    StatusValue: id, label;
    StatusEntry: value, numbers, basis;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> (Agenda, Details, Background) {
        let json = include_str!("../../public/data/agenda.json");
        let read = crate::data::read_all(json);
        let (agenda, mut details, background) = read.expect("the published data can be read");
        // What a build computes.
        let words = Some(Quote {
            block: 0,
            start: 7,
            length: 300,
        });
        details.relatives = vec![vec![Relative { number: 13, words }], Vec::new()];
        (agenda, details, background)
    }

    fn published() -> (Agenda, Details) {
        let (agenda, details, _) = all();
        (agenda, details)
    }

    #[test]
    fn the_background_comes_out_as_it_went_in() {
        let (_, _, background) = all();
        assert!(!background.history.events.is_empty() && !background.projects.is_empty());
        let encoded = background.encode().expect("it can be encoded");
        assert_eq!(Background::decode(&encoded), Ok(background));
    }

    #[test]
    fn what_was_encoded_comes_out_as_it_went_in() {
        let (mut agenda, mut details) = published();
        let encoded = agenda.encode().expect("the published data can be encoded");
        assert_eq!(Agenda::decode(&encoded), Ok(agenda.clone()));
        agenda.recommendations.clear();
        agenda.site.tagline = None;
        agenda.title.clear();
        let encoded = agenda.encode().expect("so can a part of it");
        assert_eq!(Agenda::decode(&encoded), Ok(agenda));

        let encoded = details.encode().expect("so can the details");
        assert_eq!(Details::decode(&encoded), Ok(details.clone()));
        assert!(!details.notes.is_empty());
        details.notes.clear();
        let encoded = details.encode().expect("so can a part of them");
        assert_eq!(Details::decode(&encoded), Ok(details));
    }

    #[test]
    fn what_has_no_encoded_form_is_refused() {
        let (mut agenda, _) = published();
        agenda.title.push(END);
        assert_eq!(agenda.encode(), Err(DecodeError));
        let (mut agenda, _) = published();
        agenda.source.year = 0xd800;
        assert_eq!(agenda.encode(), Err(DecodeError));
    }

    #[test]
    fn what_is_no_encoded_form_is_refused() {
        let (agenda, details) = published();
        let encoded = agenda.encode().expect("the published data can be encoded");
        let (half, _) = encoded.split_at(encoded.find(END).expect("there is a text"));
        let longer = format!("{END}{encoded}");
        let other = details.encode().expect("so can the details");
        for wrong in ["", half, &longer, &other] {
            assert_eq!(Agenda::decode(wrong), Err(DecodeError));
        }
        for wrong in ["", half, &encoded] {
            assert_eq!(Details::decode(wrong), Err(DecodeError));
        }
    }
}
