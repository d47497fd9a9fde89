//! From corpus and query to what is shown: the one function of the engine.

use std::ops::Range;

use fixedbitset::FixedBitSet;

use super::{
    corpus::Corpus,
    query::{Choice, Order, Query},
    rank::{Ranking, ranked},
    relax::{Relaxation, relaxations},
};

/// The answer to a query. Every number in it comes from the same sets.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The documents that match, in order.
    pub hits: Vec<Hit>,
    /// How many documents the corpus has.
    pub total: usize,
    /// For each facet, for each value, how many documents would match with the
    /// other facets as they are: where values widen, as if this value alone
    /// were chosen; where all are required, as if it were required too.
    pub counts: Vec<Vec<usize>>,
    /// Where nothing matches, the changes that would find something.
    pub relaxations: Vec<Relaxation>,
}

/// A document that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its position in the corpus.
    pub document: usize,
    /// For each passage, the bytes of the words that were found.
    pub marks: Vec<Vec<Range<usize>>>,
}

/// Answers a query.
pub fn view(corpus: &Corpus, query: &Query) -> View {
    let sets = Sets::new(corpus, query);
    let matching = sets.all_but(None);
    let mut documents: Vec<usize> = matching.ones().collect();
    match query.order {
        Order::Corpus => {}
        Order::Relevance => {
            let ranking = Ranking::new(corpus, &sets.words);
            documents = ranked(documents.into_iter().map(|one| (ranking.key(one), one)));
        }
        Order::Given => {
            let given = query.within.as_deref().unwrap_or_default();
            let place = |document: usize| {
                let place = given.iter().position(|other| *other == document);
                place.map_or(u64::MAX, |place| place as u64)
            };
            documents = ranked(documents.into_iter().map(|one| (place(one), one)));
        }
    }
    let relaxations = if documents.is_empty() {
        relaxations(corpus, query)
    } else {
        Vec::new()
    };
    let hits = documents.into_iter().map(|document| Hit {
        document,
        marks: corpus.marks(document, &sets.words),
    });
    View {
        hits: hits.collect(),
        total: corpus.len(),
        counts: sets.counts(corpus, query),
        relaxations,
    }
}

/// How many documents match a query.
pub(super) fn count(corpus: &Corpus, query: &Query) -> usize {
    Sets::new(corpus, query).all_but(None).count_ones(..)
}

/// What each part of a query lets through on its own.
struct Sets {
    /// For each term of the search, the words that begin so.
    words: Vec<Range<usize>>,
    /// The search and the given documents.
    base: FixedBitSet,
    /// By facet; `None` where nothing is chosen.
    facets: Vec<Option<FixedBitSet>>,
}

impl Sets {
    fn new(corpus: &Corpus, query: &Query) -> Sets {
        let mut base = FixedBitSet::with_capacity(corpus.len());
        match &query.within {
            None => base.insert_range(..),
            Some(documents) => {
                let known = documents.iter().filter(|&&number| number < corpus.len());
                known.for_each(|&document| base.insert(document));
            }
        }
        let terms = query.search.terms();
        let words: Vec<Range<usize>> = terms
            .iter()
            .map(|term| corpus.beginning_with(&term.prefix))
            .collect();
        for range in &words {
            let mut found = FixedBitSet::with_capacity(corpus.len());
            for posting in corpus.postings(range) {
                found.insert(posting.document);
            }
            base.intersect_with(&found);
        }
        let facets = corpus
            .values()
            .iter()
            .enumerate()
            .map(|(facet, values)| choose(values, query.choices.get(facet)?, corpus.len()))
            .collect();
        Sets {
            words,
            base,
            facets,
        }
    }

    /// The documents that all parts let through, one facet left aside.
    fn all_but(&self, aside: Option<usize>) -> FixedBitSet {
        let mut left = self.base.clone();
        for (facet, set) in self.facets.iter().enumerate() {
            if let (Some(set), true) = (set, Some(facet) != aside) {
                left.intersect_with(set);
            }
        }
        left
    }

    fn counts(&self, corpus: &Corpus, query: &Query) -> Vec<Vec<usize>> {
        let values = corpus.values().iter().enumerate();
        values
            .map(|(facet, values)| {
                let narrows = query.choices.get(facet).is_some_and(|choice| choice.every);
                let others = self.all_but((!narrows).then_some(facet));
                let each = values.iter();
                each.map(|set| set.intersection_count(&others)).collect()
            })
            .collect()
    }
}

fn choose(values: &[FixedBitSet], choice: &Choice, size: usize) -> Option<FixedBitSet> {
    let mut chosen = choice.values.iter().filter_map(|value| values.get(*value));
    let mut set = chosen.next()?.clone();
    set.grow(size);
    for other in chosen {
        if choice.every {
            set.intersect_with(other);
        } else {
            set.union_with(other);
        }
    }
    Some(set)
}
