//! Answers a query: the documents that match, in order, and how many match for
//! each facet value.

use fixedbitset::FixedBitSet;

use crate::corpus::Corpus;
use crate::interpret::interpret;
use crate::interpretation::Interpretation;
use crate::query::{FacetFilter, Order, Query};
use crate::score::Matches;
use crate::sorting::ranked;
use crate::text_query::TextQuery;

/// The answer to a query. All numbers are computed from the same sets.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchResults {
    /// The documents that match, in order, up to the limit of the query.
    pub hits: Vec<usize>,
    /// The number of documents that match.
    pub matched: usize,
    /// The number of documents of the corpus.
    pub total: usize,
    /// For each facet, for each value, how many documents would match. The
    /// filters of other facets stay as they are. If the facet matches any of its
    /// selected values, the value replaces them; otherwise it is added.
    pub counts: Vec<Vec<usize>>,
    /// What the search text means.
    pub interpretation: Interpretation,
}

/// Answers a query.
pub fn search(corpus: &Corpus, query: &Query) -> SearchResults {
    let interpretation = interpret(corpus, &query.search);
    let scored = query.order == Order::Relevance;
    let sets = QuerySets::new(corpus, query, &interpretation, scored);
    let matching = sets.all_except(None);
    let matched = matching.count_ones(..);
    SearchResults {
        hits: sets.ordered(corpus, query, &interpretation, &matching),
        matched,
        total: corpus.len(),
        counts: sets.counts(corpus, query, &matching),
        interpretation,
    }
}

/// The number of documents that match a query.
pub fn count(corpus: &Corpus, query: &Query) -> usize {
    let interpretation = interpret(corpus, &query.search);
    let sets = QuerySets::new(corpus, query, &interpretation, false);
    sets.all_except(None).count_ones(..)
}

/// What a search text means in a corpus.
pub fn understand(corpus: &Corpus, text: &TextQuery) -> Interpretation {
    interpret(corpus, text)
}

/// The documents that meet each condition of a query.
struct QuerySets {
    matches: Matches,
    /// The documents that match the search text, within the given ones.
    base: FixedBitSet,
    /// For each facet; `None` if no value is selected.
    facets: Vec<Option<FixedBitSet>>,
}

impl QuerySets {
    fn new(
        corpus: &Corpus,
        query: &Query,
        interpretation: &Interpretation,
        scored: bool,
    ) -> QuerySets {
        let mut matches = Matches::new(corpus, interpretation, scored);
        let mut base = std::mem::take(&mut matches.documents);
        if let Some(documents) = &query.within {
            let mut within = corpus.index.no_documents();
            for &document in documents.iter().filter(|&&it| it < corpus.len()) {
                within.insert(document);
            }
            base.intersect_with(&within);
        }
        let facets = corpus.index.values.iter().enumerate();
        let facets = facets.map(|(facet, values)| selected(values, query.filters.get(facet)?));
        QuerySets {
            matches,
            base,
            facets: facets.collect(),
        }
    }

    /// The documents that meet all conditions, without those of one facet.
    fn all_except(&self, skipped: Option<usize>) -> FixedBitSet {
        let mut matching = self.base.clone();
        for (facet, set) in self.facets.iter().enumerate() {
            if Some(facet) != skipped
                && let Some(set) = set
            {
                matching.intersect_with(set);
            }
        }
        matching
    }

    /// The matching documents in the order of the query, up to its limit.
    fn ordered(
        &self,
        corpus: &Corpus,
        query: &Query,
        interpretation: &Interpretation,
        matching: &FixedBitSet,
    ) -> Vec<usize> {
        let limit = query.limit.unwrap_or(usize::MAX);
        let order = match (query.order, &interpretation.references) {
            (Order::Corpus, _) => return matching.ones().take(limit).collect(),
            (Order::Relevance, None) => {
                let keyed = matching
                    .ones()
                    .map(|document| (self.matches.rank_key(corpus, document), document));
                return ranked(keyed, limit);
            }
            (Order::Relevance, Some(references)) => {
                references.iter().map(|it| it.document).collect()
            }
            (Order::Given, _) => query.within.clone().unwrap_or_default(),
        };
        let keyed = matching.ones().map(|document| {
            let position = order.iter().position(|other| *other == document);
            (position.map_or(u64::MAX, |it| it as u64), document)
        });
        ranked(keyed, limit)
    }

    fn counts(&self, corpus: &Corpus, query: &Query, matching: &FixedBitSet) -> Vec<Vec<usize>> {
        let facets = corpus.index.values.iter().enumerate();
        let counts = facets.map(|(facet, values)| {
            let is_alternative = query.filters.get(facet).is_some_and(|filter| {
                !filter.require_all && self.facets.get(facet).is_some_and(Option::is_some)
            });
            let others = is_alternative.then(|| self.all_except(Some(facet)));
            let others = others.as_ref().unwrap_or(matching);
            values
                .iter()
                .map(|carriers| carriers.intersection_count(others))
                .collect()
        });
        counts.collect()
    }
}

/// The documents with the selected values of a facet; `None` if there are none.
fn selected(values: &[FixedBitSet], filter: &FacetFilter) -> Option<FixedBitSet> {
    let mut carriers = filter.values.iter().filter_map(|value| values.get(*value));
    let mut set = carriers.next()?.clone();
    for other in carriers {
        if filter.require_all {
            set.intersect_with(other);
        } else {
            set.union_with(other);
        }
    }
    Some(set)
}
