//! The phrases with a meaning of their own: entries of the glossary and names of
//! facet values, to be looked up by the words of a search text.

use crate::document::{FacetSpec, FacetValueRef};
use crate::index::Index;
use crate::lexicon::SynonymRule;
use crate::sorting::insert_unique;

pub(crate) struct PhraseTable {
    /// Sorted by their stems.
    patterns: Vec<Pattern>,
    /// For each entry of the glossary, what it finds; `None` for nothing.
    synonyms: Vec<Option<Vec<Synonym>>>,
}

/// A phrase as a sequence of stems, and what it stands for.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Pattern {
    stems: Vec<u32>,
    /// The words with these stems.
    words: Vec<u32>,
    target: Target,
}

/// What a phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// The n-th of the words of an entry of the glossary.
    Entry {
        entry: usize,
        word: usize,
    },
    Value(FacetValueRef),
}

/// A phrase that an entry of the glossary finds.
pub(crate) struct Synonym {
    /// Empty if no text contains the phrase.
    pub stems: Vec<u32>,
    /// The facet values with this name.
    pub values: Vec<FacetValueRef>,
    /// The position among the words of the entry, if these find each other.
    word: Option<usize>,
}

/// A word of the search text.
pub(crate) struct QueryToken<'a> {
    pub text: &'a str,
    pub stem: Option<u32>,
    /// Whether it may be the prefix of a longer word.
    pub is_prefix: bool,
}

/// How many letters a prefix needs to match the last word of a pattern.
const MIN_PREFIX: usize = 3;

impl PhraseTable {
    pub(crate) fn new(
        index: &Index,
        facets: &[FacetSpec],
        glossary: &[SynonymRule],
    ) -> PhraseTable {
        let mut names = Vec::new();
        for (facet, spec) in facets.iter().enumerate() {
            for (value, spec) in spec.values.iter().enumerate() {
                for label in &spec.labels {
                    let target = Target::Value(FacetValueRef { facet, value });
                    add(index, label, target, &mut names);
                }
            }
        }
        let mut patterns = Vec::new();
        let mut synonyms = Vec::new();
        for (entry, rule) in glossary.iter().enumerate() {
            synonyms.push((!rule.is_absent).then(|| synonyms_of(index, rule, &names)));
            for (word, phrase) in rule.words.iter().enumerate() {
                add(index, phrase, Target::Entry { entry, word }, &mut patterns);
            }
        }
        for name in names {
            insert_unique(&mut patterns, name);
        }
        PhraseTable { patterns, synonyms }
    }

    /// The length of the longest phrase that `tokens` begin with or are the
    /// beginning of, as far as they match, and what it stands for; zero if there
    /// is none. Of two that match as many tokens, the whole one counts.
    pub(crate) fn longest_match(
        &self,
        index: &Index,
        tokens: &[QueryToken],
    ) -> (usize, Vec<Target>) {
        let mut best = (0, false);
        let mut targets = Vec::new();
        let first = tokens.first().and_then(|token| token.stem);
        let start = self
            .patterns
            .partition_point(|it| it.stems.first().copied() < first);
        let rest = self.patterns.get(start..).unwrap_or_default();
        let candidates = rest
            .iter()
            .take_while(|it| it.stems.first().copied() == first);
        for pattern in candidates {
            let length = pattern.stems.len().min(tokens.len());
            let rank = (length, length == pattern.stems.len());
            // Of what the corpus does not have, nothing is guessed.
            let is_told = || !self.has_absent(pattern) || pattern.is_exactly(tokens);
            if rank >= best && pattern.matches(index, tokens) && is_told() {
                if rank > best {
                    best = rank;
                    targets.clear();
                }
                targets.push(pattern.target);
            }
        }
        (best.0, targets)
    }

    /// Whether a word with this stem is an entry of the glossary on its own.
    pub(crate) fn is_entry(&self, stem: u32) -> bool {
        let start = self
            .patterns
            .partition_point(|it| it.stems.as_slice() < &[stem][..]);
        let rest = self.patterns.get(start..).unwrap_or_default();
        rest.iter()
            .take_while(|it| it.stems == [stem])
            .any(|it| it.value().is_none())
    }

    /// What an entry of the glossary finds for its n-th word.
    pub(crate) fn synonyms(&self, entry: usize, word: usize) -> impl Iterator<Item = &Synonym> {
        let synonyms = self.synonyms.get(entry).and_then(Option::as_deref);
        let synonyms = synonyms.unwrap_or_default().iter();
        synonyms.filter(move |it| it.word != Some(word))
    }

    fn has_absent(&self, pattern: &Pattern) -> bool {
        match pattern.target {
            Target::Entry { entry, .. } => self.is_absent(entry),
            Target::Value(_) => false,
        }
    }

    /// Whether an entry of the glossary says that the corpus has nothing on the matter.
    pub(crate) fn is_absent(&self, entry: usize) -> bool {
        self.synonyms.get(entry).is_some_and(Option::is_none)
    }
}

fn synonyms_of(index: &Index, rule: &SynonymRule, names: &[Pattern]) -> Vec<Synonym> {
    let symmetric = rule.finds.is_empty();
    let phrases = if symmetric { &rule.words } else { &rule.finds };
    let synonyms = phrases.iter().enumerate().map(|(position, phrase)| {
        let pattern = pattern_stems(index, phrase);
        let values = names
            .iter()
            .filter(|name| {
                pattern
                    .as_ref()
                    .is_some_and(|(stems, _)| *stems == name.stems)
            })
            .filter_map(Pattern::value);
        Synonym {
            stems: stems(index, &index.words_in(phrase)).unwrap_or_default(),
            values: values.collect(),
            word: symmetric.then_some(position),
        }
    });
    synonyms.collect()
}

fn add(index: &Index, phrase: &str, target: Target, patterns: &mut Vec<Pattern>) {
    if let Some((stems, words)) = pattern_stems(index, phrase) {
        let pattern = Pattern {
            stems,
            words,
            target,
        };
        insert_unique(patterns, pattern);
    }
}

/// The stems and the words of a phrase without `and`; `None` if a word has no
/// known stem or none is left.
fn pattern_stems(index: &Index, phrase: &str) -> Option<(Vec<u32>, Vec<u32>)> {
    let mut words = index.words_in(phrase);
    words.retain(|word| word != "and");
    let ids = words.iter().map(|word| index.vocabulary.exact(word).start);
    (!words.is_empty()).then_some((stems(index, &words)?, ids.collect()))
}

fn stems(index: &Index, words: &[String]) -> Option<Vec<u32>> {
    words.iter().map(|word| index.stem(word)).collect()
}

/// Whether the first of some words tell a phrase by its beginning: two are no function
/// words, and one of these is the last.
fn says_enough(index: &Index, tokens: &[QueryToken], length: usize) -> bool {
    let mut typed = tokens.iter().take(length).rev();
    let is_content = |token: &QueryToken| !index.is_function_word(token.text);
    typed.next().is_some_and(is_content) && typed.any(is_content)
}

impl Pattern {
    fn value(&self) -> Option<FacetValueRef> {
        match self.target {
            Target::Value(value) => Some(value),
            Target::Entry { .. } => None,
        }
    }

    /// Whether the tokens begin with all words of this phrase.
    fn is_exactly(&self, tokens: &[QueryToken]) -> bool {
        let mut pairs = self.stems.iter().zip(tokens);
        self.stems.len() <= tokens.len() && pairs.all(|(stem, token)| token.stem == Some(*stem))
    }

    /// Whether the tokens begin with this phrase or, for an entry of the glossary,
    /// are its beginning if the text ends with them. The last of several words may be incomplete.
    fn matches(&self, index: &Index, tokens: &[QueryToken]) -> bool {
        let length = self.stems.len().min(tokens.len());
        let is_whole = length == self.stems.len();
        if !is_whole && (self.value().is_some() || !says_enough(index, tokens, length)) {
            return false;
        }
        let words = self.stems.iter().zip(&self.words);
        let mut pairs = words.zip(tokens).enumerate();
        pairs.all(|(position, ((stem, word), token))| {
            let is_last = position + 1 == length;
            // Two letters say too little.
            let is_long = || position > 0 && token.text.chars().count() >= MIN_PREFIX;
            let completes =
                || token.is_prefix && index.vocabulary.word(*word).starts_with(token.text);
            if token.stem == Some(*stem) {
                is_whole || !is_last || (token.is_prefix && is_long())
            } else {
                is_last && is_long() && completes()
            }
        })
    }
}
