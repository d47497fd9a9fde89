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
mod wording;

use facet_search::{CharFold, ranked, tokens};

use crate::data::Agenda;
use topics::Topics;
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
        let (mut cited, mut flags) = citations::citations(text, self.agenda);
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

/// How many words a text has: what stands between blanks and is not only marks.
fn words_of(text: &str) -> usize {
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
