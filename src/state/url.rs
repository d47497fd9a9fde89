//! Question and address: reading and writing the query string, side by side.
//!
//! Reading is total: any text gives a question, and what was not understood is
//! told. Writing is canonical: equal questions give equal texts.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::agenda::Agenda;
use crate::frame::Part;
use crate::pages::OwnPage;
use crate::query::{Matching, Named, Page, Question, SearchText, Values};

/// The keys of an address that are not facets.
mod key {
    pub const SEARCH: &str = "q";
    pub const MATCH: &str = "match";
    pub const OPEN: &str = "rec";
    pub const LIST: &str = "list";
    pub const PAGE: &str = "view";
    pub const SORT: &str = "sort";
    pub const LANG: &str = "lang";
    pub const SCHEME: &str = "scheme";
    pub const EMBED: &str = "embed";
    pub const HIDE: &str = "hide";
    pub const LOCK: &str = "lock";
    pub const EVENTS: &str = "events";
}

/// The keys that, beside the facets, say what is shown; the others say how.
const CONTENT: [&str; 6] = [
    key::SEARCH,
    key::MATCH,
    key::OPEN,
    key::LIST,
    key::PAGE,
    key::SORT,
];

/// How the question that asks for nothing is told from that of a page.
const EVERYTHING: &str = "view=list";

/// Joins the values of a key. It survives every encoder and messenger as it is.
const JOINER: char = '_';

/// What parts values when reading: our own mark, and what other writers and
/// encoders make of it.
const SEPARATORS: [char; 5] = [JOINER, ',', '~', '+', ' '];

/// What a sentence around a pasted link leaves at its end.
const TRAILING: [char; 15] = [
    '.', ';', ':', '!', '?', ')', ']', '}', '>', '"', '\'', '’', '”', '…', '*',
];

/// Pages that are understood and kept, and shown as the list for now.
const NOT_YET: [&str; 2] = ["matrix", "compare"];

/// What stands as it is in a written search text. Everything else is escaped,
/// also the marks at the end of which programs that find links in a text cut.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-');

/// An address, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub question: Question,
    /// What belongs to others (`utm_source=…`), as it stood; it stays in the
    /// address bar and out of the links that we make.
    pub foreign: Vec<String>,
    /// What the reader should be told of.
    pub remarks: Vec<Remark>,
}

/// Something in an address that is not shown as asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub key: String,
    /// The part of the value that this is about.
    pub value: String,
    pub why: Why,
}

/// Why something is not shown as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
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
pub fn read(query: &str, agenda: &Agenda, compose: fn(&str) -> String) -> Reading {
    read_whole(query, agenda, compose).0
}

/// Reads it, and tells whether it says what to show and not only how.
fn read_whole(query: &str, agenda: &Agenda, compose: fn(&str) -> String) -> (Reading, bool) {
    let mut reader = Reader {
        agenda,
        compose,
        searches: Vec::new(),
        taken: Vec::new(),
        says_what: false,
        reading: Reading {
            question: Question::new(agenda),
            ..Reading::default()
        },
    };
    for piece in query.split('&').filter(|piece| !piece.is_empty()) {
        let pair = form_urlencoded::parse(piece.as_bytes()).next();
        let known = pair.is_some_and(|(key, value)| reader.take(&key, &value));
        if !known {
            reader.reading.foreign.push(piece.to_owned());
        }
    }
    let says_what = reader.says_what;
    (reader.finish(), says_what)
}

/// Reads the query string of an address on a page of its own: one that does not
/// say what to show means the question of the page.
pub fn read_on(
    page: OwnPage,
    query: &str,
    agenda: &Agenda,
    compose: fn(&str) -> String,
) -> Reading {
    let (reading, says_what) = read_whole(query, agenda, compose);
    if says_what || page == OwnPage::Home {
        return reading;
    }
    let mut whole = own_query(page, reading.question.embed, agenda);
    join(&mut whole, query);
    read(&whole, agenda, compose)
}

/// How an address asks for what a page of its own shows. In the frame of another
/// site the page of a recommendation shows that one alone.
fn own_query(page: OwnPage, embedded: bool, agenda: &Agenda) -> String {
    let query = page.query(agenda);
    match page {
        OwnPage::Recommendation(number) if embedded => format!("{query}&{}={number}", key::LIST),
        _ => query,
    }
}

/// The query string of a question on a page of its own: the question of the page
/// needs no words, and the one that asks for nothing must be told from it.
pub fn write_on(page: OwnPage, question: &Question, agenda: &Agenda) -> String {
    let (mut what, how) = write_parts(question, agenda);
    if what == own_query(page, question.embed, agenda) {
        what.clear();
    } else if what.is_empty() {
        what.push_str(EVERYTHING);
    }
    join(&mut what, &how);
    what
}

/// The canonical query string of a question, without `?`; empty for the
/// question that asks for nothing.
pub fn write(question: &Question, agenda: &Agenda) -> String {
    let (mut query, how) = write_parts(question, agenda);
    join(&mut query, &how);
    query
}

/// What is shown, and how.
fn write_parts(question: &Question, agenda: &Agenda) -> (String, String) {
    let mut writer = Writer(String::new());
    let search = question.search.as_str();
    writer.pair(key::SEARCH, utf8_percent_encode(search, PLAIN));
    let mut unsaid = Some(question.matching);
    for (facet, chosen) in agenda.facets.iter().zip(&question.chosen) {
        let id = |position: usize| Some(facet.values.get(position)?.id.as_str());
        writer.joined(&facet.key, chosen.iter().filter_map(id));
        if facet.switchable
            && let Some(matching) = unsaid.take()
        {
            writer.named(key::MATCH, matching, Matching::default());
        }
    }
    writer.joined(key::OPEN, question.open.iter().map(ToString::to_string));
    writer.joined(key::LIST, question.list.iter().map(ToString::to_string));
    writer.named(key::PAGE, question.page, Page::default());
    let defaults = Question {
        sort: None,
        scheme: None,
        ..question.clone()
    };
    writer.named(key::SORT, question.sort(), defaults.sort());
    let what = std::mem::take(&mut writer.0);
    writer.joined(key::LANG, question.lang.iter());
    writer.named(key::SCHEME, question.scheme(), defaults.scheme());
    writer.flag(key::EMBED, question.embed);
    let part = |position: usize| Part::ALL.get(position).map(|(name, _)| name);
    writer.joined(key::HIDE, question.hide.iter().filter_map(part));
    let facet = |position: usize| Some(agenda.facets.get(position)?.key.as_str());
    writer.joined(key::LOCK, question.lock.iter().filter_map(facet));
    writer.flag(key::EVENTS, question.events);
    (what, writer.0)
}

/// The query string for the address bar: what was written, then what belongs to
/// others.
pub fn with_foreign(mut query: String, foreign: &[String]) -> String {
    for piece in foreign {
        join(&mut query, piece);
    }
    query
}

/// Adds pairs to those of a query string.
fn join(query: &mut String, pairs: &str) {
    if !query.is_empty() && !pairs.is_empty() {
        query.push('&');
    }
    query.push_str(pairs);
}

struct Writer(String);

impl Writer {
    fn pair(&mut self, key: &str, value: impl std::fmt::Display) {
        let value = value.to_string();
        if value.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key);
        self.0.push('=');
        self.0.push_str(&value);
    }

    fn joined<T: AsRef<str>>(&mut self, key: &str, values: impl Iterator<Item = T>) {
        let mut joined = String::new();
        for value in values {
            if !joined.is_empty() {
                joined.push(JOINER);
            }
            joined.push_str(value.as_ref());
        }
        self.pair(key, joined);
    }

    fn named<T: Named>(&mut self, key: &str, value: T, usual: T) {
        if value != usual {
            self.pair(key, value.name());
        }
    }

    fn flag(&mut self, key: &str, on: bool) {
        if on {
            self.pair(key, "1");
        }
    }
}

struct Reader<'a> {
    agenda: &'a Agenda,
    compose: fn(&str) -> String,
    searches: Vec<String>,
    /// The keys with room for one value that have theirs.
    taken: Vec<&'static str>,
    says_what: bool,
    reading: Reading,
}

impl Reader<'_> {
    /// Takes a pair of the address; tells whether its key is one of ours.
    fn take(&mut self, key: &str, value: &str) -> bool {
        let key = key.to_ascii_lowercase();
        let key = key.as_str();
        if let Some(facet) = self.agenda.facet(key) {
            self.says_what = true;
            self.facet(key, facet, value);
            return true;
        }
        self.says_what |= CONTENT.contains(&key);
        match key {
            key::SEARCH => self.searches.push(value.to_owned()),
            key::MATCH => self.named(key::MATCH, value, |question, matching| {
                question.matching = matching;
            }),
            key::OPEN => {
                let agenda = self.agenda;
                let number = self.single(key::OPEN, value, &|part| number(agenda, part));
                if let Some(number) = number {
                    self.reading.question.open = Some(number);
                }
            }
            key::LIST => self.list(value),
            key::PAGE => self.named(key::PAGE, value, |question, page| question.page = page),
            key::SORT => {
                self.named(key::SORT, value, |question, sort| {
                    question.sort = Some(sort)
                });
            }
            key::LANG => self.lang(value),
            key::SCHEME => self.named(key::SCHEME, value, |question, scheme| {
                question.scheme = Some(scheme);
            }),
            key::EMBED => self.flag(key::EMBED, value, |question| question.embed = true),
            key::HIDE => {
                let part = |id: &str| Part::ALL.iter().position(|(name, _)| *name == id);
                self.positions(key, value, &part, &|question| Some(&mut question.hide));
            }
            key::LOCK => {
                let agenda = self.agenda;
                let facet = |id: &str| agenda.facet(id);
                self.positions(key, value, &facet, &|question| Some(&mut question.lock));
            }
            key::EVENTS => self.flag(key::EVENTS, value, |question| question.events = true),
            _ => return false,
        }
        true
    }

    fn finish(mut self) -> Reading {
        let whole = self.searches.join(" ");
        let (search, cut) = SearchText::clipped(&whole, self.compose);
        if cut {
            self.remark(key::SEARCH, &whole, Why::TooLong);
        }
        self.reading.question.search = search;
        self.reading.question = self.reading.question.normalised();
        self.reading
    }

    fn remark(&mut self, key: &str, value: &str, why: Why) {
        let remark = Remark {
            key: key.to_owned(),
            value: value.to_owned(),
            why,
        };
        if !value.is_empty() && !self.reading.remarks.contains(&remark) {
            self.reading.remarks.push(remark);
        }
    }

    fn facet(&mut self, key: &str, facet: usize, value: &str) {
        let known = self.agenda.facets.get(facet);
        let position = |id: &str| known.and_then(|facet| facet.value(id));
        self.positions(key, value, &position, &|question| {
            question.chosen.get_mut(facet)
        });
    }

    /// Reads joined ids into a set of positions.
    fn positions(
        &mut self,
        key: &str,
        value: &str,
        position: &dyn Fn(&str) -> Option<usize>,
        set: &dyn Fn(&mut Question) -> Option<&mut Values>,
    ) {
        for part in parts(value) {
            let Some(position) = position(&part.to_ascii_lowercase()) else {
                self.remark(key, part, Why::Unknown);
                continue;
            };
            let set = set(&mut self.reading.question);
            if !set.is_some_and(|set| set.insert(position)) {
                self.remark(key, part, Why::Repeated);
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
                None => self.remark(key, part, Why::Unknown),
                Some(_) if self.taken.contains(&key) => self.remark(key, part, Why::Repeated),
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
                None => self.remark(key::LIST, part, Why::Unknown),
                Some(number) if self.reading.question.list.contains(&number) => {
                    self.remark(key::LIST, part, Why::Repeated);
                }
                Some(number) => self.reading.question.list.push(number),
            }
        }
    }

    fn named<T: Named>(&mut self, key: &'static str, value: &str, set: fn(&mut Question, T)) {
        let place = |part: &str| {
            let place = T::ALL.iter().position(|(name, _)| *name == part)?;
            u16::try_from(place).ok()
        };
        let place = self.single(key, value, &place);
        if let Some((name, named)) = place.and_then(|place| T::ALL.get(usize::from(place))) {
            set(&mut self.reading.question, *named);
            if NOT_YET.contains(name) {
                self.remark(key, name, Why::NotYet);
            }
        }
    }

    fn flag(&mut self, key: &'static str, value: &str, set: fn(&mut Question)) {
        let meaning = |part: &str| match part {
            "0" => Some(0),
            "1" => Some(1),
            _ => None,
        };
        if self.single(key, value, &meaning) == Some(1) {
            set(&mut self.reading.question);
        }
    }

    fn lang(&mut self, value: &str) {
        let shaped = |tag: &str| is_language_tag(tag).then_some(0);
        if self.single(key::LANG, value, &shaped).is_none() {
            return;
        }
        let mut tags = parts(value).map(str::to_ascii_lowercase);
        let Some(tag) = tags.find(|tag| is_language_tag(tag)) else {
            return;
        };
        if tag.split('-').next() != Some("en") {
            self.remark(key::LANG, &tag, Why::NotYet);
        }
        self.reading.question.lang = Some(tag);
    }
}

/// The recommendation that a fragment such as `rec-12` or `rec-15-3` points to,
/// and the id of the element in the page. What others have put behind it, as
/// WordPress does with `#?secret=…`, is left out.
pub fn fragment<'a>(fragment: &'a str, agenda: &Agenda) -> Option<(u16, &'a str)> {
    let id = fragment.split(['#', '?']).next()?;
    let rest = id.strip_prefix("rec-")?;
    Some((number(agenda, rest.split('-').next()?)?, id))
}

/// The number of a recommendation that the agenda has.
fn number(agenda: &Agenda, part: &str) -> Option<u16> {
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
