//! The wording of recommendations in a statement: quotations, exact or near, and wording
//! without quotation marks. Contract: `docs/statement.md`.

use std::ops::Range;

use facet_search::{Token, ranked};

use super::alignment::{Alignment, Step, align};
use super::findings::{Citation, Cited, Flag, Piece, Spelled, Wrong};
use super::lexer::is_part;
use super::marks::quoted;
use super::wording::{RUN, Text, WordId, Wording};

/// How many words wording without quotation marks has at least, if one recommendation
/// alone has it, and how many of them are no function words. One of them is in few
/// recommendations, in at most [`FEW`].
const UNMARKED: usize = 8;
const UNMARKED_WEIGHT: usize = 4;

/// How many words it has at least if several recommendations have it.
const UNMARKED_SHARED: usize = 10;

/// One error in so many words leaves a quotation near.
const WORDS_PER_ERROR: usize = 4;

/// How many words of a near quotation are the same at least, and how many of these are no
/// function words. One of them is in few recommendations, unless the quotation is
/// [`LONG`].
const KEPT: usize = 4;
const KEPT_WEIGHT: usize = 2;
const LONG: usize = 8;

/// So few recommendations have a word that tells which is meant.
const FEW: usize = 3;

/// How many recommendations a quotation is compared with at most.
const CANDIDATES: usize = 4;

/// What a statement quotes, and the quotations that differ, both in the order of the
/// text. `tokens` are its words.
pub fn quotations(text: &str, tokens: &[Token], wording: &Wording) -> (Vec<Citation>, Vec<Flag>) {
    let tokens = tokens.iter().filter(|token| !is_item(text, token));
    let ranges: Vec<Range<usize>> = tokens.clone().map(|it| it.range.clone()).collect();
    let ids: Vec<WordId> = tokens.map(|it| wording.id(&it.word)).collect();
    let mut reader = Reader {
        text,
        wording,
        is_read: vec![false; ids.len()],
        ids: &ids,
        ranges: &ranges,
        cited: Vec::new(),
        flags: Vec::new(),
    };
    // What ends first may be within what ends later, and is then a part of it.
    for range in quoted(text).into_iter().rev() {
        let first = ranges.partition_point(|it| it.start < range.start);
        let behind = ranges.partition_point(|it| it.end <= range.end);
        if first + RUN <= behind {
            reader.quotation(first..behind);
        }
    }
    reader.unmarked();
    (reader.cited, reader.flags)
}

/// Whether a word is the mark of an item: `(a)`, and not the end of `State(s)`.
fn is_item(text: &str, token: &Token) -> bool {
    let Range { start, end } = token.range;
    let before = text.get(..start).and_then(|it| it.strip_suffix('('));
    let is_apart = before.is_some_and(|it| !it.ends_with(is_part));
    let behind = text.get(end..).unwrap_or_default();
    token.word.len() <= 2 && is_apart && behind.starts_with(')')
}

struct Reader<'a> {
    text: &'a str,
    wording: &'a Wording<'a>,
    /// The words of the statement, without the marks of items.
    ids: &'a [WordId],
    ranges: &'a [Range<usize>],
    /// Whether a word belongs to a quotation that was found.
    is_read: Vec<bool>,
    cited: Vec<Citation>,
    flags: Vec<Flag>,
}

impl Reader<'_> {
    /// Reads what stands in quotation marks, by the places of its words.
    fn quotation(&mut self, words: Range<usize>) {
        let is_read = self.is_read.get(words.clone());
        if is_read.is_none_or(|it| it.iter().any(|it| *it)) {
            return;
        }
        let ids = self.ids.get(words.clone()).unwrap_or_default();
        let exact = self.having(ids);
        if !exact.is_empty() {
            self.cite(words, exact);
            return;
        }
        if let Some((text, alignment)) = self.nearest(ids) {
            let number = text.entry.number;
            let range = self.range(&words);
            let what = Wrong::Quotation {
                number,
                pieces: self.pieces(&words, text, &alignment),
            };
            self.flags.push(Flag { range, what });
            self.cite(words, vec![number]);
        }
    }

    /// The numbers of the recommendations that have words in a row.
    fn having(&self, ids: &[WordId]) -> Vec<u16> {
        let places = ids.get(..RUN).map_or(&[][..], |it| self.wording.places(it));
        let mut places = places.to_vec();
        places.retain(|place| self.wording.shared(ids, *place) == ids.len());
        self.numbers(places.into_iter().map(|it| it.text))
    }

    /// The numbers of texts in ascending order, each once.
    fn numbers(&self, texts: impl Iterator<Item = usize>) -> Vec<u16> {
        let mut numbers = Vec::new();
        for text in texts {
            let text = self.wording.texts.get(text);
            let number = text.map(|it| it.entry.number);
            numbers.extend(number.filter(|it| !numbers.contains(it)));
        }
        numbers
    }

    /// The text that a quotation is near to, if there is one.
    fn nearest(&self, ids: &[WordId]) -> Option<(&Text<'_>, Alignment)> {
        let allowed = ids.len() / WORDS_PER_ERROR;
        let texts = &self.wording.texts;
        let mut pairs = vec![0_u64; texts.len()];
        for pair in ids.windows(2) {
            let mut last = None;
            for place in self.wording.pairs(pair) {
                let is_new = last.replace(place.text) != Some(place.text);
                if let Some(count) = pairs.get_mut(place.text).filter(|_| is_new) {
                    *count += 1;
                }
            }
        }
        let keys = pairs.iter().enumerate().filter(|(_, count)| **count > 0);
        let keys = keys.map(|(position, count)| (u64::MAX - count, position));
        let mut best: Option<(&Text<'_>, Alignment)> = None;
        for position in ranked(keys, CANDIDATES) {
            let Some(text) = texts.get(position) else {
                continue;
            };
            // So long a quotation has more errors than are allowed.
            if ids.len() > text.words.len() + text.words.len() / 2 {
                continue;
            }
            let alignment = align(ids, &text.words);
            let is_better = best
                .as_ref()
                .is_none_or(|(_, it)| alignment.errors < it.errors);
            if is_better && alignment.errors <= allowed && self.is_near(ids, &alignment) {
                best = Some((text, alignment));
            }
        }
        best
    }

    /// Whether what a quotation has in common with a text tells that it is meant.
    fn is_near(&self, ids: &[WordId], alignment: &Alignment) -> bool {
        let same = alignment.steps.iter().filter(|it| it.is_same);
        let kept = same.filter_map(|it| ids.get(it.quoted?).copied());
        let kept: Vec<WordId> = kept.collect();
        let weighs = self.weighs(&kept, KEPT_WEIGHT) || ids.len() >= LONG;
        kept.len() >= KEPT && weighs
    }

    /// Whether enough of some words are no function words, and one is in few
    /// recommendations.
    fn weighs(&self, ids: &[WordId], least: usize) -> bool {
        let carriers = ids.iter().filter_map(|it| self.wording.carriers(*it));
        carriers.clone().any(|it| it <= FEW) && carriers.count() >= least
    }

    /// A quotation in pieces that the source has or has not.
    fn pieces(&self, words: &Range<usize>, text: &Text, alignment: &Alignment) -> Vec<Piece> {
        let mut pieces = Pieces(Vec::new());
        let start = self.range(words).start;
        let mut end = start;
        let mut steps = alignment.steps.as_slice();
        while let Some(first) = steps.first() {
            let is_group = |it: &&Step| it.is_same == first.is_same;
            let length = steps.iter().take_while(is_group).count();
            let (group, rest) = steps.split_at(length);
            steps = rest;
            let is_first = end == start;
            let places = group.iter().filter_map(|it| it.quoted);
            let mut ranges = places.filter_map(|it| self.ranges.get(words.start + it));
            let range = ranges.clone().next().map(|it| it.start);
            let range = range.zip(ranges.next_back().map(|it| it.end));
            if let Some((begin, behind)) = range {
                pieces.add(Spelled::Same, self.text.get(end..begin).unwrap_or_default());
                let kind = if first.is_same {
                    Spelled::Same
                } else {
                    Spelled::Written
                };
                pieces.add(kind, self.text.get(begin..behind).unwrap_or_default());
                end = behind;
            }
            let missing = group.iter().filter(|it| it.is(Spelled::Source));
            let mut missing = missing.filter_map(|it| it.source);
            let missing = missing.next().map(|from| {
                let to = missing.next_back().unwrap_or(from);
                // Where the quotation begins or ends, the source goes on with the word.
                let from = if is_first {
                    text.hyphenated_from(from)
                } else {
                    from
                };
                let to = if steps.is_empty() {
                    text.hyphenated_to(to)
                } else {
                    to
                };
                text.slice(from, to)
            });
            if let Some(missing) = missing {
                let blank = if range.is_none() { " " } else { "" };
                pieces.add(Spelled::Source, &format!("{blank}{missing}"));
            }
        }
        pieces.0
    }

    /// Reads wording without quotation marks.
    fn unmarked(&mut self) {
        let lengths = self.wording.texts.iter().map(|it| it.words.len());
        let longest = lengths.max().unwrap_or_default();
        let mut start = 0;
        while start + RUN <= self.ids.len() {
            let run = self.ids.get(start..start + RUN).unwrap_or_default();
            let places = self.wording.places(run);
            if places.is_empty() {
                start += 1;
                continue;
            }
            let free = self.is_read.iter().skip(start).take(longest);
            let free = free.take_while(|it| !**it).count();
            let ids = self.ids.get(start..start + free).unwrap_or_default();
            let lengths = places.iter().map(|it| self.wording.shared(ids, *it));
            let length = lengths.clone().max().unwrap_or_default();
            let best = places.iter().zip(lengths).filter(|(_, it)| *it == length);
            let numbers = self.numbers(best.map(|(place, _)| place.text));
            let least = if numbers.len() == 1 {
                UNMARKED
            } else {
                UNMARKED_SHARED
            };
            let found = ids.get(..length).unwrap_or_default();
            if length >= least && self.weighs(found, UNMARKED_WEIGHT) {
                self.cite(start..start + length, numbers);
                start += length;
            } else {
                start += 1;
            }
        }
    }

    fn cite(&mut self, words: Range<usize>, numbers: Vec<u16>) {
        let range = self.range(&words);
        for it in self.is_read.iter_mut().take(words.end).skip(words.start) {
            *it = true;
        }
        self.cited.push(Citation {
            range,
            what: Cited::Wording(numbers),
        });
    }

    /// The bytes of some words.
    fn range(&self, words: &Range<usize>) -> Range<usize> {
        let first = self.ranges.get(words.start);
        let last = words.end.checked_sub(1).and_then(|it| self.ranges.get(it));
        match (first, last) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }
}

/// Pieces, of which neighbours of a kind are one.
struct Pieces(Vec<Piece>);

impl Pieces {
    fn add(&mut self, spelled: Spelled, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.spelled == spelled => last.text.push_str(text),
            _ => self.0.push(Piece {
                spelled,
                text: text.to_owned(),
            }),
        }
    }
}
