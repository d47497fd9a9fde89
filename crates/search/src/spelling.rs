//! Words of the vocabulary that a misspelled word may stand for.
//!
//! The distance is that of optimal string alignment: an insertion, a deletion, a
//! replaced letter and two swapped neighbours count one each (Boytsov, "Indexing
//! methods for approximate dictionary searching", 2011, section 2).

use strsim::osa_distance;

use crate::index::Index;
use crate::sorting::ranked;

/// The length in letters from which words are corrected.
const MIN_LENGTH: usize = 4;
/// The length from which two errors are allowed instead of one.
const TWO_ERRORS_LENGTH: usize = 8;
/// The length from which a word may be the misspelled prefix of a longer one.
const MIN_PREFIX_LENGTH: usize = 6;

/// How many errors a word may contain; `None` if it is not corrected.
fn max_errors(word: &str) -> Option<usize> {
    let length = word.chars().count();
    if length < MIN_LENGTH || word.bytes().any(|byte| byte.is_ascii_digit()) {
        None
    } else if length < TWO_ERRORS_LENGTH {
        Some(1)
    } else {
        Some(2)
    }
}

/// The length of a stem from which it is compared with other stems.
const MIN_STEM_LENGTH: usize = 5;

/// The known word that is meant by one that is unknown; none if that is a word of the
/// language.
#[inline(never)]
pub(crate) fn correction(index: &Index, word: &str) -> Option<u32> {
    let max_errors = max_errors(word)?;
    if (index.is_word)(word) {
        return None;
    }
    nearest(index, word, max_errors).or_else(|| with_near_stem(index, word))
}

/// The known word of which the stem is one error away from the stem of a word: a typing
/// error in a form that no text has (`patants`, where the texts have `patent`).
fn with_near_stem(index: &Index, word: &str) -> Option<u32> {
    let stem = index.stem_text(word);
    if stem.chars().count() < MIN_STEM_LENGTH {
        return None;
    }
    let families = index.vocabulary.families();
    let near = families.filter(|(other, _)| {
        other.chars().count().abs_diff(stem.chars().count()) <= 1 && osa_distance(&stem, other) <= 1
    });
    near.flat_map(|(_, words)| words)
        .copied()
        .min_by_key(|other| {
            let documents = index.postings.document_frequency(*other);
            (usize::MAX - documents, *other)
        })
}

/// The known word nearest to another.
fn nearest(index: &Index, word: &str, max_errors: usize) -> Option<u32> {
    let mut best = None;
    for other in 0..index.vocabulary.len() as u32 {
        let text = index.vocabulary.word(other);
        let Some((errors, is_prefix)) = distance(word, text, max_errors) else {
            continue;
        };
        let documents = index.postings.document_frequency(other);
        let key = (errors, is_prefix, usize::MAX - documents, other);
        if best.is_none_or(|best| key < best) {
            best = Some(key);
        }
    }
    best.map(|(_, _, _, word)| word)
}

/// The distance of a word from another or from a prefix of it, and whether the
/// prefix is nearer; `None` if it is above `max_errors`.
fn distance(word: &str, other: &str, max_errors: usize) -> Option<(usize, bool)> {
    let length = word.chars().count();
    let other_length = other.chars().count();
    let mut nearest = None;
    if other_length.abs_diff(length) <= max_errors {
        nearest = Some((osa_distance(word, other), false));
    }
    if length >= MIN_PREFIX_LENGTH {
        for prefix_length in length - 1..=length + 1 {
            let end = other.char_indices().nth(prefix_length).map(|(at, _)| at);
            if let Some(prefix) = end.and_then(|end| other.get(..end)) {
                let candidate = (osa_distance(word, prefix), true);
                if nearest.is_none_or(|nearest| candidate < nearest) {
                    nearest = Some(candidate);
                }
            }
        }
    }
    nearest.filter(|(errors, _)| *errors <= max_errors)
}

/// Words of the texts that a word may be a misspelling of, without its own
/// forms: the nearest first, then those in the most documents.
pub(crate) fn suggestions(index: &Index, word: &str) -> Vec<u32> {
    let Some(max_errors) = max_errors(word) else {
        return Vec::new();
    };
    let length = word.chars().count();
    let stem = index.stem(word);
    let keyed = (0..index.vocabulary.len() as u32).filter_map(|other| {
        let text = index.vocabulary.word(other);
        let documents = index.postings.document_frequency(other);
        let possible = documents > 0
            && text.chars().count().abs_diff(length) <= max_errors
            && !["and", "or"].contains(&text)
            && !text.starts_with(word)
            && (stem.is_none() || index.vocabulary.stem_of(other) != stem);
        let errors = possible.then(|| osa_distance(word, text))?;
        let rarity = u64::from(u32::MAX - documents as u32);
        (errors <= max_errors).then_some((((errors as u64) << 32) | rarity, other as usize))
    });
    ranked(keyed, usize::MAX)
        .into_iter()
        .map(|word| word as u32)
        .collect()
}
