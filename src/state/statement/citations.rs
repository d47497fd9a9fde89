//! Recommendations and sections that a statement names by number and letter:
//! “Recommendations 7, 23 and 32”, “Recs. 15(3)–(5)”, “Cluster B”. Contract:
//! `docs/statement.md`.

use std::ops::Range;

use super::findings::{Citation, Cited, Flag, Wrong};
use super::lexer::{Gap, Kind, Lexeme, lexemes};
use super::names::{
    LAST_WORDS, LINK_WORDS, Names, Noun, RANGE_WORDS, has, is_capitals, is_number_word, item_word,
    number_in_words, starts_with_capital,
};
use crate::data::{Agenda, Recommendation};

/// From here on a number is a year, or that of a document.
const TOO_HIGH: u32 = 1000;

/// How many characters the mark of an item has at most.
const MARK: usize = 2;

/// What a text names, and what is wrong with it; those in a list are in its order.
pub fn citations(text: &str, agenda: &Agenda) -> (Vec<Citation>, Vec<Flag>) {
    let lexemes = lexemes(text);
    let mut parser = Parser {
        agenda,
        names: Names::new(agenda),
        lexemes: &lexemes,
        cited: Vec::new(),
        flags: Vec::new(),
    };
    let mut place = 0;
    while place < lexemes.len() {
        let behind = parser.citation(place).unwrap_or_default();
        place = behind.max(place + 1);
    }
    (parser.cited, parser.flags)
}

struct Parser<'a> {
    agenda: &'a Agenda,
    names: Names<'a>,
    lexemes: &'a [Lexeme<'a>],
    cited: Vec<Citation>,
    flags: Vec<Flag>,
}

/// A number that is named, with the items behind it.
struct Mention<'a> {
    first: u32,
    /// The same as the first if it is no range.
    last: u32,
    passages: Vec<usize>,
    /// The items that the recommendation does not have.
    unknown: Vec<String>,
    range: Range<usize>,
    entry: Option<&'a Recommendation>,
}

/// Sections that are named, with the place behind them.
struct Sections {
    values: Vec<usize>,
    end: usize,
}

impl<'a> Parser<'a> {
    /// Reads what begins at a place; the place behind it.
    fn citation(&mut self, place: usize) -> Option<usize> {
        let word = self.word(place)?;
        if self.names.is_section(word) {
            let sections = self.sections(place)?;
            let behind = self.behind_sections(&sections);
            let list = behind.and_then(|it| self.recommendations(it, &sections.values));
            return Some(list.unwrap_or(sections.end));
        }
        self.recommendations(place, &[])
    }

    fn get(&self, place: usize) -> Option<&'a Lexeme<'a>> {
        self.lexemes.get(place)
    }

    /// The word at a place.
    fn word(&self, place: usize) -> Option<&'a str> {
        match self.get(place)?.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether a token begins a paragraph.
    fn is_apart(&self, place: usize) -> bool {
        self.get(place).is_none_or(|it| it.before == Gap::Paragraph)
    }

    fn is_mark(&self, place: usize, mark: char) -> bool {
        self.get(place)
            .is_some_and(|it| it.kind == Kind::Mark(mark))
    }

    /// Whether a mark stands directly behind the token before.
    fn touches(&self, place: usize) -> bool {
        self.get(place).is_some_and(|it| it.before == Gap::None)
    }

    fn is_word_of(&self, place: usize, words: &[&str]) -> bool {
        !self.is_apart(place) && self.word(place).is_some_and(|it| has(words, it))
    }

    /// Behind a mark, if it is there.
    fn after(&self, place: usize, mark: char) -> usize {
        place + usize::from(!self.is_apart(place) && self.is_mark(place, mark))
    }

    fn range(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.get(from).map_or(0, |it| it.range.start);
        let last = to.checked_sub(1).and_then(|last| self.get(last));
        start..last.map_or(start, |it| it.range.end).max(start)
    }

    /// Behind what separates the parts of a list, and whether the part is the last.
    fn after_separators(&self, place: usize) -> Option<(usize, bool)> {
        let mut behind = place;
        let mut is_last = false;
        while !self.is_apart(behind) {
            match self.get(behind)?.kind {
                Kind::Mark(',' | ';' | '/') if behind == place => {}
                Kind::Mark('&') => is_last = true,
                Kind::Mark('/') if is_last => {}
                Kind::Word(word) if has(&LAST_WORDS, word) => is_last = true,
                // “as well as”
                Kind::Word("as")
                    if self.word(behind + 1) == Some("well")
                        && self.word(behind + 2) == Some("as") =>
                {
                    behind += 2;
                    is_last = true;
                }
                _ => break,
            }
            behind += 1;
        }
        (behind > place).then_some((behind, is_last))
    }

    /// Behind what joins the ends of a range.
    fn after_range(&self, place: usize) -> Option<usize> {
        let is_dash = self.is_mark(place, '-') && !self.is_apart(place);
        (is_dash || self.is_word_of(place, &RANGE_WORDS)).then_some(place + 1)
    }

    /// Reads the sections that are named from a noun on, and records them.
    fn sections(&mut self, place: usize) -> Option<Sections> {
        let mut values = Vec::new();
        let mut end = place + 1;
        let mut next = end;
        let mut from = None;
        loop {
            let letter = self.word(next).filter(|_| !self.is_apart(next));
            let Some(value) = letter.and_then(|it| self.names.letter(it)) else {
                if values.is_empty() {
                    end = self.missing_section(place).unwrap_or(end);
                }
                break;
            };
            let first = from.unwrap_or(value);
            let start = if values.is_empty() { place } else { next };
            for value in first.min(value)..=first.max(value) {
                if !values.contains(&value) {
                    values.push(value);
                    self.cited.push(Citation {
                        range: self.range(start, next + 1),
                        what: Cited::Section(value),
                    });
                }
            }
            end = next + 1;
            from = None;
            next = if let Some(behind) = self.after_range(end) {
                from = Some(value);
                behind
            } else if let Some((behind, _)) = self.after_separators(end) {
                behind
            } else {
                break;
            };
        }
        (end > place + 1).then_some(Sections { values, end })
    }

    /// Flags a letter behind a noun that no section has, if both are in capitals and the
    /// letter is no part of anything else; the place behind it.
    fn missing_section(&mut self, place: usize) -> Option<usize> {
        let behind = place + 2;
        let letter = self.word(place + 1).filter(|_| !self.is_apart(place + 1))?;
        let is_capital = self.word(place).is_some_and(starts_with_capital);
        let is_whole = match self.get(behind).filter(|_| self.touches(behind)) {
            Some(next) => {
                matches!(next.kind, Kind::Mark('.' | ',' | ';' | ')')) && !self.touches(behind + 1)
            }
            None => true,
        };
        if !is_capital || letter.len() != 1 || !is_capitals(letter) || !is_whole {
            return None;
        }
        self.flags.push(Flag {
            range: self.range(place, behind),
            what: Wrong::NoSection(letter.to_owned()),
        });
        Some(behind)
    }

    /// Where the noun of recommendations is that are named as those of sections:
    /// “Cluster B recommendation 7”, “Cluster B: …”, “Cluster B (…)”, “Cluster B’s …”.
    fn behind_sections(&self, sections: &Sections) -> Option<usize> {
        let is_one = sections.values.len() == 1;
        let mut place = sections.end;
        if self.is_mark(place, '\'') && self.touches(place) {
            place += 1;
            place += usize::from(self.is_word_of(place, &["s"]));
        } else if let Kind::Mark(mark) = self.get(place)?.kind
            && (mark == ':' || mark == '(' || (mark == ',' && is_one))
        {
            place += 1;
        }
        let noun = self.word(place).filter(|_| !self.is_apart(place))?;
        self.names.noun(noun)?;
        Some(place)
    }

    /// Reads the recommendations that are named from a noun on, and records them. They
    /// are said to be in the sections, if there are any.
    fn recommendations(&mut self, place: usize, sections: &[usize]) -> Option<usize> {
        let noun = self.names.noun(self.word(place)?)?;
        if sections.is_empty() && self.is_of_other_body(place) {
            return None;
        }
        let (start, is_strict) = self.after_noun(place, noun)?;
        // “the recommendation two countries made”
        let is_small = !self.word(place).is_some_and(starts_with_capital);
        let is_strict = is_strict || (is_small && self.word(start).is_some());
        let (first, mut end) = self.mention(start, place, is_strict)?;
        // “Recommendation 7 and 12 countries”
        let mut is_strict = is_strict || noun != Noun::Many;
        let mut mentions = vec![first];
        // How many of them have a section of their own.
        let mut placed = 0;
        loop {
            if let Some(named) = self.sections_behind(end) {
                self.record(mentions.get(placed..).unwrap_or_default(), &named.values);
                placed = mentions.len();
                end = named.end;
                is_strict = true;
            } else if sections.is_empty() && placed == 0 && self.is_of_other_document(end) {
                return Some(end);
            }
            let Some((behind, is_last)) = self.after_separators(end) else {
                break;
            };
            let Some((mention, after)) = self.mention(behind, behind, is_strict) else {
                break;
            };
            is_strict |= is_last;
            mentions.push(mention);
            end = after;
        }
        let is_known = |it: &Mention| it.entry.is_some();
        if noun == Noun::Letters && !mentions.iter().all(is_known) {
            return Some(end);
        }
        self.record(mentions.get(placed..).unwrap_or_default(), sections);
        Some(end)
    }

    /// Whether the word before a noun names something else that makes recommendations.
    fn is_of_other_body(&self, place: usize) -> bool {
        let is_capitals = self.word(place).is_some_and(is_capitals);
        let before = place.checked_sub(1).filter(|_| !self.is_apart(place));
        let Some((before, word)) = before.and_then(|it| Some((it, self.word(it)?))) else {
            return false;
        };
        let begins = match before.checked_sub(1).and_then(|it| self.get(it)) {
            Some(mark) => matches!(mark.kind, Kind::Mark('.' | '?' | '!' | ':')),
            None => true,
        };
        let begins = begins || self.is_apart(before);
        !is_capitals && self.names.is_other_body(word, begins)
    }

    /// Whether “of” follows and names another document.
    fn is_of_other_document(&self, place: usize) -> bool {
        if !self.is_word_of(place, &["of"]) {
            return false;
        }
        if let Some(Kind::Number(number)) = self.get(place + 1).map(|it| it.kind) {
            return number >= TOO_HIGH;
        }
        let places = (place + 1..).take_while(|it| !self.is_apart(*it));
        let words: Vec<&str> = places.map_while(|it| self.word(it)).take(8).collect();
        self.names.is_other_document(&words)
    }

    /// Where the first number behind a noun is, and whether it must not be followed by
    /// the name of something that it may count.
    fn after_noun(&self, place: usize, noun: Noun) -> Option<(usize, bool)> {
        let mut next = place + 1;
        if noun == Noun::Letters {
            let before = place.checked_sub(1).and_then(|it| self.get(it));
            let joined = matches!(
                before.map(|it| it.kind),
                Some(Kind::Mark('&' | '-' | '/' | '_'))
            );
            let is_alone = !self.touches(place) || !joined;
            let is_number = matches!(self.get(next)?.kind, Kind::Number(_));
            return (is_alone && is_number && self.touches(next)).then_some((next, true));
        }
        let mut is_strict = false;
        // “recommendation(s)”
        if self.is_mark(next, '(')
            && self.touches(next)
            && self.is_word_of(next + 1, &["s"])
            && self.is_mark(next + 2, ')')
        {
            next += 3;
        }
        let is_short = self.word(place).is_some_and(|it| {
            let own = &self.agenda.noun;
            !it.eq_ignore_ascii_case(&own.one) && !it.eq_ignore_ascii_case(&own.many)
        });
        if is_short && self.touches(next) {
            next = self.after(next, '.');
        }
        if self.word(next).is_some_and(is_number_word) && !self.is_apart(next) {
            next = self.after(next + 1, '.');
        }
        next = self.after(next, '#');
        if noun == Noun::Many && (self.is_mark(next, ':') || self.is_mark(next, '(')) {
            // A list, and not the first mark of one, or something that is counted.
            let behind = next + 2;
            let is_list = match self.get(behind).map(|it| it.kind) {
                Some(Kind::Mark(')')) => self.is_mark(next, '('),
                Some(Kind::Mark(mark)) => mark != '.',
                Some(Kind::Word(word)) => has(&LAST_WORDS, word) || has(&RANGE_WORDS, word),
                _ => false,
            };
            if !is_list {
                return None;
            }
            next += 1;
            is_strict = true;
        }
        (!self.is_apart(next)).then_some((next, is_strict))
    }

    /// Reads a number or a range of numbers; what it names, and the place behind it. A
    /// strict one must not be followed by something that it may count. It is shown from
    /// another place on, if it has a noun.
    fn mention(&self, place: usize, from: usize, is_strict: bool) -> Option<(Mention<'a>, usize)> {
        let counts = |end| is_strict && self.is_counting(end);
        let (first, behind) = self.number(place)?;
        let entry = self.entry(first);
        let mut items = self.items(behind, entry);
        if items.end == behind && counts(behind) {
            return None;
        }
        let mut last = first;
        if let Some(next) = self.after_range(items.end) {
            let (next, _) = self.after_repeated_noun(next);
            if let Some((number, behind)) = self.number(next).filter(|(_, it)| !counts(*it)) {
                let others = self.items(behind, self.entry(number));
                if number == first {
                    let ends = [items.passages.first(), others.passages.last()];
                    if let [Some(start), Some(end)] = ends {
                        items.passages = (*start..=*end).collect();
                    }
                }
                last = number;
                items.end = others.end;
            }
        }
        let mention = Mention {
            first: first.min(last),
            last: first.max(last),
            passages: items.passages,
            unknown: items.unknown,
            range: self.range(from, items.end),
            entry,
        };
        Some((mention, items.end))
    }

    /// Behind a noun that is repeated in a range.
    fn after_repeated_noun(&self, place: usize) -> (usize, bool) {
        let noun = self.word(place).and_then(|it| self.names.noun(it));
        let behind = noun.and_then(|noun| self.after_noun(place, noun));
        behind.unwrap_or((place, false))
    }

    fn entry(&self, number: u32) -> Option<&'a Recommendation> {
        self.agenda.recommendation(u16::try_from(number).ok()?)
    }

    /// Whether the word at a place is what a number before it may count.
    fn is_counting(&self, place: usize) -> bool {
        let word = self.word(place).filter(|_| !self.is_apart(place));
        word.is_some_and(|word| {
            let is_own = self.names.noun(word).is_some() || self.names.is_section(word);
            !is_own && !self.names.is_function_word(word) && !has(&RANGE_WORDS, word)
        })
    }

    /// Reads a number in digits or words that is no part of anything else.
    fn number(&self, place: usize) -> Option<(u32, usize)> {
        if self.is_apart(place) {
            return None;
        }
        match self.get(place)?.kind {
            Kind::Number(number) => {
                let is_whole = number < TOO_HIGH && self.ends_number(place + 1);
                (is_whole || self.has_item_behind(number, place + 1)).then_some((number, place + 1))
            }
            Kind::Word(word) => {
                let number = number_in_words(word)?;
                if number >= 20 && number % 10 == 0 {
                    let next = self.after(place + 1, '-');
                    let unit = self.word(next).and_then(number_in_words);
                    if let Some(unit @ 1..=9) = unit.filter(|_| !self.is_apart(next)) {
                        return Some((number + unit, next + 1));
                    }
                }
                Some((number, place + 1))
            }
            Kind::Mark(_) => None,
        }
    }

    /// Whether what follows a number in digits is no part of it: not `12/2019`, `1,000`,
    /// `1.5`, `12%`, `12-month`, `12th`.
    fn ends_number(&self, place: usize) -> bool {
        let Some(next) = self.get(place).filter(|it| it.before == Gap::None) else {
            return true;
        };
        let behind = self.get(place + 1).filter(|it| it.before == Gap::None);
        let behind = behind.map(|it| (it.kind, it.range.len()));
        match (next.kind, behind) {
            (Kind::Word(_) | Kind::Mark('%' | '_' | '°' | '$' | '€'), _) => false,
            (Kind::Mark('.' | ':'), Some((Kind::Number(_), _))) => false,
            (Kind::Mark(',' | '/'), Some((Kind::Number(_), length))) => length < 3,
            (Kind::Mark('-'), Some((Kind::Word(word), _))) => self.names.noun(word).is_some(),
            _ => true,
        }
    }

    /// Whether the mark of an item follows directly: `15.3`, `22b`.
    fn has_item_behind(&self, number: u32, place: usize) -> bool {
        let entry = self.entry(number);
        entry.is_some_and(|entry| self.joined_item(place, entry).is_some())
    }

    /// An item directly behind the number of its recommendation, and the place behind it.
    fn joined_item(&self, place: usize, entry: &Recommendation) -> Option<(usize, usize)> {
        if !self.touches(place) {
            return None;
        }
        let place = match self.get(place)?.kind {
            Kind::Mark('.' | '/') if self.touches(place + 1) => place + 1,
            Kind::Mark(_) => return None,
            _ => place,
        };
        let item = item(entry, &self.mark(place)?)?;
        let is_whole = !self.touches(place + 1) || self.ends_number(place + 1);
        is_whole.then_some((item, place + 1))
    }

    /// A word or number that may be the mark of an item.
    fn mark(&self, place: usize) -> Option<String> {
        let lexeme = self.get(place)?;
        let mark = match lexeme.kind {
            Kind::Number(number) => number.to_string(),
            Kind::Word(word) => word.to_ascii_lowercase(),
            Kind::Mark(_) => return None,
        };
        (mark.len() <= MARK).then_some(mark)
    }

    /// Reads the items behind the number of a recommendation.
    fn items(&self, place: usize, entry: Option<&Recommendation>) -> Items {
        let mut items = Items {
            passages: Vec::new(),
            unknown: Vec::new(),
            end: place,
        };
        let has_items = |it: &&Recommendation| it.text.iter().any(|block| block.id.is_some());
        let Some(entry) = entry.filter(has_items) else {
            return items;
        };
        if let Some((item, end)) = self.joined_item(place, entry) {
            items.passages.push(item);
            items.end = end;
            return items;
        }
        let comma = self.after(place, ',');
        let word = self.word(comma).filter(|_| !self.is_apart(comma));
        if let Some(is_many) = word.and_then(item_word) {
            let next = self.after(comma + 1, '.');
            self.item_list(&mut items, next, entry, is_many, &|it| {
                self.in_brackets(it).or_else(|| {
                    let is_near = !self.is_apart(it);
                    Some((vec![(self.mark(it).filter(|_| is_near)?, false)], it + 1))
                })
            });
            return items;
        }
        self.item_list(&mut items, place, entry, true, &|it| self.in_brackets(it));
        items
    }

    /// Reads a list of items, each by `read`, as long as the recommendation has them.
    fn item_list(
        &self,
        items: &mut Items,
        place: usize,
        entry: &Recommendation,
        is_many: bool,
        read: &dyn Fn(usize) -> Option<(Marks, usize)>,
    ) {
        let mut next = place;
        let mut is_range = false;
        while let Some((marks, end)) = read(next) {
            for (mark, continues) in marks {
                match item(entry, &mark) {
                    Some(passage) => {
                        let last = items.passages.last().copied();
                        let last = last.filter(|last| (is_range || continues) && *last < passage);
                        let first = last.map_or(passage, |last| last + 1);
                        items.passages.extend(first..=passage);
                    }
                    // A further number is that of a recommendation.
                    None if !items.passages.is_empty() && !self.is_mark(next, '(') => return,
                    None if mark.len() > 1 && !mark.starts_with(|it: char| it.is_ascii_digit()) => {
                        return;
                    }
                    None => items.unknown.push(mark),
                }
            }
            items.end = end;
            if !is_many {
                return;
            }
            is_range = false;
            next = if let Some(behind) = self.after_range(end) {
                is_range = true;
                behind
            } else if let Some((behind, _)) = self.after_separators(end) {
                behind
            } else {
                end
            };
            if next == end && !self.is_mark(end, '(') {
                return;
            }
        }
    }

    /// Reads marks of items in brackets: `(3)`, `(3-5)`, `(a, c)`; each with whether a
    /// range leads to it.
    fn in_brackets(&self, place: usize) -> Option<(Marks, usize)> {
        if self.is_apart(place) || !self.is_mark(place, '(') {
            return None;
        }
        let mut marks = Vec::new();
        let mut next = place + 1;
        let mut is_range = false;
        loop {
            marks.push((self.mark(next)?, is_range));
            next += 1;
            if self.is_mark(next, ')') {
                return Some((marks, next + 1));
            }
            is_range = false;
            next = if let Some(behind) = self.after_range(next) {
                is_range = true;
                behind
            } else {
                self.after_separators(next)?.0
            };
        }
    }

    /// Reads the sections behind recommendations: “… of Cluster B”, “… (Cluster B)”.
    fn sections_behind(&mut self, place: usize) -> Option<Sections> {
        let mut next = self.after(place, '(');
        if next == place {
            next = self.after(place, ',');
            if !self.is_word_of(next, &LINK_WORDS) {
                return None;
            }
        }
        if self.is_word_of(next, &LINK_WORDS) {
            next += 1;
        }
        next += usize::from(self.is_word_of(next, &["the"]));
        let word = self.word(next).filter(|_| !self.is_apart(next))?;
        if !self.names.is_section(word) {
            return None;
        }
        let mut sections = self.sections(next)?;
        if self.is_mark(place, '(') {
            sections.end = self.after(sections.end, ')');
        }
        Some(sections)
    }

    /// Records what is named, with what is wrong with it.
    fn record(&mut self, mentions: &[Mention<'a>], sections: &[usize]) {
        let mut missing = Vec::new();
        for mention in mentions {
            let range = || mention.range.clone();
            let last = Some(mention.last).filter(|last| *last != mention.first);
            let ends = std::iter::once(mention.first).chain(last);
            for number in ends.filter(|it| self.entry(*it).is_none()) {
                missing.push(Flag {
                    range: range(),
                    what: Wrong::Number(number),
                });
            }
            let all = self.agenda.recommendations.iter();
            let named = all.filter(|it| (mention.first..=mention.last).contains(&it.number.into()));
            for entry in named {
                let number = entry.number;
                let is_own = mention.entry.is_some_and(|own| own.number == number);
                let passages = if is_own { &mention.passages[..] } else { &[] };
                self.cited.push(Citation {
                    range: range(),
                    what: Cited::Number {
                        number,
                        passages: passages.to_vec(),
                    },
                });
                if !sections.is_empty() && !sections.contains(&entry.section) {
                    self.flags.push(Flag {
                        range: range(),
                        what: Wrong::Section {
                            number,
                            named: sections.to_vec(),
                            own: entry.section,
                        },
                    });
                }
            }
            if let Some(entry) = mention.entry {
                self.flags.extend(mention.unknown.iter().map(|mark| Flag {
                    range: range(),
                    what: Wrong::Passage {
                        number: entry.number,
                        mark: mark.clone(),
                    },
                }));
            }
        }
        self.flags.extend(missing);
    }
}

/// The marks of items, each with whether a range leads to it.
type Marks = Vec<(String, bool)>;

/// The items behind a number.
struct Items {
    passages: Vec<usize>,
    unknown: Vec<String>,
    end: usize,
}

/// The position of the item with a mark.
fn item(entry: &Recommendation, mark: &str) -> Option<usize> {
    let mut blocks = entry.text.iter();
    blocks.position(|block| block.id.as_deref() == Some(mark))
}
