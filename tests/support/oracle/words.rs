//! Words and stems, and where a row of words stands in a text.

use std::ops::Range;

use facet_search::CharFold;
use rust_stemmers::{Algorithm, Stemmer};

/// A word of a text.
#[derive(Clone, Debug)]
pub struct Word {
    /// Without case and accents.
    pub word: String,
    pub stem: String,
    /// Whether it is two or three capitals A–Z, and no hyphen follows.
    pub is_abbreviation: bool,
    /// Whether it has letters that are not ASCII.
    pub is_marked: bool,
    /// Whether it is what words of another language mean.
    pub is_meaning: bool,
    /// The bytes of the text that it came from.
    pub range: Range<usize>,
}

/// Cuts texts into words and knows their stems.
pub struct Reader {
    fold: CharFold,
    english: Stemmer,
    /// Words that have a stem of their own together.
    families: Vec<Vec<String>>,
}

impl Reader {
    /// A reader that takes some families of words for the same.
    pub fn new(fold: CharFold, families: &[Vec<String>]) -> Reader {
        Reader {
            fold,
            english: Stemmer::create(Algorithm::English),
            families: families.to_vec(),
        }
    }

    /// The words of a text, in order.
    pub fn words(&self, text: &str) -> Vec<Word> {
        let mut words: Vec<(String, Range<usize>)> = Vec::new();
        // Whether the next letter begins a word.
        let mut parted = true;
        let mut characters = text.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let end = at + character.len_utf8();
            if is_passed_over(character) {
                continue;
            }
            if character == '&' {
                let after_a_letter = words.last().is_some_and(|(_, range)| range.end == at);
                let next = characters.peek().map(|(_, next)| *next);
                let before_a_letter = next.is_some_and(|next| self.is_letter(next));
                parted |= !(after_a_letter && before_a_letter);
                continue;
            }
            match (self.folded(character), words.last_mut()) {
                (None, _) => parted = true,
                // An accent on its own belongs to the letter before it, if any.
                (Some(piece), Some((_, range))) if piece.is_empty() => {
                    if !parted {
                        range.end = end;
                    }
                }
                (Some(piece), None) if piece.is_empty() => {}
                (Some(piece), Some((word, range))) if !parted => {
                    word.push_str(&piece);
                    range.end = end;
                }
                (Some(piece), _) => {
                    words.push((piece, at..end));
                    parted = false;
                }
            }
        }
        let words = words.into_iter().map(|(word, range)| Word {
            is_abbreviation: is_abbreviation(&text[range.clone()], &text[range.end..]),
            is_meaning: false,
            is_marked: text[range.clone()]
                .chars()
                .any(|it| !it.is_ascii() && !is_passed_over(it)),
            stem: self.stem(&word),
            word,
            range,
        });
        words.collect()
    }

    /// The stem of a word.
    pub fn stem(&self, word: &str) -> String {
        for family in &self.families {
            if let [first, ..] = family.as_slice()
                && family.iter().any(|other| other == word)
            {
                // No stem has such a sign: a family is the same as nothing else.
                return format!("={first}");
            }
        }
        if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            self.english.stem(word).into_owned()
        } else {
            word.to_owned()
        }
    }

    /// A letter or digit without case and accent, nothing for an accent, and
    /// `None` for what parts words.
    fn folded(&self, character: char) -> Option<String> {
        if character.is_ascii_alphanumeric() {
            Some(character.to_ascii_lowercase().to_string())
        } else if character.is_ascii() {
            None
        } else {
            (self.fold)(character)
        }
    }

    fn is_letter(&self, character: char) -> bool {
        let piece = self.folded(character);
        !is_passed_over(character) && piece.is_some_and(|piece| !piece.is_empty())
    }
}

fn is_abbreviation(written: &str, after: &str) -> bool {
    let mut characters = written.chars();
    !after.starts_with('-')
        && (2..=3).contains(&written.len())
        && characters.all(|it| it.is_ascii_uppercase())
}

/// Apostrophes and what is not seen do not part words.
fn is_passed_over(character: char) -> bool {
    matches!(
        character,
        '\'' | '‘' | '’' | '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}'
    )
}

/// Where a row of as many words as told stands in a block, as bytes from its
/// first to its last word; `same` compares a word with that at a place of the row.
pub fn places(
    block: &[Word],
    length: usize,
    same: impl Fn(&Word, usize) -> bool,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if length == 0 {
        return found;
    }
    for row in block.windows(length) {
        if row
            .iter()
            .enumerate()
            .all(|(place, word)| same(word, place))
        {
            found.push(row[0].range.start..row[length - 1].range.end);
        }
    }
    found
}
