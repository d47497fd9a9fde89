//! Ways out of an empty result: the smallest changes that find something.

use super::corpus::Corpus;
use super::query::Query;
use super::rank::ranked;
use super::reading::Reading;
use super::search::{Kind, Search};
use super::spelling;
use super::view::count;

/// One thing less to ask for, or another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Drop the n-th item of the search.
    Word(usize),
    /// Look for the words of the n-th item, a phrase, in any order.
    Unquote(usize),
    /// Look for another word than the n-th item.
    Spelling { index: usize, word: String },
    /// Drop the search.
    Search,
    /// Drop one value of a facet.
    Value { facet: usize, value: usize },
    /// Drop all values of a facet.
    Facet(usize),
    /// Ask for any of the values of a facet instead of all.
    Any(usize),
    /// Look beyond the given documents.
    Within,
    /// Drop all facets and look beyond the given documents.
    Filters,
    /// Drop all of it.
    Everything,
}

/// A change, and what the result would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    pub change: Change,
    /// How many documents would match after it; never zero.
    pub count: usize,
}

/// How many changes are offered at most.
const MOST: usize = 6;

/// How many other spellings of one word are tried.
const SPELLINGS: usize = 3;

/// The changes to `query` that find something: those that give up least first,
/// among these those that find most.
#[inline(never)]
pub(super) fn relaxations(corpus: &Corpus, query: &Query, reading: &Reading) -> Vec<Relaxation> {
    let mut found = Vec::new();
    let mut keys = Vec::new();
    let mut asked = Vec::new();
    for (given_up, change) in candidates(corpus, query, reading) {
        let changed = query.changed(&change, corpus.fold);
        let count = count(corpus, &changed);
        // Two changes can come to the same, as when only one facet is chosen.
        if count > 0 && !asked.contains(&changed) {
            asked.push(changed);
            // Few things given up come first, then many documents found.
            let key = ((given_up as u64) << 32) | u64::from(u32::MAX - count as u32);
            keys.push((key, found.len()));
            found.push(Relaxation { change, count });
        }
    }
    let best = ranked(keys.into_iter(), MOST).into_iter();
    best.filter_map(|place| found.get(place).cloned()).collect()
}

/// The changes worth trying, each with the number of things that it gives up.
fn candidates(corpus: &Corpus, query: &Query, reading: &Reading) -> Vec<(usize, Change)> {
    let mut changes = Vec::new();
    // What names documents is one thing.
    let terms = match reading.references {
        Some(_) => 1,
        None => {
            in_search(corpus, &query.search, &mut changes);
            query.search.items().count()
        }
    };
    if terms > 0 {
        changes.push((terms, Change::Search));
    }
    let mut filters = 0;
    for (facet, choice) in query.choices.iter().enumerate() {
        let chosen = choice.values.len();
        filters += chosen;
        // One value less widens only where all are asked for or none is left.
        if choice.every || chosen == 1 {
            let values = choice.values.iter();
            changes.extend(values.map(|&value| (1, Change::Value { facet, value })));
        }
        if choice.every && chosen > 1 {
            changes.push((1, Change::Any(facet)));
        }
        if chosen > 1 {
            changes.push((chosen, Change::Facet(facet)));
        }
    }
    if query.within.is_some() {
        filters += 1;
        changes.push((1, Change::Within));
    }
    if filters > 1 {
        changes.push((filters, Change::Filters));
    }
    if filters > 0 && terms > 0 {
        changes.push((filters + terms, Change::Everything));
    }
    changes
}

/// The changes to single items of a search. To look for the same in another
/// way gives up nothing.
fn in_search(corpus: &Corpus, search: &Search, changes: &mut Vec<(usize, Change)>) {
    let several = search.items().nth(1).is_some();
    for (index, item) in search.items().enumerate() {
        match &item.kind {
            Kind::Word(word) if !item.excluded => {
                let words = spelling::neighbours(corpus, word).into_iter();
                let words = words.map(|word| corpus.vocabulary.word(word).to_owned());
                let spellings = words.map(|word| Change::Spelling { index, word });
                // A text that is too long could not be carried by a link.
                let short = |change: &Change| {
                    let text = search.changed(change, corpus.fold);
                    text.chars().count() <= Search::MOST
                };
                let spellings = spellings.filter(short).take(SPELLINGS);
                changes.extend(spellings.map(|change| (0, change)));
            }
            Kind::Phrase { .. } if !item.excluded => changes.push((0, Change::Unquote(index))),
            _ => {}
        }
        if several {
            changes.push((1, Change::Word(index)));
        }
    }
}
