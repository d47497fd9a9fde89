//! Splits text into words, and folds them: case, accents, hyphens and the shape
//! of apostrophes do not matter, in the corpus and in search texts alike.

use std::ops::Range;

/// Folds a character that is not ASCII to lower case without accents. Returns
/// an empty string for a mark that modifies its neighbour, and `None` for
/// anything else than a letter, digit or mark.
///
/// The caller provides it because the tables behind it are large and a browser
/// has its own. With the feature `unicode`, `fold_char` is one.
pub type CharFold = fn(char) -> Option<String>;

/// A [`CharFold`] with the tables of `unicode-normalization`.
#[cfg(any(test, feature = "unicode"))]
pub fn fold_char(character: char) -> Option<String> {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
    let is_word_part = character.is_alphanumeric() || is_combining_mark(character);
    is_word_part.then(|| {
        character
            .nfkd()
            .filter(|part| !is_combining_mark(*part))
            .flat_map(char::to_lowercase)
            .collect()
    })
}

/// Whether a word has letters that are not ASCII; what is skipped is no letter.
pub(crate) fn is_marked(word: &str) -> bool {
    word.chars().any(|it| !it.is_ascii() && !is_skipped(it))
}

/// Whether a character in a word is skipped: an apostrophe, a soft hyphen, what is not
/// seen.
fn is_skipped(character: char) -> bool {
    matches!(
        character,
        '\'' | '\u{2018}' | '\u{2019}' | '\u{ad}' | '\u{200b}'..='\u{200d}'
    )
}

/// A folded word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The folded word.
    pub word: String,
    /// The bytes of the text that it comes from.
    pub range: Range<usize>,
}

/// The words of a text, in order. A hyphen separates words; an apostrophe does
/// not, nor does an `&` directly between two letters or digits.
pub fn tokens(text: &str, fold: CharFold) -> Vec<Token> {
    let mut found = Vec::new();
    tokenize(text, fold, |word, range| {
        let word = word.to_owned();
        found.push(Token { word, range });
    });
    found
}

/// Calls `visit` with each folded word of a text and its bytes.
pub(crate) fn tokenize(text: &str, fold: CharFold, mut visit: impl FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut range = 0..0;
    let mut characters = text.char_indices().peekable();
    while let Some((start, character)) = characters.next() {
        let end = start + character.len_utf8();
        match classify(character, fold) {
            Class::Letter(folded) => {
                if word.is_empty() {
                    range.start = start;
                }
                range.end = end;
                folded.push_to(&mut word);
            }
            Class::Ignored => {}
            Class::Ampersand => {
                let follows = !word.is_empty() && range.end == start;
                let next = characters.peek().map(|(_, next)| *next);
                let joins = follows && next.is_some_and(|next| is_letter(next, fold));
                if !joins {
                    finish(&mut word, &range, &mut visit);
                }
            }
            Class::Mark => {
                if !word.is_empty() {
                    range.end = end;
                }
            }
            Class::Separator => finish(&mut word, &range, &mut visit),
        }
    }
    finish(&mut word, &range, &mut visit);
}

fn finish(word: &mut String, range: &Range<usize>, visit: &mut impl FnMut(&str, Range<usize>)) {
    if !word.is_empty() {
        visit(word, range.clone());
        word.clear();
    }
}

enum Class {
    /// A letter or digit.
    Letter(Folded),
    /// Does not end a word: an apostrophe, a soft hyphen.
    Ignored,
    /// Joins the characters directly before and after it.
    Ampersand,
    /// Modifies the character before it: a combining accent.
    Mark,
    /// Ends a word.
    Separator,
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
        skipped if is_skipped(skipped) => Class::Ignored,
        '&' => Class::Ampersand,
        // The dashes, quotation marks and other signs of General Punctuation.
        _ if character.is_ascii() || matches!(character, '\u{2010}'..='\u{205e}') => {
            Class::Separator
        }
        _ => match fold(character) {
            None => Class::Separator,
            Some(folded) if folded.is_empty() => Class::Mark,
            Some(folded) => Class::Letter(Folded::Other(folded)),
        },
    }
}

/// Whether a character belongs to a word.
pub(crate) fn in_word(character: char, fold: CharFold) -> bool {
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
    fn case_accents_hyphens_and_apostrophes_do_not_matter() {
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
