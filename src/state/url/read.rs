//! From the query string of an address to a view state. Reading is total: any
//! text gives a state, and what was not understood is reported.

use super::keys::{self, JOINER};
use crate::data::Agenda;
use crate::joined::joined;
use crate::language;
use crate::state::{EmbedPart, Named, PositionSet, SearchText, ViewState};

/// What parts values when reading: our own mark, and what other writers and
/// encoders make of it.
const SEPARATORS: [char; 5] = [JOINER, ',', '~', '+', ' '];

/// What a sentence around a pasted link leaves at its end.
const TRAILING: [char; 15] = [
    '.', ';', ':', '!', '?', ')', ']', '}', '>', '"', '\'', '’', '”', '…', '*',
];

/// How many warnings are given at most: an address can have any number of faults.
pub const MOST_WARNINGS: usize = 100;

/// An address, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedUrl {
    pub view_state: ViewState,
    /// What belongs to others (`utm_source=…`), as it stood; it stays in the
    /// address bar and out of the links that we make.
    pub unknown_params: Vec<String>,
    /// What the reader should be told of.
    pub warnings: Vec<UrlWarning>,
}

/// Something in an address that is not shown as asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrlWarning {
    pub key: String,
    /// The part of the value that this is about.
    pub value: String,
    pub reason: WarningReason,
}

/// WarningReason something is not shown as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningReason {
    /// There is no such value.
    Unknown,
    /// It was said before, or there is room for one only.
    Repeated,
    /// The text was cut.
    TooLong,
    /// It is understood and kept, but this version does not have it.
    NotYet,
}

/// Reads the query string of an address, without its `?`.
pub fn read(query: &str, agenda: &Agenda, compose: fn(&str) -> String) -> ParsedUrl {
    read_with_kind(query, agenda, compose).0
}

/// Reads it, and tells whether it says what to show and not only how.
pub(super) fn read_with_kind(
    query: &str,
    agenda: &Agenda,
    compose: fn(&str) -> String,
) -> (ParsedUrl, bool) {
    let mut reader = Reader {
        agenda,
        compose,
        searches: Vec::new(),
        taken: Vec::new(),
        has_content: false,
        parsed: ParsedUrl {
            view_state: ViewState::new(agenda),
            ..ParsedUrl::default()
        },
    };
    for piece in query.split('&').filter(|piece| !piece.is_empty()) {
        let pair = form_urlencoded::parse(piece.as_bytes()).next();
        let known = pair.is_some_and(|(key, value)| reader.take(&key, &value));
        if !known {
            reader.parsed.unknown_params.push(piece.to_owned());
        }
    }
    let has_content = reader.has_content;
    (reader.finish(), has_content)
}

struct Reader<'a> {
    agenda: &'a Agenda,
    compose: fn(&str) -> String,
    searches: Vec<String>,
    /// The keys with room for one value that have theirs.
    taken: Vec<&'static str>,
    has_content: bool,
    parsed: ParsedUrl,
}

impl Reader<'_> {
    /// Takes a pair of the address; tells whether its key is one of ours.
    fn take(&mut self, key: &str, value: &str) -> bool {
        let key = key.to_ascii_lowercase();
        let key = key.as_str();
        if let Some(facet) = self.agenda.facet(key) {
            self.has_content = true;
            self.facet(key, facet, value);
            return true;
        }
        self.has_content |= keys::CONTENT.contains(&key);
        match key {
            keys::SEARCH => self.searches.push(value.to_owned()),
            keys::MATCH => self.named(keys::MATCH, value, |view_state, matching| {
                view_state.matching = matching;
            }),
            keys::OPEN => {
                let agenda = self.agenda;
                let number = self.single(keys::OPEN, value, &|part| number(agenda, part));
                if let Some(number) = number {
                    self.parsed.view_state.open = Some(number);
                }
            }
            keys::LIST => self.list(value),
            keys::PAGE => self.named(keys::PAGE, value, |view_state, page| view_state.page = page),
            keys::SORT => {
                self.named(keys::SORT, value, |view_state, sort| {
                    view_state.sort = Some(sort)
                });
            }
            keys::LANG => self.lang(value),
            keys::SCHEME => self.named(keys::SCHEME, value, |view_state, scheme| {
                view_state.scheme = Some(scheme);
            }),
            keys::EMBED => self.flag(keys::EMBED, value, |view_state| view_state.embed = true),
            keys::HIDE => {
                let part = |id: &str| EmbedPart::ALL.iter().position(|(name, _)| *name == id);
                self.positions(key, value, &part, &|view_state| Some(&mut view_state.hide));
            }
            keys::LOCK => {
                let agenda = self.agenda;
                let facet = |id: &str| agenda.facet(id);
                self.positions(key, value, &facet, &|view_state| Some(&mut view_state.lock));
            }
            keys::EVENTS => self.flag(keys::EVENTS, value, |view_state| view_state.events = true),
            _ => return false,
        }
        true
    }

    fn finish(mut self) -> ParsedUrl {
        let whole = joined(&self.searches, " ");
        let (search, cut) = SearchText::clipped(&whole, self.compose);
        if cut {
            self.warn(keys::SEARCH, &whole, WarningReason::TooLong);
        }
        self.parsed.view_state.search = search;
        self.parsed.view_state = self.parsed.view_state.normalised();
        self.parsed
    }

    fn warn(&mut self, key: &str, value: &str, reason: WarningReason) {
        let warning = UrlWarning {
            key: key.to_owned(),
            value: value.to_owned(),
            reason,
        };
        let warnings = &mut self.parsed.warnings;
        let has_room = warnings.len() < MOST_WARNINGS;
        if has_room && !value.is_empty() && !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }

    fn facet(&mut self, key: &str, facet: usize, value: &str) {
        let known = self.agenda.facets.get(facet);
        let position = |id: &str| known.and_then(|facet| facet.value(id));
        self.positions(key, value, &position, &|view_state| {
            view_state.chosen.get_mut(facet)
        });
    }

    /// Reads joined ids into a set of positions.
    fn positions(
        &mut self,
        key: &str,
        value: &str,
        position: &dyn Fn(&str) -> Option<usize>,
        set: &dyn Fn(&mut ViewState) -> Option<&mut PositionSet>,
    ) {
        for part in parts(value) {
            let Some(position) = position(&part.to_ascii_lowercase()) else {
                self.warn(key, part, WarningReason::Unknown);
                continue;
            };
            let set = set(&mut self.parsed.view_state);
            if !set.is_some_and(|set| set.insert(position)) {
                self.warn(key, part, WarningReason::Repeated);
            }
        }
    }

    /// Reads the first part that has a meaning, for keys with room for one.
    fn single(
        &mut self,
        key: &'static str,
        value: &str,
        meaning: &dyn Fn(&str) -> Option<u16>,
    ) -> Option<u16> {
        let mut first = None;
        for part in parts(value) {
            match meaning(&part.to_ascii_lowercase()) {
                None => self.warn(key, part, WarningReason::Unknown),
                Some(_) if self.taken.contains(&key) => {
                    self.warn(key, part, WarningReason::Repeated)
                }
                meant => {
                    self.taken.push(key);
                    first = meant;
                }
            }
        }
        first
    }

    fn list(&mut self, value: &str) {
        for part in parts(value) {
            match number(self.agenda, part) {
                None => self.warn(keys::LIST, part, WarningReason::Unknown),
                Some(number) if self.parsed.view_state.list.contains(&number) => {
                    self.warn(keys::LIST, part, WarningReason::Repeated);
                }
                Some(number) => self.parsed.view_state.list.push(number),
            }
        }
    }

    fn named<T: Named>(&mut self, key: &'static str, value: &str, set: fn(&mut ViewState, T)) {
        let place = |part: &str| {
            let place = T::ALL.iter().position(|(name, _)| *name == part)?;
            u16::try_from(place).ok()
        };
        let place = self.single(key, value, &place);
        if let Some((_, named)) = place.and_then(|place| T::ALL.get(usize::from(place))) {
            set(&mut self.parsed.view_state, *named);
        }
    }

    fn flag(&mut self, key: &'static str, value: &str, set: fn(&mut ViewState)) {
        let meaning = |part: &str| match part {
            "0" => Some(0),
            "1" => Some(1),
            _ => None,
        };
        if self.single(key, value, &meaning) == Some(1) {
            set(&mut self.parsed.view_state);
        }
    }

    fn lang(&mut self, value: &str) {
        let shaped = |tag: &str| is_language_tag(tag).then_some(0);
        if self.single(keys::LANG, value, &shaped).is_none() {
            return;
        }
        let mut tags = parts(value).map(str::to_ascii_lowercase);
        let Some(tag) = tags.find(|tag| is_language_tag(tag)) else {
            return;
        };
        if !language::is_available(&tag) {
            self.warn(keys::LANG, &tag, WarningReason::NotYet);
        }
        self.parsed.view_state.lang = Some(tag);
    }
}

/// The number of a recommendation that the agenda has.
pub(super) fn number(agenda: &Agenda, part: &str) -> Option<u16> {
    let digits = part.bytes().all(|byte| byte.is_ascii_digit());
    let number = part.parse().ok().filter(|_| digits)?;
    agenda.position(number).map(|_| number)
}

/// The parts of a value, empty ones left out.
fn parts(value: &str) -> impl Iterator<Item = &str> {
    value
        .split(SEPARATORS)
        .map(|part| part.trim().trim_end_matches(TRAILING))
        .filter(|part| !part.is_empty())
}

/// Whether a text has the shape of a BCP 47 tag: a language of two or three
/// letters and further subtags.
fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    let letters = language.bytes().all(|byte| byte.is_ascii_lowercase());
    let shaped = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    letters && (2..=3).contains(&language.len()) && tag.len() <= 35 && subtags.all(shaped)
}
