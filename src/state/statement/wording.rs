//! The words of the recommendations, and where runs of them stand.

use std::ops::Range;

use facet_search::{CharFold, tokens};

use super::index::{Numbering, Place, Places};
use super::names::Names;
use crate::data::{Agenda, Recommendation};

/// How many words in a row are looked up at once: the shortest run that is a quotation.
pub const RUN: usize = 4;

/// A word of the recommendations by its number, and any other.
pub type WordId = u16;

/// A word that no recommendation has.
pub const OTHER: WordId = WordId::MAX;

/// Words of all recommendations, folded as the search folds them, so that neither case
/// nor hyphens nor the shape of apostrophes matters.
pub struct Wording<'a> {
    pub texts: Vec<Text<'a>>,
    ids: Numbering,
    /// For each word, how many recommendations have it; none for a function word.
    carriers: Vec<Option<usize>>,
    /// Where each run of [`RUN`] words begins, and each of two.
    runs: Places,
    pairs: Places,
}

/// The words of one recommendation.
pub struct Text<'a> {
    pub entry: &'a Recommendation,
    pub words: Vec<WordId>,
    /// For each word, its passage and its bytes there.
    places: Vec<(usize, Range<usize>)>,
}

impl<'a> Wording<'a> {
    pub fn of(agenda: &'a Agenda, fold: CharFold) -> Wording<'a> {
        let names = Names::new(agenda);
        let mut ids = Numbering::default();
        let mut carriers = Vec::new();
        let (mut runs, mut pairs) = (Vec::new(), Vec::new());
        let entries = agenda.recommendations.iter().enumerate();
        let texts = entries.map(|(position, entry)| {
            let mut text = Text {
                entry,
                words: Vec::new(),
                places: Vec::new(),
            };
            for (passage, block) in entry.passages().enumerate() {
                for token in tokens(block, fold) {
                    let id = ids.add(&token.word);
                    if id == carriers.len() {
                        carriers.push((!names.is_function_word(&token.word)).then_some(0));
                    }
                    let id = WordId::try_from(id).unwrap_or(OTHER);
                    let is_new = !text.words.contains(&id);
                    if let Some(Some(count)) = carriers.get_mut(usize::from(id)) {
                        *count += usize::from(is_new);
                    }
                    text.words.push(id);
                    text.places.push((passage, token.range));
                }
            }
            for (length, places) in [(RUN, &mut runs), (2, &mut pairs)] {
                for (word, run) in text.words.windows(length).enumerate() {
                    let place = Place {
                        text: position,
                        word,
                    };
                    places.push((key(run), place));
                }
            }
            text
        });
        Wording {
            texts: texts.collect(),
            ids,
            carriers,
            runs: Places::new(&runs),
            pairs: Places::new(&pairs),
        }
    }

    /// The number of a folded word.
    pub fn id(&self, word: &str) -> WordId {
        let id = self.ids.get(word);
        id.and_then(|it| WordId::try_from(it).ok()).unwrap_or(OTHER)
    }

    /// Where a run of [`RUN`] words begins.
    pub fn places(&self, run: &[WordId]) -> &[Place] {
        self.runs.get(key(run))
    }

    /// Where two words in a row begin.
    pub fn pairs(&self, pair: &[WordId]) -> &[Place] {
        self.pairs.get(key(pair))
    }

    /// How many recommendations have a word that is no function word.
    pub fn carriers(&self, word: WordId) -> Option<usize> {
        self.carriers.get(usize::from(word)).copied().flatten()
    }

    /// How many words from a place on are the same as in a text.
    pub fn shared(&self, words: &[WordId], place: Place) -> usize {
        let text = self.texts.get(place.text);
        let text = text.map_or(&[][..], |it| it.words.as_slice());
        let own = text.iter().skip(place.word);
        own.zip(words).take_while(|(own, it)| own == it).count()
    }
}

impl Text<'_> {
    /// The first word of the hyphenated one that a word belongs to.
    pub fn hyphenated_from(&self, word: usize) -> usize {
        let mut first = word;
        while let Some(before) = first.checked_sub(1).filter(|it| self.is_joined(*it)) {
            first = before;
        }
        first
    }

    /// The last word of the hyphenated one that a word belongs to.
    pub fn hyphenated_to(&self, word: usize) -> usize {
        let mut last = word;
        while self.is_joined(last) {
            last += 1;
        }
        last
    }

    /// Whether only a hyphen is between a word and the next one.
    fn is_joined(&self, word: usize) -> bool {
        let ends = [self.places.get(word), self.places.get(word + 1)];
        let [Some((passage, one)), Some((other_passage, other))] = ends else {
            return false;
        };
        let text = self.entry.passages().nth(*passage);
        let between = text.and_then(|text| text.get(one.end..other.start));
        passage == other_passage && between == Some("-")
    }

    /// The source from one word to another, both included.
    pub fn slice(&self, first: usize, last: usize) -> String {
        let mut slice = String::new();
        let ends = [self.places.get(first), self.places.get(last)];
        let [Some((from, start)), Some((to, end))] = ends else {
            return slice;
        };
        for (passage, text) in self.entry.passages().enumerate() {
            if passage < *from || passage > *to {
                continue;
            }
            let start = if passage == *from { start.start } else { 0 };
            let end = if passage == *to { end.end } else { text.len() };
            if !slice.is_empty() {
                slice.push(' ');
            }
            slice.push_str(text.get(start..end).unwrap_or_default());
        }
        slice
    }
}

/// Up to four words as one number.
fn key(words: &[WordId]) -> u64 {
    let words = words.iter();
    words.fold(0, |key, word| (key << 16) | u64::from(*word))
}
