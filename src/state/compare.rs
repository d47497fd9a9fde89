//! Recommendations side by side: the wording that they have in common, and what only
//! one of them has. Words are compared as the search reads them, without regard to
//! capitals, accents and hyphens; blanks and punctuation are not compared, and kept.

use std::convert::Infallible;
use std::ops::Range;

use facet_search::{CharFold, tokens};
use similar::algorithms::{DiffHook, lcs};

use super::{Page, ViewState};
use crate::data::{Agenda, Recommendation};

/// How many recommendations are compared at most.
pub const MOST: usize = 4;

/// How many words in a row are common wording at least. Any two texts have words such
/// as “and the” in the same order.
pub const COMMON: usize = 3;

/// How many words in a row must stand elsewhere in the other text at least.
pub const MOVED: usize = 4;

/// A recommendation beside others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column<'a> {
    pub number: u16,
    /// The number of the one that it is compared with. None for the one with which
    /// several are compared, and where there is no other.
    pub against: Option<u16>,
    /// For each passage of the text, its segments, which together are the passage.
    pub passages: Vec<Vec<Segment<'a>>>,
    /// How many words the text has.
    pub words: usize,
    /// How many of them are common wording.
    pub common: usize,
    /// How many stand elsewhere in the other text.
    pub moved: usize,
}

/// A part of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment<'a> {
    pub kind: Wording,
    pub text: &'a str,
}

/// How a part of a text stands to the other text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wording {
    /// At least [`COMMON`] words in a row that both have in the same order; also what
    /// is not compared: punctuation and blanks between parts of other kinds.
    Common,
    /// Wording of its own. It can have words of the other text, in shorter runs.
    #[default]
    Own,
    /// At least [`MOVED`] words in a row that the other text has in another place.
    Moved,
}

/// Words in a row that two texts have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The places of the first of them in each text.
    pub starts: [usize; 2],
    pub length: usize,
}

impl ViewState {
    /// The comparison of some recommendations.
    pub fn comparing(agenda: &Agenda, numbers: Vec<u16>) -> ViewState {
        ViewState {
            page: Page::Compare,
            list: numbers,
            ..ViewState::new(agenda)
        }
    }
}

/// The recommendations that a search text asks to compare, two to [`MOST`]: `compare 1, 13
/// and 20`, `1 vs 13`. Nothing for a text that says anything else.
pub fn asked_to_compare(agenda: &Agenda, text: &str) -> Option<Vec<u16>> {
    let mut numbers = Vec::new();
    let mut is_asked = false;
    for word in text.split([' ', ',', ';', '&', '.']) {
        match word.to_ascii_lowercase().as_str() {
            "compare" | "vs" | "versus" => is_asked = true,
            "" | "and" | "with" | "rec" | "recommendation" | "recommendations" => {}
            other => {
                let number = other.parse().ok()?;
                agenda.position(number)?;
                if !numbers.contains(&number) {
                    numbers.push(number);
                }
            }
        }
    }
    (is_asked && (2..=MOST).contains(&numbers.len())).then_some(numbers)
}

/// The recommendations of these numbers side by side, at most [`MOST`]. Two are compared
/// with each other, more with the first. Numbers that the agenda does not have, or that
/// were named before, are left out.
pub fn compare<'a>(agenda: &'a Agenda, numbers: &[u16], fold: CharFold) -> Vec<Column<'a>> {
    let mut texts: Vec<Words<'a>> = Vec::new();
    for number in numbers {
        let is_new = texts.iter().all(|text| text.entry.number != *number);
        let entry = agenda.recommendation(*number);
        if let Some(entry) = entry.filter(|_| is_new && texts.len() < MOST) {
            texts.push(Words::of(entry, fold));
        }
    }
    match texts.as_slice() {
        [] => Vec::new(),
        [one] => vec![one.alone()],
        [one, other] => {
            let runs = aligned(&one.words, &other.words);
            vec![one.beside(other, &runs, 0), other.beside(one, &runs, 1)]
        }
        [first, others @ ..] => {
            let mut columns = vec![first.alone()];
            columns.extend(others.iter().map(|text| {
                let runs = aligned(&first.words, &text.words);
                text.beside(first, &runs, 1)
            }));
            columns
        }
    }
}

/// The values of a facet that all of these recommendations carry.
pub fn shared_values(agenda: &Agenda, facet: usize, numbers: &[u16]) -> Vec<usize> {
    let Some(facet) = agenda.facets.get(facet) else {
        return Vec::new();
    };
    let values = facet.values.iter().enumerate();
    values
        .filter(|(_, value)| numbers.iter().all(|number| value.tag(*number).is_some()))
        .map(|(position, _)| position)
        .collect()
}

/// The words that two texts have in the same order: as many as possible, in runs that
/// are as long as they are in both.
pub fn aligned(one: &[String], other: &[String]) -> Vec<Run> {
    let mut runs = Runs(Vec::new());
    let (all, all_other) = (0..one.len(), 0..other.len());
    // No deadline: a text has some hundred words.
    match lcs::diff_deadline_raw(&mut runs, one, all, other, all_other, None) {
        Ok(()) => runs.0,
    }
}

/// Collects what is equal.
struct Runs(Vec<Run>);

impl DiffHook for Runs {
    type Error = Infallible;

    fn equal(&mut self, one: usize, other: usize, length: usize) -> Result<(), Infallible> {
        let starts = [one, other];
        match self.0.last_mut() {
            Some(last) if last.starts.map(|start| start + last.length) == starts => {
                last.length += length;
            }
            _ => self.0.push(Run { starts, length }),
        }
        Ok(())
    }
}

/// A text as it is compared.
struct Words<'a> {
    entry: &'a Recommendation,
    /// The words of all passages, folded.
    words: Vec<String>,
    /// For each passage, the bytes of its words.
    ranges: Vec<Vec<Range<usize>>>,
}

impl<'a> Words<'a> {
    fn of(entry: &'a Recommendation, fold: CharFold) -> Words<'a> {
        let mut text = Words {
            entry,
            words: Vec::new(),
            ranges: Vec::new(),
        };
        for passage in entry.passages() {
            let mut ranges = Vec::new();
            for token in tokens(passage, fold) {
                text.words.push(token.word);
                ranges.push(token.range);
            }
            text.ranges.push(ranges);
        }
        text
    }

    /// As it stands where nothing is marked in it.
    fn alone(&self) -> Column<'a> {
        Column {
            common: 0,
            ..self.column(None, &vec![Wording::Common; self.words.len()])
        }
    }

    /// As it stands beside another. `side` is its place in the runs that both have.
    fn beside(&self, other: &Words, runs: &[Run], side: usize) -> Column<'a> {
        let mut kinds = vec![Wording::Own; self.words.len()];
        for run in runs.iter().filter(|run| run.length >= COMMON) {
            let start = run.starts.get(side).copied().unwrap_or_default();
            fill(&mut kinds, start, run.length, Wording::Common);
        }
        let mut start = 0;
        while start < kinds.len() {
            let length = longest(&self.words, &kinds, start, &other.words);
            if length >= MOVED {
                fill(&mut kinds, start, length, Wording::Moved);
                start += length;
            } else {
                start += 1;
            }
        }
        self.column(Some(other.entry.number), &kinds)
    }

    fn column(&self, against: Option<u16>, kinds: &[Wording]) -> Column<'a> {
        let mut kinds_left = kinds.iter().copied();
        let passages = self.entry.passages().zip(&self.ranges);
        let passages = passages.map(|(text, ranges)| {
            let kinds = kinds_left.by_ref().take(ranges.len());
            segments(text, ranges.iter().cloned().zip(kinds))
        });
        let passages = passages.collect();
        let count = |kind| kinds.iter().filter(|it| **it == kind).count();
        Column {
            number: self.entry.number,
            against,
            passages,
            words: kinds.len(),
            common: count(Wording::Common),
            moved: count(Wording::Moved),
        }
    }
}

fn fill(kinds: &mut [Wording], start: usize, length: usize, kind: Wording) {
    for it in kinds.iter_mut().skip(start).take(length) {
        *it = kind;
    }
}

/// How many words from a place on are not common wording and stand in another text in a
/// row.
fn longest(words: &[String], kinds: &[Wording], start: usize, other: &[String]) -> usize {
    let free = words.iter().zip(kinds).skip(start);
    let free = free.take_while(|(_, kind)| **kind == Wording::Own);
    let lengths = (0..other.len()).map(|place| {
        let pairs = free.clone().zip(other.iter().skip(place));
        pairs.take_while(|((word, _), it)| word == it).count()
    });
    lengths.max().unwrap_or_default()
}

/// The segments of a passage, whose words have these bytes and kinds. What stands
/// between words of one kind is of the same.
fn segments(text: &str, words: impl Iterator<Item = (Range<usize>, Wording)>) -> Vec<Segment<'_>> {
    let mut ends: Vec<(Wording, usize)> = Vec::new();
    let mut extend = |kind, end| match ends.last_mut() {
        Some((last, place)) if *last == kind => *place = end,
        _ => ends.push((kind, end)),
    };
    let mut before = Wording::Common;
    for (range, kind) in words {
        let between = if kind == before {
            kind
        } else {
            Wording::Common
        };
        extend(between, range.start);
        extend(kind, range.end);
        before = kind;
    }
    extend(Wording::Common, text.len());
    let mut start = 0;
    let segments = ends.into_iter().filter_map(|(kind, end)| {
        let text = text.get(std::mem::replace(&mut start, end)..end)?;
        (!text.is_empty()).then_some(Segment { kind, text })
    });
    segments.collect()
}
