//! The recommendations that a paragraph speaks to: those that share its rare words.
//!
//! A recommendation and a paragraph are vectors of stems, each weighted by the square
//! root of how often it occurs, times the logarithm of how rare it is among the
//! recommendations (TF-IDF). A recommendation is as near as its product with the
//! paragraph, divided by the length of the vector of the recommendation.

use std::ops::Range;

use facet_search::{CharFold, Token, phrase_stems, ranked};

use super::findings::Suggested;
use super::index::Numbering;
use super::names::Names;
use crate::data::Agenda;

/// How many recommendations are suggested for a paragraph at most.
const MOST: usize = 3;

/// How many words are given as the reason at most.
const WORDS: usize = 5;

/// How many words a paragraph has at least.
const SHORTEST: usize = 8;

/// How many stems a recommendation shares with a paragraph at least, and how near it is.
const SHARED: usize = 3;
const THRESHOLD: f64 = 2.0;

/// What is suggested beside the best is at least so near, as a part of it.
const BESIDE: f64 = 0.6;

/// Nearness as a whole number, so that equal ones are equal everywhere.
const PRECISION: f64 = 1e6;

/// The stems of all recommendations.
pub struct Topics {
    numbers: Vec<u16>,
    /// The stems that are no function words, by their spelling.
    stems: Numbering,
    /// For each stem, the recommendations with it, by their positions, and its part of
    /// their nearness.
    parts: Vec<Vec<(usize, f64)>>,
}

impl Topics {
    pub fn of(agenda: &Agenda, fold: CharFold) -> Topics {
        let names = Names::new(agenda);
        // A statement is full of what recommendations are called.
        let nouns = [agenda.noun.one.clone(), agenda.noun.many.clone()];
        let nouns = phrase_stems(&nouns, fold, &agenda.families);
        let says_little =
            |stem: &str| names.is_function_word(stem) || nouns.iter().any(|it| it == stem);
        let mut stems = Numbering::default();
        let mut counts: Vec<Vec<(usize, f64)>> = Vec::new();
        for (position, entry) in agenda.recommendations.iter().enumerate() {
            let passages = entry.passages().map(str::to_owned).collect::<Vec<_>>();
            for phrase in phrase_stems(&passages, fold, &agenda.families) {
                for stem in phrase.split(' ').filter(|it| !says_little(it)) {
                    let id = stems.add(stem);
                    if id == counts.len() {
                        counts.push(Vec::new());
                    }
                    let Some(carriers) = counts.get_mut(id) else {
                        continue;
                    };
                    match carriers.last_mut().filter(|(last, _)| *last == position) {
                        Some((_, count)) => *count += 1.0,
                        None => carriers.push((position, 1.0)),
                    }
                }
            }
        }
        let all = agenda.len() as f64;
        let rarity = |carriers: usize| (all / carriers.max(1) as f64).ln();
        let mut lengths = vec![0.0; agenda.len()];
        for carriers in &counts {
            for (position, count) in carriers {
                let weight = count.sqrt() * rarity(carriers.len());
                if let Some(length) = lengths.get_mut(*position) {
                    *length += weight * weight;
                }
            }
        }
        for carriers in &mut counts {
            let rarity = rarity(carriers.len());
            for (position, part) in carriers {
                let length = lengths.get(*position).copied().unwrap_or(1.0);
                *part = part.sqrt() * rarity * rarity / f64::max(length, 1.0).sqrt();
            }
        }
        Topics {
            numbers: agenda.recommendations.iter().map(|it| it.number).collect(),
            stems,
            parts: counts,
        }
    }

    /// For each word of a statement, the stem that recommendations have as well.
    pub fn stems(&self, tokens: &[Token], agenda: &Agenda, fold: CharFold) -> Vec<Option<usize>> {
        let mut places = Numbering::default();
        let mut distinct = Vec::new();
        let words = tokens.iter().map(|token| {
            let place = places.add(&token.word);
            if place == distinct.len() {
                distinct.push(token.word.clone());
            }
            place
        });
        let words: Vec<usize> = words.collect();
        let stems = phrase_stems(&distinct, fold, &agenda.families);
        let ids = stems.iter().map(|stem| self.stems.get(stem));
        let ids: Vec<Option<usize>> = ids.collect();
        let ids = words.iter().map(|place| ids.get(*place).copied().flatten());
        ids.collect()
    }

    /// What a paragraph speaks to, the nearest first, without what it cites. `words` are
    /// its words with their stems.
    pub fn suggest(
        &self,
        words: &[(Range<usize>, Option<usize>)],
        cited: &[u16],
    ) -> Vec<Suggested> {
        if words.len() < SHORTEST {
            return Vec::new();
        }
        let mut stems: Vec<Stem> = Vec::new();
        for (range, id) in words {
            let Some(id) = *id else { continue };
            match stems.iter_mut().find(|it| it.id == id) {
                Some(stem) => stem.count += 1.0,
                None => stems.push(Stem {
                    id,
                    count: 1.0,
                    range: range.clone(),
                }),
            }
        }
        let mut near = vec![(0.0, 0); self.numbers.len()];
        for stem in &stems {
            for (position, part) in self.carriers(stem) {
                if let Some((nearness, shared)) = near.get_mut(*position) {
                    *nearness += stem.count.sqrt() * part;
                    *shared += 1;
                }
            }
        }
        let best = near.iter().map(|(nearness, _)| *nearness);
        let least = (best.fold(0.0, f64::max) * BESIDE).max(THRESHOLD);
        let keys = near
            .iter()
            .enumerate()
            .filter(|(position, (nearness, shared))| {
                let number = self.numbers.get(*position);
                let is_cited = number.is_none_or(|it| cited.contains(it));
                *nearness >= least && *shared >= SHARED && !is_cited
            });
        let keys = keys.map(|(position, (nearness, _))| (key(*nearness), position));
        let found = ranked(keys, MOST).into_iter();
        found
            .filter_map(|position| {
                let number = *self.numbers.get(position)?;
                let words = self.reasons(&stems, position);
                Some(Suggested { number, words })
            })
            .collect()
    }

    /// The words that led to a recommendation.
    fn reasons(&self, stems: &[Stem], position: usize) -> Vec<Range<usize>> {
        let parts = stems.iter().enumerate().filter_map(|(place, stem)| {
            let mut carriers = self.carriers(stem).iter();
            let (_, part) = carriers.find(|(carrier, _)| *carrier == position)?;
            Some((key(stem.count.sqrt() * part), place))
        });
        let words = ranked(parts, WORDS).into_iter();
        let words = words.filter_map(|it| stems.get(it));
        words.map(|it| it.range.clone()).collect()
    }

    fn carriers(&self, stem: &Stem) -> &[(usize, f64)] {
        self.parts.get(stem.id).map_or(&[], Vec::as_slice)
    }
}

/// A stem of a paragraph.
struct Stem {
    id: usize,
    /// How often it occurs.
    count: f64,
    /// The first word with it.
    range: Range<usize>,
}

/// What sorts the nearest first.
fn key(nearness: f64) -> u64 {
    u64::MAX - (nearness * PRECISION) as u64
}

/// The paragraphs of a text that have words: divided by empty lines, or by the ends of
/// lines where there are no empty ones.
pub fn paragraphs(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let has_empty = text.trim().split('\n').any(|line| line.trim().is_empty());
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    let mut start = 0;
    let mut tokens = tokens.iter().map(|it| it.range.start).peekable();
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let mut has_words = false;
        while tokens.next_if(|it| *it < end).is_some() {
            has_words = true;
        }
        let trimmed = start..start + line.trim_end().len();
        match found.last_mut().filter(|_| is_open) {
            Some(last) if has_words => last.end = trimmed.end,
            _ if has_words => found.push(trimmed),
            _ => {}
        }
        is_open = has_empty && !line.trim().is_empty() && (has_words || is_open);
        start = end;
    }
    found
}
