//! Which documents a reading finds, and how well.

use fixedbitset::FixedBitSet;

use super::corpus::Corpus;
use super::rank::{ADJACENT, LABEL, PHRASE, bm25, rarity};
use super::reading::{Alternative, Finder, Reading, Sought, Step, Term, Via};

/// The documents that a reading finds.
pub(super) struct Found {
    pub documents: FixedBitSet,
    alternatives: Vec<FoundAlternative>,
}

struct FoundAlternative {
    documents: FixedBitSet,
    terms: Vec<Vec<FoundAll>>,
    pairs: Vec<Pair>,
}

/// Two words that were typed next to each other.
struct Pair {
    /// The forms of each, as a set of words.
    first: FixedBitSet,
    second: FixedBitSet,
    rarity: f32,
}

/// What one way to satisfy a term finds.
struct FoundAll {
    documents: FixedBitSet,
    parts: Vec<Part>,
    weight: f32,
}

/// What a single finder finds.
struct Part {
    documents: FixedBitSet,
    /// For each document, how often; empty where nobody asks, or where it is
    /// never in the text.
    times: Vec<f32>,
    rarity: f32,
}

/// How well a document matches: the less the better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fit {
    /// How many terms are found by a label or a value alone.
    pub outside: u32,
    pub score: f32,
}

impl Found {
    /// `ranked` tells whether scores will be asked for.
    pub(super) fn new(corpus: &Corpus, reading: &Reading, ranked: bool) -> Found {
        let mut documents = corpus.no_documents();
        if !reading.asks() {
            documents.insert_range(..);
        }
        for reference in reading.references.iter().flatten() {
            documents.insert(reference.document);
        }
        let alternatives = reading.alternatives.iter().map(|alternative| {
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

    /// How well a document matches.
    pub(super) fn fit(&self, corpus: &Corpus, document: usize) -> Fit {
        let damping = corpus.damping.get(document).copied().unwrap_or(1.0);
        let mut best = Fit {
            outside: u32::MAX,
            score: 0.0,
        };
        for alternative in &self.alternatives {
            if alternative.documents.contains(document) {
                let fit = alternative.fit(corpus, document, damping);
                if fit.outside < best.outside
                    || (fit.outside == best.outside && fit.score > best.score)
                {
                    best = fit;
                }
            }
        }
        best
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
        let terms: Vec<Vec<FoundAll>> = terms.collect();
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

    fn fit(&self, corpus: &Corpus, document: usize, damping: f32) -> Fit {
        let mut fit = Fit {
            outside: 0,
            score: 0.0,
        };
        for term in &self.terms {
            let mut in_text = false;
            let mut best = 0.0_f32;
            for option in term {
                if option.documents.contains(document) {
                    let (score, text) = option.score(document, damping);
                    in_text |= text;
                    best = best.max(score);
                }
            }
            fit.outside += u32::from(!in_text);
            fit.score += best;
        }
        let words = corpus.texts.words_of(document);
        for pair in &self.pairs {
            let times = pair.times(words);
            if times > 0.0 {
                fit.score += bm25(times, pair.rarity, damping);
            }
        }
        fit
    }
}

impl Pair {
    /// How often the words stand next to each other.
    fn times(&self, words: &[u32]) -> f32 {
        let mut times = 0.0;
        let mut after_first = false;
        for &word in words {
            if after_first && self.second.contains(word as usize) {
                times += 1.0;
            }
            after_first = self.first.contains(word as usize);
        }
        times
    }
}

/// The plain words of an alternative, each with the one that follows it.
fn pairs(corpus: &Corpus, alternative: &Alternative, found: &[Vec<FoundAll>]) -> Vec<Pair> {
    let terms = alternative.wanted.iter().zip(found);
    let typed = terms.filter_map(|(term, found)| term.options.first().zip(found.first()));
    let words = typed.flat_map(|(option, found)| option.all.iter().zip(&found.parts));
    let words: Vec<(&Finder, &Part)> = words.collect();
    let set = |forms: &[(u32, f32)]| {
        let mut set = FixedBitSet::with_capacity(corpus.vocabulary.len());
        forms
            .iter()
            .for_each(|(form, _)| set.insert(*form as usize));
        set
    };
    let neighbours = words.iter().zip(words.iter().skip(1));
    let pairs = neighbours.filter_map(|((one, found), (other, others))| match (one, other) {
        (Finder::Word { forms, .. }, Finder::Word { forms: next, .. }) => Some(Pair {
            first: set(forms),
            second: set(next),
            rarity: ADJACENT * (found.rarity + others.rarity),
        }),
        _ => None,
    });
    pairs.collect()
}

impl FoundAll {
    fn new(corpus: &Corpus, sought: &Sought, ranked: bool) -> FoundAll {
        let parts = sought.all.iter();
        let mut parts: Vec<Part> = parts.map(|it| Part::new(corpus, it, ranked)).collect();
        // The set of a single part is that of all of them.
        let mut documents = match parts.first_mut() {
            Some(first) => std::mem::take(&mut first.documents),
            None => corpus.no_documents(),
        };
        for part in parts.iter().skip(1) {
            documents.intersect_with(&part.documents);
        }
        let weight = match (sought.via, sought.all.first()) {
            (Some(Via::Entry(_)), Some(Finder::Phrase(_))) => PHRASE,
            _ => 1.0,
        };
        FoundAll {
            documents,
            parts,
            weight,
        }
    }

    /// The score of a document that has all of it, and whether its text has.
    fn score(&self, document: usize, damping: f32) -> (f32, bool) {
        let mut sum = 0.0;
        let mut in_text = true;
        for part in &self.parts {
            let times = part.times.get(document).copied().unwrap_or_default();
            in_text &= times > 0.0;
            let times = if times > 0.0 { times } else { LABEL };
            sum += bm25(times, part.rarity, damping);
        }
        (sum * self.weight, in_text)
    }
}

impl Part {
    fn new(corpus: &Corpus, finder: &Finder, ranked: bool) -> Part {
        let mut part = Part {
            documents: corpus.no_documents(),
            times: Vec::new(),
            rarity: 0.0,
        };
        if ranked && !matches!(finder, Finder::Value(_)) {
            part.times = vec![0.0; corpus.len()];
        }
        match finder {
            Finder::Word { forms, .. } => {
                for &(word, weight) in forms {
                    part.add_word(corpus, word, weight);
                }
            }
            Finder::Phrase(steps) => part.add_phrase(corpus, steps),
            Finder::Value(carried) => {
                if let Some(carriers) = corpus.carriers(carried.facet, carried.value) {
                    part.documents.union_with(carriers);
                }
            }
        }
        if ranked {
            part.rarity = rarity(corpus.len(), part.documents.count_ones(..));
        }
        if let Finder::Word { labels, .. } = finder {
            for carried in labels {
                if let Some(carriers) = corpus.carriers(carried.facet, carried.value) {
                    part.documents.union_with(carriers);
                }
            }
        }
        part
    }

    fn add_word(&mut self, corpus: &Corpus, word: u32, weight: f32) {
        let ranked = !self.times.is_empty();
        for (document, times) in corpus.postings.of(word) {
            let document = document as usize;
            self.documents.insert(document);
            if ranked && let Some(sum) = self.times.get_mut(document) {
                *sum += weight * f32::from(times);
            }
        }
    }

    fn add_phrase(&mut self, corpus: &Corpus, steps: &[Step]) {
        // Only documents with all the words can have the phrase.
        let mut candidates: Option<FixedBitSet> = None;
        for step in steps {
            let mut having = corpus.no_documents();
            for word in step.words(corpus) {
                for (document, _) in corpus.postings.of(word) {
                    having.insert(document as usize);
                }
            }
            match &mut candidates {
                Some(candidates) => candidates.intersect_with(&having),
                None => candidates = Some(having),
            }
        }
        let candidates = candidates.unwrap_or_default();
        for document in candidates.ones() {
            let passages = corpus.texts.passages(document);
            let times = passages.map(|words| rows(corpus, words, steps).count());
            let times: usize = times.sum();
            if times > 0 {
                self.documents.insert(document);
                if let Some(sum) = self.times.get_mut(document) {
                    *sum = times as f32;
                }
            }
        }
    }
}

/// Where the words of a passage are those of a phrase: the places at which it
/// begins.
pub(super) fn rows<'a>(
    corpus: &'a Corpus,
    words: &'a [u32],
    steps: &'a [Step],
) -> impl Iterator<Item = usize> {
    let rows = words.windows(steps.len().max(1)).enumerate();
    rows.filter(move |(_, row)| {
        let mut both = row.iter().zip(steps);
        both.all(|(word, step)| step.is(corpus, *word)) && !steps.is_empty()
    })
    .map(|(place, _)| place)
}

impl Step {
    /// Whether a word can stand here.
    fn is(&self, corpus: &Corpus, word: u32) -> bool {
        match self {
            Step::Words(range) => range.contains(&word),
            Step::Stem(stem) => corpus.vocabulary.stem_of(word) == Some(*stem),
        }
    }

    /// All words that can.
    fn words(&self, corpus: &Corpus) -> Vec<u32> {
        match self {
            Step::Words(range) => range.clone().collect(),
            Step::Stem(stem) => corpus.vocabulary.family(*stem).to_vec(),
        }
    }
}

fn options(corpus: &Corpus, term: &Term, ranked: bool) -> Vec<FoundAll> {
    let options = term.options.iter();
    options
        .map(|it| FoundAll::new(corpus, it, ranked))
        .collect()
}

fn union(corpus: &Corpus, options: &[FoundAll]) -> FixedBitSet {
    let mut union = corpus.no_documents();
    for option in options {
        union.union_with(&option.documents);
    }
    union
}
