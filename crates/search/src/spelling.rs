//! Words that may have been meant by one with typing errors.
//!
//! The distance is that of optimal string alignment: an insertion, a deletion,
//! a replaced letter, two neighbours swapped count one each (Boytsov, "Indexing
//! methods for approximate dictionary searching", 2011, section 2).

use strsim::osa_distance;

use super::bm25::ranked;
use super::corpus::Corpus;

/// The shortest word that is corrected, in letters.
const SHORTEST: usize = 4;
/// From here on two errors are allowed.
const LONG: usize = 8;
/// From here on a word may be near to the beginning of a longer one.
const BEGINNING: usize = 6;

/// How many errors are allowed in a word; `None` where it is not corrected.
fn allowed(word: &str) -> Option<usize> {
    let letters = word.chars().count();
    let digits = word.bytes().any(|byte| byte.is_ascii_digit());
    match letters {
        _ if digits || letters < SHORTEST => None,
        _ if letters < LONG => Some(1),
        _ => Some(2),
    }
}

/// The nearest of all known words to one that is not known.
#[inline(never)]
pub(super) fn correction(corpus: &Corpus, word: &str) -> Option<u32> {
    let allowed = allowed(word)?;
    let mut best = None;
    for other in 0..corpus.vocabulary.len() as u32 {
        let Some((errors, begins)) = distance(word, corpus.vocabulary.word(other), allowed) else {
            continue;
        };
        let documents = corpus.postings.documents_with(other);
        let key = (errors, begins, usize::MAX - documents, other);
        if best.is_none_or(|best| key < best) {
            best = Some(key);
        }
    }
    best.map(|(_, _, _, word)| word)
}

/// How far a word is from another, and whether only from a beginning of it.
fn distance(word: &str, other: &str, allowed: usize) -> Option<(usize, bool)> {
    let letters = word.chars().count();
    let others = other.chars().count();
    let mut nearest = None;
    if others.abs_diff(letters) <= allowed {
        nearest = Some((osa_distance(word, other), false));
    }
    if letters >= BEGINNING {
        for length in letters - 1..=letters + 1 {
            let end = other.char_indices().nth(length).map(|(at, _)| at);
            if let Some(beginning) = end.and_then(|end| other.get(..end)) {
                let found = (osa_distance(word, beginning), true);
                if nearest.is_none_or(|nearest| found < nearest) {
                    nearest = Some(found);
                }
            }
        }
    }
    nearest.filter(|(errors, _)| *errors <= allowed)
}

/// The words of the texts that a word could be a misspelling of and is no form
/// of, the nearest first, then those in the most documents.
pub(super) fn neighbours(corpus: &Corpus, word: &str) -> Vec<u32> {
    let Some(allowed) = allowed(word) else {
        return Vec::new();
    };
    let letters = word.chars().count();
    let stem = corpus.stem(word);
    let near = (0..corpus.vocabulary.len() as u32).filter_map(|other| {
        let text = corpus.vocabulary.word(other);
        let documents = corpus.postings.documents_with(other);
        let possible = documents > 0
            && text.chars().count().abs_diff(letters) <= allowed
            && !["and", "or"].contains(&text)
            && !text.starts_with(word)
            && (stem.is_none() || corpus.vocabulary.stem_of(other) != stem);
        let errors = possible.then(|| osa_distance(word, text))?;
        let rare = u64::from(u32::MAX - documents as u32);
        (errors <= allowed).then_some((((errors as u64) << 32) | rare, other as usize))
    });
    let words = ranked(near, usize::MAX).into_iter();
    words.map(|word| word as u32).collect()
}
