//! Which documents match an interpretation, and how well each of them does.
//!
//! The score is the sum of BM25 over the required terms and the adjacent words.

use fixedbitset::FixedBitSet;

use crate::adjacency::AdjacentPair;
use crate::bm25::bm25;
use crate::corpus::Corpus;
use crate::index::Index;
use crate::interpretation::{Alternative, Clause, ExpansionSource, Interpretation, Term};
use crate::matcher::{Matcher, MatcherHits};

/// The term frequency of a word that only a label contains.
const LABEL_FREQUENCY: f32 = 0.3;
/// The weight of the idf of adjacent words, besides that of each word.
const ADJACENT_WEIGHT: f32 = 0.5;
/// The weight of a phrase that comes from the glossary.
const SYNONYM_WEIGHT: f32 = 0.6;

/// The documents that match, and what their scores are computed from.
pub(crate) struct Matches {
    pub documents: FixedBitSet,
    alternatives: Vec<AlternativeMatches>,
}

struct AlternativeMatches {
    documents: FixedBitSet,
    terms: Vec<Vec<ClauseMatches>>,
    pairs: Vec<AdjacentPair>,
}

struct ClauseMatches {
    documents: FixedBitSet,
    matchers: Vec<MatcherHits>,
    weight: f32,
}

impl Matches {
    /// Scores are available only if `scored`.
    pub(crate) fn new(corpus: &Corpus, interpretation: &Interpretation, scored: bool) -> Matches {
        let index = &corpus.index;
        let mut documents = if interpretation.is_constraint() {
            index.no_documents()
        } else {
            index.all_documents()
        };
        for reference in interpretation.references.iter().flatten() {
            documents.insert(reference.document);
        }
        let alternatives = interpretation.alternatives.iter().map(|alternative| {
            let matches = AlternativeMatches::new(index, alternative, scored);
            documents.union_with(&matches.documents);
            matches
        });
        Matches {
            alternatives: alternatives.collect(),
            documents,
        }
    }

    /// The rank of a document: the lower, the better.
    pub(crate) fn rank_key(&self, corpus: &Corpus, document: usize) -> u64 {
        let length_norm = corpus.length_norms.get(document).copied().unwrap_or(1.0);
        self.alternatives
            .iter()
            .filter(|it| it.documents.contains(document))
            .map(|it| it.rank_key(document, length_norm))
            .min()
            .unwrap_or(u64::MAX)
    }
}

impl AlternativeMatches {
    fn new(index: &Index, alternative: &Alternative, scored: bool) -> AlternativeMatches {
        let mut documents: Option<FixedBitSet> = None;
        let terms = alternative.required.iter().map(|term| {
            let clauses = clauses(index, term, scored);
            match &mut documents {
                Some(documents) => documents.intersect_with(&union(index, &clauses)),
                None => documents = Some(union(index, &clauses)),
            }
            clauses
        });
        let terms: Vec<Vec<ClauseMatches>> = terms.collect();
        let mut documents = documents.unwrap_or_else(|| index.all_documents());
        for term in &alternative.excluded {
            documents.difference_with(&union(index, &clauses(index, term, false)));
        }
        let pairs = if scored {
            adjacent_pairs(index, alternative, &terms)
        } else {
            Vec::new()
        };
        AlternativeMatches {
            documents,
            terms,
            pairs,
        }
    }

    fn rank_key(&self, document: usize, length_norm: f32) -> u64 {
        let mut terms_outside_text = 0;
        let mut score = 0.0;
        for clauses in &self.terms {
            let mut in_text = false;
            let mut best = 0.0_f32;
            for clause in clauses {
                if let Some((score, all_in_text)) = clause.score(document, length_norm) {
                    in_text |= all_in_text;
                    best = best.max(score);
                }
            }
            terms_outside_text += u32::from(!in_text);
            score += best;
        }
        for pair in &self.pairs {
            score += pair.score(document, length_norm);
        }
        rank_key(terms_outside_text, score)
    }
}

/// Lower for fewer terms outside the text, then for a higher score. Scores are
/// never negative, and the bits of such numbers are in the same order.
fn rank_key(terms_outside_text: u32, score: f32) -> u64 {
    (u64::from(terms_outside_text) << 32) | u64::from(u32::MAX - score.to_bits())
}

impl ClauseMatches {
    fn new(index: &Index, clause: &Clause, scored: bool) -> ClauseMatches {
        let matchers = clause.matchers.iter();
        let mut matchers: Vec<MatcherHits> = matchers
            .map(|matcher| MatcherHits::new(index, matcher, scored))
            .collect();
        // Moved, not cloned: the sets of single matchers are not needed later.
        let mut documents = match matchers.first_mut() {
            Some(first) => std::mem::take(&mut first.documents),
            None => index.no_documents(),
        };
        for hits in matchers.iter().skip(1) {
            documents.intersect_with(&hits.documents);
        }
        let weight = match (clause.via, clause.matchers.first()) {
            (Some(ExpansionSource::Entry(_)), Some(Matcher::Phrase(_))) => SYNONYM_WEIGHT,
            _ => 1.0,
        };
        ClauseMatches {
            documents,
            matchers,
            weight,
        }
    }

    /// The score of a document that matches, and whether its text matches
    /// without labels and values.
    fn score(&self, document: usize, length_norm: f32) -> Option<(f32, bool)> {
        if !self.documents.contains(document) {
            return None;
        }
        let mut sum = 0.0;
        let mut in_text = true;
        for hits in &self.matchers {
            let mut term_frequency = hits.term_frequency(document);
            if term_frequency <= 0.0 {
                if hits.optional {
                    continue;
                }
                in_text = false;
                term_frequency = LABEL_FREQUENCY;
            }
            sum += bm25(term_frequency, hits.idf, length_norm);
        }
        Some((sum * self.weight, in_text))
    }
}

/// Each required word of an alternative with the next one, as they were typed.
fn adjacent_pairs(
    index: &Index,
    alternative: &Alternative,
    terms: &[Vec<ClauseMatches>],
) -> Vec<AdjacentPair> {
    let words: Vec<(&Matcher, &MatcherHits)> = alternative
        .required
        .iter()
        .zip(terms)
        .filter_map(|(term, clauses)| term.clauses.first().zip(clauses.first()))
        .flat_map(|(clause, matches)| clause.matchers.iter().zip(&matches.matchers))
        .collect();
    let neighbours = words.iter().zip(words.iter().skip(1));
    let pairs = neighbours.filter_map(|((first, first_hits), (second, second_hits))| {
        let idf = ADJACENT_WEIGHT * (first_hits.idf + second_hits.idf);
        AdjacentPair::new(index, first, second, idf)
    });
    pairs.collect()
}

fn clauses(index: &Index, term: &Term, scored: bool) -> Vec<ClauseMatches> {
    term.clauses
        .iter()
        .map(|clause| ClauseMatches::new(index, clause, scored))
        .collect()
}

fn union(index: &Index, clauses: &[ClauseMatches]) -> FixedBitSet {
    let mut union = index.no_documents();
    for clause in clauses {
        union.union_with(&clause.documents);
    }
    union
}
