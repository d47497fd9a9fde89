//! What a statement says about the recommendations: which it cites, by number and by
//! wording, what is wrong with that, and which it speaks to without naming them.
//! Contract: `docs/statement.md`.
//!
//! Reading is total: any text is a statement. Time grows with its length, except for a
//! quotation, which is compared with the recommendations word by word.

mod alignment;
mod citations;
mod findings;
mod index;
mod lexer;
mod marks;
mod names;
mod quotations;
mod topics;
mod unseen;
mod wording;

use facet_search::{CharFold, ranked, tokens};

use crate::data::Agenda;
use topics::Topics;
use unseen::Seen;
use wording::Wording;

pub use findings::{
    Citation, Cited, Findings, Flag, Named, Paragraph, Piece, Spelled, Subject, Suggested, Wrong,
};

/// Reads statements.
pub struct Reader<'a> {
    agenda: &'a Agenda,
    fold: CharFold,
    wording: Wording<'a>,
    topics: Topics,
}

impl<'a> Reader<'a> {
    /// One that knows the wording of all recommendations.
    pub fn new(agenda: &'a Agenda, fold: CharFold) -> Reader<'a> {
        Reader {
            agenda,
            fold,
            wording: Wording::of(agenda, fold),
            topics: Topics::of(agenda, fold),
        }
    }

    /// What is found in a statement.
    pub fn read(&self, text: &str) -> Findings {
        let tokens = tokens(text, self.fold);
        let seen = Seen::of(text);
        let (mut cited, mut flags) = citations::citations(&seen.text, self.agenda);
        for it in &mut cited {
            it.range = seen.back(&it.range);
        }
        for it in &mut flags {
            it.range = seen.back(&it.range);
        }
        let (wording, differing) = quotations::quotations(text, &tokens, &self.wording);
        cited.extend(wording);
        let cited = in_order(cited, |it| it.range.start);
        flags.extend(differing);
        let flags = in_order(flags, |it| it.range.start);
        let stems = self.topics.stems(&tokens, self.agenda, self.fold);
        let mut words = tokens.iter().zip(stems).peekable();
        let mut found = Vec::new();
        for (place, range) in topics::paragraphs(text, &tokens).into_iter().enumerate() {
            let mut own = Vec::new();
            while let Some((token, stem)) = words.next_if(|(it, _)| it.range.start < range.end) {
                own.push((token.range.clone(), stem));
            }
            let within = cited.iter().filter(|it| range.contains(&it.range.start));
            let numbers = within.flat_map(|it| it.what.numbers()).copied();
            let suggested = self.topics.suggest(&own, &numbers.collect::<Vec<_>>());
            if !suggested.is_empty() {
                found.push(Paragraph {
                    range,
                    place: place + 1,
                    suggested,
                });
            }
        }
        Findings {
            words: words_of(text),
            cited,
            flags,
            paragraphs: found,
        }
    }
}

/// How many bytes of a text are read: hours of speaking, in a fifth of a second.
pub const MOST_BYTES: usize = 200_000;

/// What is read of a text: all, or its beginning up to the end of a word.
pub fn readable(text: &str) -> &str {
    if text.len() <= MOST_BYTES {
        return text;
    }
    let end = (0..=MOST_BYTES).rev().find(|it| text.is_char_boundary(*it));
    let start = text.get(..end.unwrap_or_default()).unwrap_or_default();
    let blank = start
        .char_indices()
        .rev()
        .find(|(_, it)| it.is_whitespace());
    let end = blank.map_or(start.len(), |(place, _)| place);
    start.get(..end).unwrap_or_default()
}

/// How many words a text has: what stands between blanks and is not only marks.
pub fn words_of(text: &str) -> usize {
    let words = text.split_whitespace();
    words.filter(|it| it.chars().any(lexer::is_part)).count()
}

/// Findings in the order of their places.
fn in_order<T: Clone>(found: Vec<T>, place: fn(&T) -> usize) -> Vec<T> {
    let keys = found.iter().enumerate();
    let keys = keys.map(|(position, it)| (place(it) as u64, position));
    let order = ranked(keys, usize::MAX).into_iter();
    order.filter_map(|it| found.get(it).cloned()).collect()
}
