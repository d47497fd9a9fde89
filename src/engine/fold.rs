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

/// A word of a text, folded, and the bytes of the text that it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub word: String,
    pub range: Range<usize>,
}

/// The words of a text, in order. A hyphen parts words; an apostrophe does not.
pub fn tokens(text: &str, fold: CharFold) -> Vec<Token> {
    let mut found = Vec::new();
    let mut word = String::new();
    let mut range = 0..0;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let folded = match classify(character, fold) {
            Class::Letter(folded) => folded,
            Class::Joiner => continue,
            Class::Mark => {
                if !word.is_empty() {
                    range.end = end;
                }
                continue;
            }
            Class::Gap => {
                finish(&mut found, &mut word, &range);
                continue;
            }
        };
        if word.is_empty() {
            range.start = at;
        }
        range.end = end;
        folded.push_to(&mut word);
    }
    finish(&mut found, &mut word, &range);
    found
}

fn finish(found: &mut Vec<Token>, word: &mut String, range: &Range<usize>) {
    if !word.is_empty() {
        found.push(Token {
            word: std::mem::take(word),
            range: range.clone(),
        });
    }
}

enum Class {
    Letter(Folded),
    /// Stands inside a word without parting it: an apostrophe, a soft hyphen.
    Joiner,
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
        _ if character.is_ascii() => Class::Gap,
        _ => match fold(character) {
            None => Class::Gap,
            Some(folded) if folded.is_empty() => Class::Mark,
            Some(folded) => Class::Letter(Folded::Other(folded)),
        },
    }
}

/// Whether a character belongs to a word.
pub(super) fn in_word(character: char, fold: CharFold) -> bool {
    !matches!(classify(character, fold), Class::Gap | Class::Joiner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unicode::tests::NATIVE;

    fn words(text: &str) -> Vec<String> {
        tokens(text, NATIVE.fold)
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
    fn a_token_knows_the_bytes_it_came_from() {
        let text = "(a) l’É\u{301}cole, Members’ rights";
        for token in tokens(text, NATIVE.fold) {
            let piece = &text[token.range.clone()];
            assert!(!piece.starts_with(' ') && !piece.ends_with(['’', ',', ' ']));
        }
        let last = tokens(text, NATIVE.fold).pop().unwrap();
        assert_eq!(&text[last.range], "rights");
    }
}
