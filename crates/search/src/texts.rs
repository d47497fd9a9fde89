//! The texts of a corpus as rows of words, and where each word stands.

use std::ops::Range;

/// The words of all passages of all documents, in order, with a [`GAP`] behind
/// each passage.
#[derive(Default)]
pub(super) struct Texts {
    words: Vec<u32>,
    /// For each of them, the bytes of its passage.
    places: Vec<(u32, u32)>,
    /// For each passage, where it begins in `words`, and where the last ends.
    passages: Vec<u32>,
    /// For each document, where it begins in `passages`, and where the last ends.
    documents: Vec<u32>,
}

/// Stands behind a passage, so that no phrase goes on in the next one. No
/// vocabulary has so many words.
const GAP: u32 = u32::MAX;

impl Texts {
    pub(super) fn add_word(&mut self, word: u32, range: &Range<usize>) {
        self.words.push(word);
        self.places.push((range.start as u32, range.end as u32));
    }

    pub(super) fn end_passage(&mut self) {
        self.add_word(GAP, &(0..0));
        if self.passages.is_empty() {
            self.passages.push(0);
        }
        self.passages.push(self.words.len() as u32);
    }

    pub(super) fn end_document(&mut self) {
        if self.documents.is_empty() {
            self.documents.push(0);
        }
        self.documents
            .push(self.passages.len().saturating_sub(1) as u32);
    }

    /// Gives each word the position that `places` has for it.
    pub(super) fn renumber(&mut self, places: &[u32]) {
        for word in &mut self.words {
            *word = places.get(*word as usize).copied().unwrap_or(GAP);
        }
    }

    pub(super) fn documents(&self) -> usize {
        self.documents.len().saturating_sub(1)
    }

    /// How many words a document has.
    pub(super) fn length(&self, document: usize) -> usize {
        self.row_of(document).len() - self.passages_of(document)
    }

    /// Where a document stands in the row of all words.
    fn row_of(&self, document: usize) -> Range<usize> {
        let passages = between(&self.documents, document);
        match (
            self.passages.get(passages.start),
            self.passages.get(passages.end),
        ) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        }
    }

    /// Shows every word of every document: the word, the document, and its
    /// place in the row of all words.
    pub(super) fn each(&self, mut see: impl FnMut(u32, u32, u32)) {
        for document in 0..self.documents() {
            let row = self.row_of(document);
            let words = self.words.get(row.clone()).unwrap_or_default();
            for (&word, place) in words.iter().zip(row) {
                if word != GAP {
                    see(word, document as u32, place as u32);
                }
            }
        }
    }

    /// What stands behind a place in the row of all words.
    pub(super) fn following(&self, place: u32) -> &[u32] {
        let rest = self.words.get(place as usize + 1..);
        rest.unwrap_or_default()
    }

    /// The passages of a document, each as a row of words.
    pub(super) fn passages(&self, document: usize) -> impl Iterator<Item = &[u32]> {
        between(&self.documents, document).map(|passage| {
            let words = without_gap(between(&self.passages, passage));
            self.words.get(words).unwrap_or_default()
        })
    }

    /// The bytes of the words of a passage, which counts within the document.
    pub(super) fn places(&self, document: usize, passage: usize) -> Vec<Range<usize>> {
        let passages = between(&self.documents, document);
        let known = passages.clone().nth(passage);
        let words = known.map_or(0..0, |passage| between(&self.passages, passage));
        let words = without_gap(words);
        let places = self.places.get(words).unwrap_or_default().iter();
        let ranges = places.map(|&(start, end)| start as usize..end as usize);
        ranges.collect()
    }

    pub(super) fn passages_of(&self, document: usize) -> usize {
        between(&self.documents, document).len()
    }
}

/// From one border to the next.
fn between(borders: &[u32], position: usize) -> Range<usize> {
    match (borders.get(position), borders.get(position + 1)) {
        (Some(&start), Some(&end)) => start as usize..end as usize,
        _ => 0..0,
    }
}

fn without_gap(passage: Range<usize>) -> Range<usize> {
    passage.start..passage.end.saturating_sub(1).max(passage.start)
}
