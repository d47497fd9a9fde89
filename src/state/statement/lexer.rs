//! The tokens of a statement, in which citations are found: words, numbers and marks.

use std::ops::Range;

/// A token with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lexeme<'a> {
    pub kind: Kind<'a>,
    pub range: Range<usize>,
    /// What is between it and the token before.
    pub before: Gap,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind<'a> {
    /// A run of letters, as it is written.
    Word(&'a str),
    /// A run of ASCII digits. Numbers too large are the largest one.
    Number(u32),
    /// Anything else; every dash is `-`, every bracket a round one, every apostrophe `'`.
    Mark(char),
}

/// The white space before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    None,
    /// Blanks, or the end of one line.
    Blank,
    /// An empty line, or the beginning of the text.
    Paragraph,
}

/// The tokens of a text.
pub fn lexemes(text: &str) -> Vec<Lexeme<'_>> {
    let mut found = Vec::new();
    let mut before = Gap::Paragraph;
    let mut lines = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((start, first)) = characters.next() {
        if first.is_whitespace() {
            lines += usize::from(first == '\n');
            let gap = if lines > 1 {
                Gap::Paragraph
            } else {
                Gap::Blank
            };
            before = before.max(gap);
            continue;
        }
        let class = class(first);
        let mut end = start + first.len_utf8();
        if class != Class::Mark {
            while let Some((place, next)) = characters.next_if(|(_, it)| self::class(*it) == class)
            {
                end = place + next.len_utf8();
            }
        }
        let run = text.get(start..end).unwrap_or_default();
        let kind = match class {
            Class::Letter => Kind::Word(run),
            Class::Digit => Kind::Number(run.parse().unwrap_or(u32::MAX)),
            Class::Mark => Kind::Mark(mark(first)),
        };
        let range = start..end;
        found.push(Lexeme {
            kind,
            range,
            before,
        });
        (before, lines) = (Gap::None, 0);
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Mark,
}

/// What a character that is no white space belongs to. Beyond ASCII, what is neither
/// Latin-1 nor general nor Chinese punctuation counts as a letter.
fn class(character: char) -> Class {
    match character {
        '0'..='9' => Class::Digit,
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '\0'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{2212}' => Class::Mark,
        '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}' => Class::Mark,
        _ if character.is_whitespace() => Class::Mark,
        _ => Class::Letter,
    }
}

/// Whether a character is one of words or numbers.
pub fn is_part(character: char) -> bool {
    class(character) != Class::Mark
}

fn mark(character: char) -> char {
    match character {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        '[' => '(',
        ']' => ')',
        _ => character,
    }
}
