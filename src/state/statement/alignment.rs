//! A quotation beside the place of a text that is nearest to it.

use super::findings::Spelled;

/// How a quotation stands to a text, word by word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// How many words are changed, added or left out.
    pub errors: usize,
    pub steps: Vec<Step>,
}

/// A word of the quotation and a word of the text, by their places. Where one is
/// missing, the other has nothing beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub quoted: Option<usize>,
    pub source: Option<usize>,
    /// Whether both are there and the same.
    pub is_same: bool,
}

impl Step {
    /// The kinds of the pieces that it belongs to.
    pub fn is(self, kind: Spelled) -> bool {
        match kind {
            Spelled::Same => self.is_same,
            Spelled::Written => !self.is_same && self.quoted.is_some(),
            Spelled::Source => !self.is_same && self.source.is_some(),
        }
    }
}

/// What an error costs, and a word that is the same: of alignments with as few errors,
/// that with the most words that are the same is better. No text has so many words.
const ERROR: i32 = 1 << 12;
const SAME: i32 = -1;

/// The alignment of a quotation with the part of a text that needs the fewest errors
/// (edit distance of words; what the text has before and behind is free). Time and
/// memory grow with the product of both lengths.
pub fn align<T: PartialEq>(quoted: &[T], text: &[T]) -> Alignment {
    let width = text.len() + 1;
    let mut costs: Vec<i32> = vec![0; width];
    let cost = |costs: &[i32], place: usize| costs.get(place).copied().unwrap_or_default();
    for word in quoted {
        let above = costs.len() - width;
        let mut left = cost(&costs, above) + ERROR;
        costs.push(left);
        for (place, other) in text.iter().enumerate() {
            let beside = cost(&costs, above + place) + of_pair(word == other);
            let over = cost(&costs, above + place + 1) + ERROR;
            left = beside.min(over).min(left + ERROR);
            costs.push(left);
        }
    }
    let last = costs.len() - width;
    let ends = (0..width).rev();
    let end = ends.min_by_key(|place| cost(&costs, last + place));
    let mut source = end.unwrap_or_default();
    let mut steps = Vec::new();
    let mut row = quoted.len();
    while row > 0 {
        let here = cost(&costs, row * width + source);
        let words = (quoted.get(row - 1), text.get(source.wrapping_sub(1)));
        let is_same = words.1.is_some() && words.0 == words.1;
        let is_beside = source > 0 && {
            let before = cost(&costs, (row - 1) * width + source - 1);
            before + of_pair(is_same) == here
        };
        let is_over = cost(&costs, (row - 1) * width + source) + ERROR == here;
        let (is_quoted, is_source) = match (is_beside, is_over || source == 0) {
            (true, _) => (true, true),
            (false, true) => (true, false),
            (false, false) => (false, true),
        };
        row -= usize::from(is_quoted);
        source -= usize::from(is_source);
        steps.push(Step {
            quoted: is_quoted.then_some(row),
            source: is_source.then_some(source),
            is_same: is_quoted && is_source && is_same,
        });
    }
    steps.reverse();
    let errors = steps.iter().filter(|it| !it.is_same).count();
    Alignment { errors, steps }
}

/// What it costs to put two words side by side.
fn of_pair(is_same: bool) -> i32 {
    if is_same { SAME } else { ERROR }
}
