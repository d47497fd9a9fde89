//! Ways out of an empty result: the smallest changes that find something.

use super::{corpus::Corpus, query::Query, rank::ranked, view::count};

/// One thing less to ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Drop the n-th term of the search.
    Word(usize),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relaxation {
    pub change: Change,
    /// How many documents would match after it; never zero.
    pub count: usize,
}

/// How many changes are offered at most.
const MOST: usize = 6;

/// The changes to `query` that find something: those that give up least first,
/// among these those that find most.
pub(super) fn relaxations(corpus: &Corpus, query: &Query) -> Vec<Relaxation> {
    let mut found = Vec::new();
    let mut keys = Vec::new();
    let mut asked = Vec::new();
    for (given_up, change) in candidates(query) {
        let changed = query.changed(change);
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
    let best = ranked(keys.into_iter()).into_iter().take(MOST);
    best.filter_map(|place| found.get(place).copied()).collect()
}

/// The changes worth trying, each with the number of things that it gives up.
fn candidates(query: &Query) -> Vec<(usize, Change)> {
    let mut changes = Vec::new();
    let terms = query.search.terms().len();
    if terms > 1 {
        changes.extend((0..terms).map(|index| (1, Change::Word(index))));
    }
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
