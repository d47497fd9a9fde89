//! What stands in quotation marks.

use std::ops::Range;

use super::lexer::is_part;

/// How many quotations can be open at once. Of more, the outermost were never closed.
const DEEPEST: usize = 3;

/// The texts between quotation marks of any shape, in the order in which they end. An
/// ellipsis divides a quotation. A mark that is never closed begins none.
pub fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut before = ' ';
    let mut characters = text.char_indices().peekable();
    while let Some((start, character)) = characters.next() {
        let end = start + character.len_utf8();
        let next = characters.peek().map_or(' ', |(_, next)| *next);
        let is_ellipsis = character == '…' || (character == '.' && next == '.' && before == '.');
        if is_ellipsis {
            for it in &mut open {
                it.parts.push(start..end);
            }
        } else if let Some(shape) = Shape::of(character) {
            let opens = shape.opens(character, before, next);
            let same = open.iter().rposition(|it| it.shape == shape);
            match same.filter(|_| shape.closes(character, before, next)) {
                Some(place) => {
                    if let Some(closed) = open.drain(place..).next() {
                        found.extend(closed.divided(start));
                    }
                }
                None if opens => {
                    // Straight marks are not nested.
                    if let Some(place) = same.filter(|_| shape.is_straight()) {
                        open.truncate(place);
                    }
                    if open.len() == DEEPEST {
                        open.remove(0);
                    }
                    open.push(Open {
                        shape,
                        start: end,
                        parts: Vec::new(),
                    });
                }
                None => {}
            }
        }
        before = character;
    }
    found
}

/// A quotation that is not closed yet.
struct Open {
    shape: Shape,
    start: usize,
    /// The ellipses in it.
    parts: Vec<Range<usize>>,
}

impl Open {
    fn divided(self, end: usize) -> impl Iterator<Item = Range<usize>> {
        let mut start = self.start;
        let ends = self.parts.into_iter().chain(std::iter::once(end..end));
        ends.map(move |it| std::mem::replace(&mut start, it.end)..it.start)
    }
}

/// A kind of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// `"`
    Straight,
    /// `'`
    StraightSingle,
    /// `“ ”`, `„ “`
    Curved,
    /// `‘ ’`
    CurvedSingle,
    /// `« »`
    Angled,
}

impl Shape {
    fn of(character: char) -> Option<Shape> {
        match character {
            '"' => Some(Shape::Straight),
            '\'' => Some(Shape::StraightSingle),
            '“' | '”' | '„' | '‟' => Some(Shape::Curved),
            '‘' | '’' => Some(Shape::CurvedSingle),
            '«' | '»' => Some(Shape::Angled),
            _ => None,
        }
    }

    fn is_straight(self) -> bool {
        matches!(self, Shape::Straight | Shape::StraightSingle)
    }

    fn opens(self, character: char, before: char, next: char) -> bool {
        match character {
            '"' | '\'' => !is_part(before) && !next.is_whitespace(),
            '‘' => !is_part(before),
            '“' | '„' | '‟' | '«' => true,
            _ => false,
        }
    }

    fn closes(self, character: char, before: char, next: char) -> bool {
        match character {
            // An apostrophe stands between letters, or before a blank as in “States’”:
            // then the first that may close does.
            '\'' | '’' => !is_part(next) && !before.is_whitespace(),
            '"' => !before.is_whitespace() && !is_part(next),
            '”' | '»' => true,
            // The closing mark of „ “.
            '“' => !before.is_whitespace() && !is_part(next),
            _ => false,
        }
    }
}
