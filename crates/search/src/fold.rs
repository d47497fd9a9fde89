//! Cutting text into words, folded so that writing habits do not matter.
//!
//! Case, accents, hyphens and the shape of apostrophes are levelled here and
//! nowhere else, for the corpus and for the search text alike.

use std::ops::Range;

/// Folds one character that is not ASCII to lower case without accents. A mark
/// that only modifies its neighbour gives an empty string, and what is neither
/// letter, digit nor mark gives `None`.
///
/// A function that the caller brings, because the tables behind it are large
/// and a browser has them already.
pub type CharFold = fn(char) -> Option<String>;

/// [`CharFold`] by the tables of `unicode-normalization`.
#[cfg(any(test, feature = "unicode"))]
pub fn fold_char(character: char) -> Option<String> {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
    let folds = character.is_alphanumeric() || is_combining_mark(character);
    folds.then(|| {
        let letters = character.nfkd().filter(|part| !is_combining_mark(*part));
        letters.flat_map(char::to_lowercase).collect()
    })
}

/// A word of a text, folded, and the bytes of the text that it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub word: String,
    pub range: Range<usize>,
}

/// The words of a text, in order. A hyphen parts words; an apostrophe does not,
/// nor an `&` directly between two letters or digits.
pub fn tokens(text: &str, fold: CharFold) -> Vec<Token> {
    let mut found = Vec::new();
    tokenize(text, fold, |word, range| {
        let word = word.to_owned();
        found.push(Token { word, range });
    });
    found
}

/// Hands each word of a text to `see`, folded, with its bytes.
pub(super) fn tokenize(text: &str, fold: CharFold, mut see: impl FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut range = 0..0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let end = at + character.len_utf8();
        match classify(character, fold) {
            Class::Letter(folded) => {
                if word.is_empty() {
                    range.start = at;
                }
                range.end = end;
                folded.push_to(&mut word);
            }
            Class::Joiner => {}
            Class::Ampersand => {
                let directly_after = !word.is_empty() && range.end == at;
                let before = characters.peek().map(|(_, next)| *next);
                let joins = directly_after && before.is_some_and(|next| is_letter(next, fold));
                if !joins {
                    finish(&mut word, &range, &mut see);
                }
            }
            Class::Mark => {
                if !word.is_empty() {
                    range.end = end;
                }
            }
            Class::Gap => finish(&mut word, &range, &mut see),
        }
    }
    finish(&mut word, &range, &mut see);
}

fn finish(word: &mut String, range: &Range<usize>, see: &mut impl FnMut(&str, Range<usize>)) {
    if !word.is_empty() {
        see(word, range.clone());
        word.clear();
    }
}

enum Class {
    Letter(Folded),
    /// Stands inside a word without parting it: an apostrophe, a soft hyphen.
    Joiner,
    /// Joins what stands directly on both sides of it.
    Ampersand,
    /// Modifies the character before it: a combining accent.
    Mark,
    Gap,
}

enum Folded {
    Ascii(char),
    Other(String),
}

impl Folded {
    fn push_to(self, word: &mut String) {
        match self {
            Folded::Ascii(character) => word.push(character),
            Folded::Other(characters) => word.push_str(&characters),
        }
    }
}

fn classify(character: char, fold: CharFold) -> Class {
    match character {
        _ if character.is_ascii_alphanumeric() => {
            Class::Letter(Folded::Ascii(character.to_ascii_lowercase()))
        }
        '\'' | '\u{2018}' | '\u{2019}' | '\u{ad}' | '\u{200b}'..='\u{200d}' => Class::Joiner,
        '&' => Class::Ampersand,
        // Dashes, quotation marks and the like of General Punctuation.
        _ if character.is_ascii() || matches!(character, '\u{2010}'..='\u{205e}') => Class::Gap,
        _ => match fold(character) {
            None => Class::Gap,
            Some(folded) if folded.is_empty() => Class::Mark,
            Some(folded) => Class::Letter(Folded::Other(folded)),
        },
    }
}

/// Whether a character belongs to a word.
pub(super) fn in_word(character: char, fold: CharFold) -> bool {
    matches!(classify(character, fold), Class::Letter(_) | Class::Mark)
}

fn is_letter(character: char, fold: CharFold) -> bool {
    matches!(classify(character, fold), Class::Letter(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text, fold_char)
            .into_iter()
            .map(|token| token.word)
            .collect()
    }

    #[test]
    fn case_accents_hyphens_and_apostrophes_are_levelled() {
        assert_eq!(
            words("Pro-competitive WIPO’s"),
            ["pro", "competitive", "wipos"]
        );
        assert_eq!(words("WIPO's"), words("WIPO’s"));
        assert_eq!(words("Évaluation"), ["evaluation"]);
        assert_eq!(words("E\u{301}valuation"), ["evaluation"]);
        assert_eq!(words("— “ ” …"), Vec::<String>::new());
    }

    #[test]
    fn an_ampersand_joins_what_stands_directly_on_both_sides() {
        assert_eq!(words("R&D r&é Q&A"), ["rd", "re", "qa"]);
        assert_eq!(words("R & D &a b& c&-d"), ["r", "d", "a", "b", "c", "d"]);
    }

    #[test]
    fn a_token_knows_the_bytes_it_came_from() {
        let text = "(a) l’É\u{301}cole, Members’ rights";
        for token in tokens(text, fold_char) {
            let piece = &text[token.range.clone()];
            assert!(!piece.starts_with(' ') && !piece.ends_with(['’', ',', ' ']));
        }
        let last = tokens(text, fold_char).pop().unwrap();
        assert_eq!(&text[last.range], "rights");
    }
}
