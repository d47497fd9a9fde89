//! Search texts in other languages: phrases that are read as words of the language of
//! the texts.

use crate::fold::{CharFold, tokens};
use crate::index::Index;
use crate::lexicon::Lexicon;
use crate::stem::Stems;

/// The phrases of other languages.
pub(crate) struct Translations {
    phrases: Vec<Phrase>,
    homographs: Vec<String>,
}

/// A phrase by the stems of its words.
struct Phrase {
    stems: Vec<String>,
    /// The words that it is read as.
    means: Vec<String>,
    /// The same as it was given.
    meaning: String,
}

/// How many letters a word needs to stand for a longer one; of Chinese characters.
const MIN_PREFIX: usize = 3;
const MIN_HAN_PREFIX: usize = 2;

const ARABIC_ARTICLE: &str = "ال";

/// How many letters an Arabic word has at least without the article.
const MIN_ARABIC: usize = 3;

impl Translations {
    #[inline(never)]
    pub(crate) fn new(index: &Index, lexicon: &Lexicon) -> Translations {
        let mut phrases = Vec::new();
        for rule in &lexicon.translations {
            let mut means = index.words_in(&rule.means);
            // It binds names, and is not searched for.
            means.retain(|word| word != "and");
            for stems in &rule.stems {
                phrases.push(Phrase {
                    stems: stems.split(' ').map(str::to_owned).collect(),
                    means: means.clone(),
                    meaning: rule.means.clone(),
                });
            }
        }
        Translations {
            phrases,
            homographs: lexicon.homographs.clone(),
        }
    }

    /// Whether a folded word is not read as a phrase.
    #[inline(never)]
    pub(crate) fn is_homograph(&self, word: &str) -> bool {
        self.homographs.iter().any(|other| other == word)
    }

    /// Whether a folded word is one of a phrase.
    #[inline(never)]
    pub(crate) fn has_word(&self, index: &Index, word: &str) -> bool {
        let stem = stem(&index.stems, word);
        self.stems().any(|other| *other == stem)
    }

    /// Whether the stem of a word of a phrase begins so.
    #[inline(never)]
    pub(crate) fn has_prefix(&self, prefix: &str) -> bool {
        self.stems().any(|stem| stem.starts_with(prefix))
    }

    fn stems(&self) -> impl Iterator<Item = &String> {
        self.phrases.iter().flat_map(|phrase| &phrase.stems)
    }

    /// The longest phrase that some words begin with: how many they are, and what it
    /// means. `ends`: the last of the words may be incomplete. Of several, a whole one
    /// comes first, then the first of the list.
    pub(crate) fn longest_match(
        &self,
        index: &Index,
        words: &[&str],
        ends: bool,
    ) -> Option<(usize, &[String], &str)> {
        let stems: Vec<String> = words.iter().map(|word| stem(&index.stems, word)).collect();
        let mut best: Option<(usize, bool, &Phrase)> = None;
        for phrase in &self.phrases {
            let length = phrase.stems.len();
            let Some(typed) = stems.get(..length) else {
                continue;
            };
            let is_whole = *typed == *phrase.stems;
            let last = words.last().filter(|_| ends && length == words.len());
            let is_begun = || last.is_some_and(|last| phrase.is_begun(typed, last));
            let rank = (length, is_whole);
            let is_better = best.is_none_or(|(length, whole, _)| rank > (length, whole));
            if is_better && (is_whole || is_begun()) {
                best = Some((length, is_whole, phrase));
            }
        }
        best.map(|(length, _, phrase)| (length, phrase.means.as_slice(), phrase.meaning.as_str()))
    }
}

impl Phrase {
    /// Whether as many stems are this phrase, with `last` as the beginning of the last.
    fn is_begun(&self, typed: &[String], last: &str) -> bool {
        let least = if last.starts_with(is_han) {
            MIN_HAN_PREFIX
        } else {
            MIN_PREFIX
        };
        let before = typed.len().saturating_sub(1);
        // By itself, the beginning of a word in Latin letters may be an English one.
        (before > 0 || !last.is_ascii())
            && last.chars().count() >= least
            && self.stems.last().is_some_and(|stem| stem.starts_with(last))
            && self.stems.get(..before) == typed.get(..before)
    }
}

/// Phrases by the stems of their words, parted by blanks, for a
/// [`TranslationRule`](crate::TranslationRule).
/// `stem_overrides` are those of the lexicon.
#[inline(never)]
pub fn phrase_stems(
    phrases: &[String],
    fold: CharFold,
    stem_overrides: &[Vec<String>],
) -> Vec<String> {
    let groups = stem_overrides.iter();
    let stems = Stems::new(groups.map(|group| {
        let words = group.iter().flat_map(|word| tokens(word, fold));
        words.map(|token| token.word).collect()
    }));
    let phrases = phrases.iter().map(|phrase| {
        let mut joined = String::new();
        for token in tokens(phrase, fold) {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(&stem(&stems, &token.word));
        }
        joined
    });
    phrases.collect()
}

/// The stem of a folded word; that of an Arabic one is without the article.
fn stem(stems: &Stems, word: &str) -> String {
    match word.strip_prefix(ARABIC_ARTICLE) {
        Some(rest) if rest.chars().count() >= MIN_ARABIC => rest.to_owned(),
        _ => stems.stem(word),
    }
}

/// Whether a character is a Chinese one.
pub(crate) fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}')
}
