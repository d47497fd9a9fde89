//! What several typed words can be as a whole: an entry of the glossary, or
//! the name of a facet value.

use super::corpus::{Corpus, FacetSpec};
use super::labels::FacetValueRef;
use super::lexicon::SynonymRule;
use super::sorted_vec::insert_unique;

/// All entries and names, as rows of stems.
#[derive(Default)]
pub(super) struct PhraseTable {
    /// Sorted by their stems.
    all: Vec<Pattern>,
    /// For each entry of the glossary, what it finds.
    phrases: Vec<Vec<Phrase>>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Pattern {
    stems: Vec<u32>,
    /// The last word of it.
    last: u32,
    target: Target,
}

/// What typed words are as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// The `word`-th way to say an entry of the glossary.
    Entry {
        entry: usize,
        word: usize,
    },
    Value(FacetValueRef),
}

/// A phrase that an entry of the glossary finds.
pub(super) struct Phrase {
    pub stems: Vec<u32>,
    /// The facet values that are called so.
    pub values: Vec<FacetValueRef>,
    /// Which of the words of a ring it is.
    own: Option<usize>,
}

/// Typed words to be compared.
pub(super) struct QueryToken<'a> {
    pub letters: &'a str,
    pub stem: Option<u32>,
    /// Whether it may be the beginning of a word.
    pub open: bool,
}

/// How long a beginning must be to count as the last word of a pattern.
const BEGINNING: usize = 3;

impl PhraseTable {
    pub(super) fn new(
        corpus: &Corpus,
        facets: &[FacetSpec],
        glossary: &[SynonymRule],
    ) -> PhraseTable {
        let mut phrase_table = PhraseTable::default();
        for (facet, known) in facets.iter().enumerate() {
            for (value, entry) in known.values.iter().enumerate() {
                for label in &entry.labels {
                    let target = Target::Value(FacetValueRef { facet, value });
                    phrase_table.add(corpus, label, target);
                }
            }
        }
        let names = std::mem::take(&mut phrase_table.all);
        for (entry, known) in glossary.iter().enumerate() {
            let ring = known.finds.is_empty();
            let finds = if ring { &known.words } else { &known.finds };
            let sought = finds.iter().enumerate().map(|(place, phrase)| {
                let pattern = pattern(corpus, phrase, Target::Entry { entry, word: 0 });
                let same =
                    |name: &&Pattern| pattern.as_ref().is_some_and(|it| it.stems == name.stems);
                Phrase {
                    stems: stems(corpus, &corpus.words_in(phrase)).unwrap_or_default(),
                    values: names
                        .iter()
                        .filter(same)
                        .filter_map(Pattern::value)
                        .collect(),
                    own: ring.then_some(place),
                }
            });
            phrase_table.phrases.push(sought.collect());
            for (word, phrase) in known.words.iter().enumerate() {
                phrase_table.add(corpus, phrase, Target::Entry { entry, word });
            }
        }
        for name in names {
            insert_unique(&mut phrase_table.all, name);
        }
        phrase_table
    }

    fn add(&mut self, corpus: &Corpus, phrase: &str, target: Target) {
        if let Some(pattern) = pattern(corpus, phrase, target) {
            insert_unique(&mut self.all, pattern);
        }
    }

    /// What the longest row of words at the beginning of `typed` is, and how
    /// long it is.
    pub(super) fn longest_match(
        &self,
        corpus: &Corpus,
        typed: &[QueryToken],
    ) -> (usize, Vec<Target>) {
        let mut best = (0, Vec::new());
        let Some(first) = typed.first().and_then(|word| word.stem) else {
            return best;
        };
        let start = self
            .all
            .partition_point(|it| it.stems.first() < Some(&first));
        let rest = self.all.get(start..).unwrap_or_default();
        let rest = rest
            .iter()
            .take_while(|it| it.stems.first() == Some(&first));
        for pattern in rest {
            let length = pattern.stems.len();
            if length >= best.0 && pattern.is(corpus, typed) {
                if length > best.0 {
                    best = (length, Vec::new());
                }
                best.1.push(pattern.target);
            }
        }
        best
    }

    /// Whether a word alone is an entry of the glossary.
    pub(super) fn has_entry(&self, stem: u32) -> bool {
        let start = self
            .all
            .partition_point(|it| it.stems.as_slice() < &[stem][..]);
        let rest = self.all.get(start..).unwrap_or_default();
        let mut alone = rest.iter().take_while(|it| it.stems == [stem]);
        alone.any(|it| it.value().is_none())
    }

    /// The phrases that an entry finds for who typed its `word`-th words.
    pub(super) fn phrases(&self, entry: usize, word: usize) -> impl Iterator<Item = &Phrase> {
        let phrases = self.phrases.get(entry).map_or(&[][..], Vec::as_slice);
        phrases.iter().filter(move |it| it.own != Some(word))
    }
}

/// A phrase as a pattern; none where nobody can type it.
fn pattern(corpus: &Corpus, phrase: &str, target: Target) -> Option<Pattern> {
    let mut words = corpus.words_in(phrase);
    words.retain(|word| word != "and");
    let last = corpus.vocabulary.exactly(words.last()?).start;
    let stems = stems(corpus, &words)?;
    Some(Pattern {
        stems,
        last,
        target,
    })
}

fn stems(corpus: &Corpus, words: &[String]) -> Option<Vec<u32>> {
    words.iter().map(|word| corpus.stem(word)).collect()
}

impl Pattern {
    fn value(&self) -> Option<FacetValueRef> {
        match self.target {
            Target::Value(carried) => Some(carried),
            Target::Entry { .. } => None,
        }
    }

    /// Whether words begin with this pattern.
    fn is(&self, corpus: &Corpus, typed: &[QueryToken]) -> bool {
        let Some(typed) = typed.get(..self.stems.len()) else {
            return false;
        };
        let mut both = self.stems.iter().zip(typed).enumerate();
        both.all(|(place, (stem, word))| {
            let last = place > 0 && place + 1 == self.stems.len();
            let begins = || {
                let whole = corpus.vocabulary.word(self.last);
                let long = word.letters.chars().count() >= BEGINNING;
                long && whole.starts_with(word.letters)
            };
            word.stem == Some(*stem) || (last && word.open && begins())
        })
    }
}
