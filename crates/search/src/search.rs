//! From corpus and query to what is shown: the one function of the engine.

use fixedbitset::FixedBitSet;

use super::bm25::ranked;
use super::corpus::Corpus;
use super::interpretation::Interpretation;
use super::matching::Found;
use super::query::{FacetFilter, Order, Query};

/// The answer to a query. Every number in it comes from the same sets.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchResults {
    /// The documents that match, in order, as many as the query wants.
    pub hits: Vec<usize>,
    /// How many match.
    pub matched: usize,
    /// How many documents the corpus has.
    pub total: usize,
    /// For each facet, for each value, how many documents would match with the
    /// other facets as they are: where values widen, as if this value alone
    /// were chosen; where all are required, as if it were required too.
    pub counts: Vec<Vec<usize>>,
    /// How the search was understood.
    pub interpretation: Interpretation,
}

/// Answers a query.
pub fn search(corpus: &Corpus, query: &Query) -> SearchResults {
    let interpretation = Interpretation::new(corpus, &query.search);
    let sets = Sets::new(
        corpus,
        query,
        &interpretation,
        query.order == Order::Relevance,
    );
    let matching = sets.all_but(None);
    let matched = matching.count_ones(..);
    SearchResults {
        hits: sets.ordered(corpus, query, &interpretation, &matching),
        matched,
        total: corpus.len(),
        counts: sets.counts(corpus, query, &matching),
        interpretation,
    }
}

/// How many documents match a query.
pub fn count(corpus: &Corpus, query: &Query) -> usize {
    let interpretation = Interpretation::new(corpus, &query.search);
    let sets = Sets::new(corpus, query, &interpretation, false);
    sets.all_but(None).count_ones(..)
}

/// What each part of a query lets through on its own.
struct Sets {
    found: Found,
    /// The search and the given documents.
    base: FixedBitSet,
    /// By facet; `None` where nothing is chosen.
    facets: Vec<Option<FixedBitSet>>,
}

impl Sets {
    fn new(corpus: &Corpus, query: &Query, interpretation: &Interpretation, ranked: bool) -> Sets {
        let mut found = Found::new(corpus, interpretation, ranked);
        let mut base = std::mem::take(&mut found.documents);
        if let Some(documents) = &query.within {
            let mut within = corpus.no_documents();
            let known = documents.iter().filter(|&&number| number < corpus.len());
            known.for_each(|&document| within.insert(document));
            base.intersect_with(&within);
        }
        let facets = corpus.values().iter().enumerate();
        let facets = facets.map(|(facet, values)| choose(values, query.filters.get(facet)?));
        Sets {
            found,
            base,
            facets: facets.collect(),
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

    /// The first of the matching documents, in the order that is asked for.
    fn ordered(
        &self,
        corpus: &Corpus,
        query: &Query,
        interpretation: &Interpretation,
        matching: &FixedBitSet,
    ) -> Vec<usize> {
        let most = query.limit.unwrap_or(usize::MAX);
        let given = match (query.order, &interpretation.references) {
            (Order::Corpus, _) => return matching.ones().take(most).collect(),
            (Order::Relevance, None) => {
                let documents = matching.ones();
                let keyed = documents.map(|document| (self.found.key(corpus, document), document));
                return ranked(keyed, most);
            }
            (Order::Relevance, Some(references)) => {
                references.iter().map(|it| it.document).collect()
            }
            (Order::Given, _) => query.within.clone().unwrap_or_default(),
        };
        let keyed = matching.ones().map(|document| {
            let place = given.iter().position(|other| *other == document);
            (place.map_or(u64::MAX, |place| place as u64), document)
        });
        ranked(keyed, most)
    }

    fn counts(&self, corpus: &Corpus, query: &Query, matching: &FixedBitSet) -> Vec<Vec<usize>> {
        let values = corpus.values().iter().enumerate();
        values
            .map(|(facet, values)| {
                let widens = query.filters.get(facet).is_some_and(|filter| {
                    !filter.require_all && self.facets.get(facet).is_some_and(Option::is_some)
                });
                let others = widens.then(|| self.all_but(Some(facet)));
                let others = others.as_ref().unwrap_or(matching);
                let each = values.iter();
                each.map(|set| set.intersection_count(others)).collect()
            })
            .collect()
    }
}

fn choose(values: &[FixedBitSet], filter: &FacetFilter) -> Option<FixedBitSet> {
    let mut chosen = filter.values.iter().filter_map(|value| values.get(*value));
    let mut set = chosen.next()?.clone();
    for other in chosen {
        if filter.require_all {
            set.intersect_with(other);
        } else {
            set.union_with(other);
        }
    }
    Some(set)
}
