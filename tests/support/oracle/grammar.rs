//! What a search text is made of: phrases, exclusions, plain words and the
//! alternatives that `or` parts.

use std::ops::Range;

use super::words::{Reader, Word};

/// What an alternative is made of, in the order of the text.
pub struct Piece {
    pub excluded: bool,
    pub content: Content,
}

/// What a piece looks for.
pub enum Content {
    Plain {
        word: Word,
        /// Whether no word of the text follows.
        last: bool,
    },
    Phrase {
        words: Vec<Word>,
        /// Whether its last word is a beginning.
        open: bool,
    },
}

/// What stands between quotation marks.
struct Quoted {
    bytes: Range<usize>,
    closed: bool,
    excluded: bool,
}

/// The alternatives of a search text; none where it asks for nothing.
pub fn alternatives(text: &str, reader: &Reader) -> Vec<Vec<Piece>> {
    let pieces = pieces(text, reader);
    let only_operators = pieces.iter().all(|piece| operator(piece).is_some());
    let mut alternatives = vec![Vec::new()];
    for piece in pieces {
        match operator(&piece) {
            Some("or") if !only_operators => alternatives.push(Vec::new()),
            Some(_) if !only_operators => {}
            _ => alternatives.last_mut().expect("one at least").push(piece),
        }
    }
    alternatives.retain(|pieces| !pieces.is_empty());
    alternatives
}

/// The operator that a piece may be.
fn operator(piece: &Piece) -> Option<&str> {
    match &piece.content {
        Content::Plain { word, .. } if !piece.excluded => {
            let word = word.word.as_str();
            ["or", "and"].contains(&word).then_some(word)
        }
        _ => None,
    }
}

/// All pieces, with the operators as plain words.
fn pieces(text: &str, reader: &Reader) -> Vec<Piece> {
    let words = reader.words(text);
    let mut phrases = quoted(text);
    let mut pieces = Vec::new();
    let mut rest = words.as_slice();
    while let Some((word, after)) = rest.split_first() {
        let start = word.range.start;
        if let Some(place) = phrases.iter().position(|it| it.bytes.contains(&start)) {
            let phrase = phrases.remove(place);
            let words = take_before(&mut rest, phrase.bytes.end);
            pieces.push(Piece {
                excluded: phrase.excluded,
                content: Content::Phrase {
                    words,
                    open: !phrase.closed,
                },
            });
        } else if is_excluded(text, start) {
            let ends = |character: char| character.is_whitespace() || is_quotation_mark(character);
            let length = text[start..].find(ends);
            let end = length.map_or(text.len(), |length| start + length);
            let mut words = take_before(&mut rest, end);
            let content = if words.len() == 1 {
                Content::Plain {
                    word: words.remove(0),
                    last: rest.is_empty(),
                }
            } else {
                Content::Phrase { words, open: false }
            };
            pieces.push(Piece {
                excluded: true,
                content,
            });
        } else {
            rest = after;
            pieces.push(Piece {
                excluded: false,
                content: Content::Plain {
                    word: word.clone(),
                    last: rest.is_empty(),
                },
            });
        }
    }
    pieces
}

/// Takes the words that begin before a place.
fn take_before(rest: &mut &[Word], end: usize) -> Vec<Word> {
    let mut taken = Vec::new();
    while let Some((word, after)) = rest.split_first()
        && word.range.start < end
    {
        taken.push(word.clone());
        *rest = after;
    }
    taken
}

/// What stands between quotation marks, of whatever shape.
fn quoted(text: &str) -> Vec<Quoted> {
    let mut phrases = Vec::new();
    let mut marks = text.match_indices(is_quotation_mark);
    while let Some((opening, mark)) = marks.next() {
        let closing = marks.next().map(|(at, _)| at);
        phrases.push(Quoted {
            bytes: opening + mark.len()..closing.unwrap_or(text.len()),
            closed: closing.is_some(),
            excluded: is_excluded(text, opening),
        });
    }
    phrases
}

/// Whether a minus sign stands right before a place, and before it nothing or
/// white space.
fn is_excluded(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let sign = before.next();
    sign.is_some_and(|sign| matches!(sign, '-' | '‐' | '‑' | '−'))
        && before.next().is_none_or(char::is_whitespace)
}

fn is_quotation_mark(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„' | '‟' | '«' | '»')
}
