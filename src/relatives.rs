//! Which recommendations are similar: in their words, and in their topics.
//!
//! Two published measures, added with fixed weights:
//! - **Words:** the cosine between vectors of the runs of one to three words of each
//!   text. A run weighs how often the text has it, times the logarithm of how rare it is
//!   among the texts (TF-IDF, the weighting `tfc` of G. Salton and C. Buckley,
//!   “Term-weighting approaches in automatic text retrieval”, Information Processing &
//!   Management 24(5), 1988, 513–523).
//! - **Topics:** the Jaccard similarity of the values of the facet of the topics (P. Jaccard,
//!   “The distribution of the flora in the alpine zone”, New Phytologist 11(2), 1912,
//!   37–50): what both carry, divided by what either carries. A value weighs the same
//!   logarithm of how rare it is.
//!
//! Both are between 0 and 1. It is for a build, which computes them once; the app only
//! reads what came out.

use std::collections::BTreeMap;
use std::ops::Range;

use facet_search::{CharFold, Token, tokens};

use crate::data::{Agenda, Facet, Quote, Recommendation, Relative, Value};

/// How much the words count, from 0 to 1; the topics count the rest. The words are the
/// source's, the topics are editorial. Without topics, the words are everything.
const WORDS: f64 = 0.6;

/// How similar a recommendation must be to be named at all.
const THRESHOLD: f64 = 0.08;

/// How many are named at most.
const MOST: usize = 5;

/// How many words a run has at most.
const LONGEST_RUN: usize = 3;

/// How many words are quoted at least where shared topics are a reason as well: shorter
/// ones mostly repeat the name of a topic.
const QUOTED_BESIDE_TOPICS: usize = 4;

/// Words that a search reads as its own signs, so that they are not among the function
/// words of the data.
const OPERATORS: [&str; 2] = ["and", "or"];

/// Similarities that differ by less are equal, so that rounding decides nothing.
const PRECISION: f64 = 1e9;

/// The recommendations that are similar to each one of an agenda, in its order: the
/// nearest first, of equally near ones that with the lower number.
pub fn relatives(agenda: &Agenda, fold: CharFold) -> Vec<Vec<Relative>> {
    let entries = &agenda.recommendations;
    let texts: Vec<Text<'_>> = entries.iter().map(|it| Text::of(it, fold)).collect();
    let vectors = vectors(&texts);
    let topics = agenda.topic().and_then(|topic| agenda.facets.get(topic));
    let operators = OPERATORS.iter().copied();
    let no_ends = agenda.function_words.iter().map(String::as_str);
    let no_ends = words(no_ends.chain(operators), fold);
    let pairs = || entries.iter().zip(&texts).zip(&vectors);
    let near = pairs().map(|((entry, text), vector)| {
        let mut ranked = Vec::new();
        for ((other, other_text), other_vector) in pairs() {
            if other.number == entry.number {
                continue;
            }
            let words = cosine(vector, other_vector);
            let similarity = topics.map_or(words, |topics| {
                let topics = jaccard(topics, [entry.number, other.number], agenda.len());
                WORDS * words + (1.0 - WORDS) * topics
            });
            if similarity >= THRESHOLD {
                ranked.push(((similarity * PRECISION).round() as u64, other, other_text));
            }
        }
        ranked.sort_by(|(one, ..), (other, ..)| other.cmp(one));
        let nearest = ranked.into_iter().take(MOST);
        let nearest = nearest.map(|(_, other, other_text)| {
            let is_shared = |it: &Value| it.is_shared(entry.number, other.number);
            let shares_topics = topics.is_some_and(|topics| topics.values.iter().any(is_shared));
            let least = if shares_topics {
                QUOTED_BESIDE_TOPICS
            } else {
                1
            };
            Relative {
                number: other.number,
                words: text.longest_run(other_text, &no_ends, least),
            }
        });
        nearest.collect()
    });
    near.collect()
}

/// How rare something is that `having` of `all` texts have: 0 if all have it.
fn rarity(having: usize, all: usize) -> f64 {
    (all as f64 / having as f64).ln()
}

/// The words of texts, folded.
fn words<'a>(texts: impl Iterator<Item = &'a str>, fold: CharFold) -> Vec<String> {
    let words = texts.flat_map(|text| tokens(text, fold));
    words.map(|token| token.word).collect()
}

/// A text in words.
struct Text<'a>(Vec<(&'a str, Vec<Token>)>);

impl<'a> Text<'a> {
    fn of(recommendation: &'a Recommendation, fold: CharFold) -> Text<'a> {
        let blocks = recommendation.passages();
        Text(blocks.map(|text| (text, tokens(text, fold))).collect())
    }

    /// Its runs of words, which end where a block ends, and how often it has each.
    fn runs(&self) -> BTreeMap<Vec<&str>, f64> {
        let mut runs = BTreeMap::new();
        for (_, tokens) in &self.0 {
            for length in 1..=LONGEST_RUN {
                for run in tokens.windows(length) {
                    let words = run.iter().map(|token| token.word.as_str());
                    *runs.entry(words.collect()).or_default() += 1.0;
                }
            }
        }
        runs
    }

    /// The longest run of words that another text has letter for letter, by its place in
    /// this one, if it has at least so many words. It neither begins nor ends with one
    /// of `no_ends`; of equally long ones it is the first.
    fn longest_run(&self, other: &Text<'_>, no_ends: &[String], least: usize) -> Option<Quote> {
        let is_end = |token: &Token| !no_ends.contains(&token.word);
        let (mut longest, mut found) = (least.saturating_sub(1), None);
        for (block, (text, tokens)) in self.0.iter().enumerate() {
            for (start, first) in tokens.iter().enumerate().filter(|(_, it)| is_end(it)) {
                for (end, last) in tokens.iter().enumerate().skip(start) {
                    let range = first.range.start..last.range.end;
                    let length = end - start + 1;
                    let words = text.get(range.clone()).unwrap_or_default();
                    if !other.has(words) {
                        break;
                    }
                    if is_end(last) && length > longest {
                        longest = length;
                        found = Some(quote(block, range));
                    }
                }
            }
        }
        found
    }

    /// Whether it has words, letter for letter, and not as parts of longer words.
    fn has(&self, words: &str) -> bool {
        self.0.iter().any(|(text, tokens)| {
            let begins = |place| tokens.iter().any(|token| token.range.start == place);
            let ends = |place| tokens.iter().any(|token| token.range.end == place);
            let mut found = text.match_indices(words);
            found.any(|(place, _)| begins(place) && ends(place + words.len()))
        })
    }
}

fn quote(block: usize, Range { start, end }: Range<usize>) -> Quote {
    Quote {
        block,
        start,
        length: end - start,
    }
}

/// The weights of the runs of each text, as a vector of length 1.
fn vectors<'a>(texts: &'a [Text<'_>]) -> Vec<BTreeMap<Vec<&'a str>, f64>> {
    let mut vectors: Vec<BTreeMap<Vec<&str>, f64>> = texts.iter().map(Text::runs).collect();
    let mut having: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    for run in vectors.iter().flat_map(BTreeMap::keys) {
        *having.entry(run.clone()).or_default() += 1;
    }
    for vector in &mut vectors {
        for (run, weight) in vector.iter_mut() {
            let having = having.get(run).copied().unwrap_or(1);
            *weight *= rarity(having, texts.len());
        }
        let length = vector.values().map(|weight| weight * weight).sum::<f64>();
        if length > 0.0 {
            let length = length.sqrt();
            vector.values_mut().for_each(|weight| *weight /= length);
        }
    }
    vectors
}

/// The cosine of the angle between two vectors of length 1.
fn cosine(one: &BTreeMap<Vec<&str>, f64>, other: &BTreeMap<Vec<&str>, f64>) -> f64 {
    let products = one.iter().map(|(run, weight)| {
        let other = other.get(run).copied();
        weight * other.unwrap_or_default()
    });
    products.sum()
}

/// The weighted Jaccard similarity of the values that two recommendations carry; 0 if
/// nothing that tells recommendations apart is carried by either.
fn jaccard(facet: &Facet, numbers: [u16; 2], all: usize) -> f64 {
    let (mut both, mut either) = (0.0, 0.0);
    for value in &facet.values {
        let weight = rarity(value.tags.len().max(1), all);
        match numbers.map(|number| value.tag(number).is_some()) {
            [true, true] => {
                both += weight;
                either += weight;
            }
            [false, false] => {}
            _ => either += weight,
        }
    }
    if either > 0.0 { both / either } else { 0.0 }
}
