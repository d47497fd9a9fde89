//! Words that are written together: Chinese puts no blanks between words, and Arabic
//! joins the article and small words to the next one.

use crate::index::Index;
use crate::translation::{Translations, is_han};

/// What Arabic joins to the word behind it: conjunctions and prepositions, with and
/// without the article. The longer first.
const ARABIC_PREFIXES: [&str; 10] = ["وال", "بال", "فال", "كال", "لل", "و", "ف", "ب", "ل", "ك"];

/// The words of other languages that a word consists of, each shorter than it, without
/// function words; none if it can't be divided. `is_prefix`: its end may be the beginning of a
/// word.
#[inline(never)]
pub(crate) fn parts(
    index: &Index,
    translations: &Translations,
    word: &str,
    is_prefix: bool,
) -> Vec<String> {
    match word.chars().next() {
        Some('\u{600}'..='\u{6ff}') => without_prefix(index, translations, word)
            .into_iter()
            .collect(),
        Some(first) if is_han(first) => without_blanks(index, translations, word, is_prefix),
        _ => Vec::new(),
    }
}

/// A known word behind what is joined to it.
fn without_prefix(index: &Index, translations: &Translations, word: &str) -> Option<String> {
    let prefixes = ARABIC_PREFIXES.iter();
    let mut rests = prefixes.filter_map(|prefix| word.strip_prefix(prefix));
    let rest = rests.find(|rest| translations.has_word(index, rest))?;
    Some(rest.to_owned())
}

/// The longest known word first, then what follows it.
fn without_blanks(
    index: &Index,
    translations: &Translations,
    word: &str,
    is_prefix: bool,
) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = word;
    while !rest.is_empty() {
        let ends = rest.char_indices().map(|(at, it)| at + it.len_utf8());
        let mut known = ends
            .filter_map(|end| rest.split_at_checked(end))
            .filter(|(part, _)| part.len() < word.len())
            .filter(|(part, _)| index.is_function_word(part) || translations.has_word(index, part));
        match known.next_back() {
            Some((part, after)) => {
                if !index.is_function_word(part) {
                    parts.push(part.to_owned());
                }
                rest = after;
            }
            None if is_prefix && rest.len() < word.len() && translations.has_prefix(rest) => {
                parts.push(rest.to_owned());
                rest = "";
            }
            None => return Vec::new(),
        }
    }
    parts
}
