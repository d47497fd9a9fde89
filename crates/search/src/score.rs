//! Which documents a reading finds, and how well.

use fixedbitset::FixedBitSet;

use super::bm25::{ADJACENT, LABEL, PHRASE, bm25, idf, key};
use super::corpus::Corpus;
use super::interpretation::{
    Alternative, Clause, ExpansionSource, Interpretation, Matcher, PhraseTerm, Term,
};

/// The documents that a reading finds.
pub(super) struct Found {
    pub documents: FixedBitSet,
    alternatives: Vec<FoundAlternative>,
}

struct FoundAlternative {
    documents: FixedBitSet,
    terms: Vec<Vec<ClauseMatches>>,
    pairs: Vec<Pair>,
}

/// Two words that were typed next to each other.
struct Pair {
    /// For each document, how often they stand so.
    term_frequency: Vec<f32>,
    idf: f32,
}

/// What one way to satisfy a term finds.
struct ClauseMatches {
    documents: FixedBitSet,
    parts: Vec<MatcherHits>,
    weight: f32,
}

/// What a single finder finds.
struct MatcherHits {
    documents: FixedBitSet,
    /// For each document, how often; empty where nobody asks, or where it is
    /// never in the text.
    term_frequency: Vec<f32>,
    idf: f32,
}

impl Found {
    /// `ranked` tells whether scores will be asked for.
    pub(super) fn new(corpus: &Corpus, interpretation: &Interpretation, ranked: bool) -> Found {
        let mut documents = corpus.no_documents();
        if !interpretation.asks() {
            documents.insert_range(..);
        }
        for reference in interpretation.references.iter().flatten() {
            documents.insert(reference.document);
        }
        let alternatives = interpretation.alternatives.iter().map(|alternative| {
            let found = FoundAlternative::new(corpus, alternative, ranked);
            documents.union_with(&found.documents);
            found
        });
        let alternatives = alternatives.collect();
        Found {
            documents,
            alternatives,
        }
    }

    /// How well a document matches: the lower, the better.
    pub(super) fn key(&self, corpus: &Corpus, document: usize) -> u64 {
        let length_norm = corpus.length_norm.get(document).copied().unwrap_or(1.0);
        let alternatives = self.alternatives.iter();
        let alternatives = alternatives.filter(|it| it.documents.contains(document));
        let keys = alternatives.map(|it| it.key(document, length_norm));
        keys.min().unwrap_or(u64::MAX)
    }
}

impl FoundAlternative {
    fn new(corpus: &Corpus, alternative: &Alternative, ranked: bool) -> FoundAlternative {
        let mut documents: Option<FixedBitSet> = None;
        let terms = alternative.wanted.iter().map(|term| {
            let options = options(corpus, term, ranked);
            match &mut documents {
                Some(documents) => documents.intersect_with(&union(corpus, &options)),
                None => documents = Some(union(corpus, &options)),
            }
            options
        });
        let terms: Vec<Vec<ClauseMatches>> = terms.collect();
        let mut documents = documents.unwrap_or_else(|| {
            let mut all = corpus.no_documents();
            all.insert_range(..);
            all
        });
        for term in &alternative.unwanted {
            documents.difference_with(&union(corpus, &options(corpus, term, false)));
        }
        let pairs = match ranked {
            true => pairs(corpus, alternative, &terms),
            false => Vec::new(),
        };
        FoundAlternative {
            documents,
            terms,
            pairs,
        }
    }

    /// How well a document of it matches: the lower, the better.
    fn key(&self, document: usize, length_norm: f32) -> u64 {
        let mut outside = 0;
        let mut score = 0.0;
        for term in &self.terms {
            let mut in_text = false;
            let mut most = 0.0_f32;
            for option in term {
                if let Some((score, text)) = option.score(document, length_norm) {
                    in_text |= text;
                    most = most.max(score);
                }
            }
            outside += u32::from(!in_text);
            score += most;
        }
        for pair in &self.pairs {
            let term_frequency = pair
                .term_frequency
                .get(document)
                .copied()
                .unwrap_or_default();
            if term_frequency > 0.0 {
                score += bm25(term_frequency, pair.idf, length_norm);
            }
        }
        key(outside, score)
    }
}

/// Two words that were typed next to each other, as a part: where they stand
/// so.
fn pair(corpus: &Corpus, first: &Matcher, second: &Matcher, idf: f32) -> Option<Pair> {
    let (Matcher::Word { forms, .. }, Matcher::Word { forms: others, .. }) = (first, second) else {
        return None;
    };
    let mut second = FixedBitSet::with_capacity(corpus.vocabulary.len());
    others
        .iter()
        .for_each(|(form, _)| second.insert(*form as usize));
    let mut term_frequency = vec![0.0; corpus.len()];
    for (form, _) in forms {
        for posting in corpus.postings.of(*form) {
            for &place in posting.places {
                let next = corpus.texts.following(place).first();
                if next.is_some_and(|next| second.contains(*next as usize))
                    && let Some(sum) = term_frequency.get_mut(posting.document)
                {
                    *sum += 1.0;
                }
            }
        }
    }
    Some(Pair {
        term_frequency,
        idf,
    })
}

/// The plain words of an alternative, each with the one that follows it.
fn pairs(corpus: &Corpus, alternative: &Alternative, found: &[Vec<ClauseMatches>]) -> Vec<Pair> {
    let terms = alternative.wanted.iter().zip(found);
    let typed = terms.filter_map(|(term, found)| term.options.first().zip(found.first()));
    let words = typed.flat_map(|(option, found)| option.all.iter().zip(&found.parts));
    let words: Vec<(&Matcher, &MatcherHits)> = words.collect();
    let neighbours = words.iter().zip(words.iter().skip(1));
    let pairs = neighbours.filter_map(|((first, found), (second, others))| {
        pair(corpus, first, second, ADJACENT * (found.idf + others.idf))
    });
    pairs.collect()
}

impl ClauseMatches {
    fn new(corpus: &Corpus, sought: &Clause, ranked: bool) -> ClauseMatches {
        let parts = sought.all.iter();
        let mut parts: Vec<MatcherHits> = parts
            .map(|it| MatcherHits::new(corpus, it, ranked))
            .collect();
        // The set of a single part is that of all of them.
        let mut documents = match parts.first_mut() {
            Some(first) => std::mem::take(&mut first.documents),
            None => corpus.no_documents(),
        };
        for part in parts.iter().skip(1) {
            documents.intersect_with(&part.documents);
        }
        let weight = match (sought.via, sought.all.first()) {
            (Some(ExpansionSource::Entry(_)), Some(Matcher::Phrase(_))) => PHRASE,
            _ => 1.0,
        };
        ClauseMatches {
            documents,
            parts,
            weight,
        }
    }

    /// The score of a document that has all of it, and whether its text has.
    fn score(&self, document: usize, length_norm: f32) -> Option<(f32, bool)> {
        if !self.documents.contains(document) {
            return None;
        }
        let mut sum = 0.0;
        let mut in_text = true;
        for part in &self.parts {
            let term_frequency = part
                .term_frequency
                .get(document)
                .copied()
                .unwrap_or_default();
            in_text &= term_frequency > 0.0;
            let term_frequency = if term_frequency > 0.0 {
                term_frequency
            } else {
                LABEL
            };
            sum += bm25(term_frequency, part.idf, length_norm);
        }
        Some((sum * self.weight, in_text))
    }
}

impl MatcherHits {
    fn new(corpus: &Corpus, matcher: &Matcher, ranked: bool) -> MatcherHits {
        let mut part = MatcherHits {
            documents: corpus.no_documents(),
            term_frequency: Vec::new(),
            idf: 0.0,
        };
        if ranked && !matches!(matcher, Matcher::Value(_)) {
            part.term_frequency = vec![0.0; corpus.len()];
        }
        match matcher {
            Matcher::Word { forms, .. } => {
                for &(word, weight) in forms {
                    part.add_word(corpus, word, weight);
                }
            }
            Matcher::Phrase(terms) => part.add_phrase(corpus, terms),
            Matcher::Value(carried) => {
                if let Some(carriers) = corpus.carriers(carried.facet, carried.value) {
                    part.documents.union_with(carriers);
                }
            }
        }
        if ranked {
            part.idf = idf(corpus.len(), part.documents.count_ones(..));
        }
        if let Matcher::Word { labels, .. } = matcher {
            for carried in labels {
                if let Some(carriers) = corpus.carriers(carried.facet, carried.value) {
                    part.documents.union_with(carriers);
                }
            }
        }
        part
    }

    fn add_word(&mut self, corpus: &Corpus, word: u32, weight: f32) {
        let ranked = !self.term_frequency.is_empty();
        for posting in corpus.postings.of(word) {
            self.documents.insert(posting.document);
            if ranked && let Some(sum) = self.term_frequency.get_mut(posting.document) {
                *sum += weight * posting.places.len() as f32;
            }
        }
    }

    fn add_phrase(&mut self, corpus: &Corpus, terms: &[PhraseTerm]) {
        let Some((first, others)) = terms.split_first() else {
            return;
        };
        for word in first.words(corpus) {
            for posting in corpus.postings.of(word) {
                let goes_on = |place: &&u32| {
                    let mut both = others.iter().zip(corpus.texts.following(**place));
                    both.all(|(term, word)| term.is(corpus, *word))
                };
                let term_frequency = posting.places.iter().filter(goes_on).count();
                if term_frequency > 0 {
                    self.documents.insert(posting.document);
                    if let Some(sum) = self.term_frequency.get_mut(posting.document) {
                        *sum += term_frequency as f32;
                    }
                }
            }
        }
    }
}

/// Where the words of a passage are those of a phrase: the places at which it
/// begins.
pub(super) fn phrase_matches<'a>(
    corpus: &'a Corpus,
    words: &'a [u32],
    terms: &'a [PhraseTerm],
) -> impl Iterator<Item = usize> {
    let rows = words.windows(terms.len().max(1)).enumerate();
    rows.filter(move |(_, row)| {
        let mut both = row.iter().zip(terms);
        both.all(|(word, term)| term.is(corpus, *word)) && !terms.is_empty()
    })
    .map(|(place, _)| place)
}

impl PhraseTerm {
    /// Whether a word can stand here.
    fn is(&self, corpus: &Corpus, word: u32) -> bool {
        match self {
            PhraseTerm::Words(range) => range.contains(&word),
            PhraseTerm::Stem(stem) => corpus.vocabulary.stem_of(word) == Some(*stem),
        }
    }

    /// All words that can.
    fn words(&self, corpus: &Corpus) -> Vec<u32> {
        match self {
            PhraseTerm::Words(range) => range.clone().collect(),
            PhraseTerm::Stem(stem) => corpus.vocabulary.family(*stem).to_vec(),
        }
    }
}

fn options(corpus: &Corpus, term: &Term, ranked: bool) -> Vec<ClauseMatches> {
    let options = term.options.iter();
    options
        .map(|it| ClauseMatches::new(corpus, it, ranked))
        .collect()
}

fn union(corpus: &Corpus, options: &[ClauseMatches]) -> FixedBitSet {
    let mut union = corpus.no_documents();
    for option in options {
        union.union_with(&option.documents);
    }
    union
}
