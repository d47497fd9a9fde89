//! Characters that are not seen: soft hyphens, and marks of direction and width. Word
//! processors put them into words and between a noun and its number.

use std::ops::Range;

/// A text without characters that are not seen.
pub struct Seen {
    pub text: String,
    /// Where something was taken out, with how many bytes were taken out until there.
    gaps: Vec<(usize, usize)>,
}

impl Seen {
    pub fn of(text: &str) -> Seen {
        let mut seen = Seen {
            text: String::with_capacity(text.len()),
            gaps: Vec::new(),
        };
        let mut taken = 0;
        for character in text.chars() {
            if is_unseen(character) {
                taken += character.len_utf8();
                seen.gaps.push((seen.text.len(), taken));
            } else {
                seen.text.push(character);
            }
        }
        seen
    }

    /// The range of the whole text that a range without gaps is from.
    pub fn back(&self, range: &Range<usize>) -> Range<usize> {
        let last = range.end.saturating_sub(1);
        range.start + self.taken(range.start)..range.end + self.taken(last)
    }

    /// How many bytes were taken out in front of a byte.
    fn taken(&self, byte: usize) -> usize {
        let before = self.gaps.partition_point(|(place, _)| *place <= byte);
        let gap = before.checked_sub(1).and_then(|it| self.gaps.get(it));
        gap.map_or(0, |(_, taken)| *taken)
    }
}

fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    )
}
