//! The texts of a corpus as one sequence of word ids, with the bytes that each
//! word comes from.
//!
//! A position is an index into this sequence, over all documents.

use std::ops::Range;

/// The words of all passages of all documents, in order, with a [`GAP`] after
/// each passage.
#[derive(Default)]
pub(crate) struct Texts {
    words: Vec<u32>,
    /// For each position, the bytes in its passage.
    byte_ranges: Vec<(u32, u32)>,
    /// The position at which each passage starts, and the end of the last one.
    passage_starts: Vec<u32>,
    /// The passage with which each document starts, counted over all documents,
    /// and the end of the last one.
    document_starts: Vec<u32>,
}

/// Separates passages, so that no phrase continues in the next one. No
/// vocabulary is large enough to contain this id.
const GAP: u32 = u32::MAX;

impl Texts {
    /// Appends a word to the current passage.
    pub(crate) fn add_word(&mut self, word: u32, bytes: &Range<usize>) {
        self.words.push(word);
        self.byte_ranges
            .push((bytes.start as u32, bytes.end as u32));
    }

    pub(crate) fn end_passage(&mut self) {
        self.add_word(GAP, &(0..0));
        if self.passage_starts.is_empty() {
            self.passage_starts.push(0);
        }
        self.passage_starts.push(self.words.len() as u32);
    }

    pub(crate) fn end_document(&mut self) {
        if self.document_starts.is_empty() {
            self.document_starts.push(0);
        }
        self.document_starts
            .push(self.passage_starts.len().saturating_sub(1) as u32);
    }

    /// Replaces each provisional word id by the final one.
    pub(crate) fn renumber(&mut self, final_ids: &[u32]) {
        for word in &mut self.words {
            *word = final_ids.get(*word as usize).copied().unwrap_or(GAP);
        }
    }

    pub(crate) fn document_count(&self) -> usize {
        self.document_starts.len().saturating_sub(1)
    }

    /// The number of words of a document.
    pub(crate) fn document_length(&self, document: usize) -> usize {
        self.positions_of(document).len() - self.passage_count(document)
    }

    /// The positions of a document, gaps included.
    fn positions_of(&self, document: usize) -> Range<usize> {
        let passages = range_at(&self.document_starts, document);
        match (
            self.passage_starts.get(passages.start),
            self.passage_starts.get(passages.end),
        ) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        }
    }

    /// Calls `visit` with each word, its document and its position, in order.
    pub(crate) fn for_each_word(&self, mut visit: impl FnMut(u32, u32, u32)) {
        for document in 0..self.document_count() {
            let positions = self.positions_of(document);
            let words = self.words.get(positions.clone()).unwrap_or_default();
            for (&word, position) in words.iter().zip(positions) {
                if word != GAP {
                    visit(word, document as u32, position as u32);
                }
            }
        }
    }

    /// The words after a position.
    pub(crate) fn following(&self, position: u32) -> &[u32] {
        self.words.get(position as usize + 1..).unwrap_or_default()
    }

    /// The words of each passage of a document.
    pub(crate) fn passages(&self, document: usize) -> impl Iterator<Item = &[u32]> {
        range_at(&self.document_starts, document).map(|passage| {
            let positions = without_gap(range_at(&self.passage_starts, passage));
            self.words.get(positions).unwrap_or_default()
        })
    }

    pub(crate) fn passage_count(&self, document: usize) -> usize {
        range_at(&self.document_starts, document).len()
    }

    /// The bytes of each word of the n-th passage of a document.
    pub(crate) fn byte_ranges(&self, document: usize, passage: usize) -> Vec<Range<usize>> {
        let positions = range_at(&self.document_starts, document)
            .nth(passage)
            .map_or(0..0, |passage| range_at(&self.passage_starts, passage));
        self.byte_ranges
            .get(without_gap(positions))
            .unwrap_or_default()
            .iter()
            .map(|&(start, end)| start as usize..end as usize)
            .collect()
    }
}

/// The range from the n-th start to the next one.
fn range_at(starts: &[u32], index: usize) -> Range<usize> {
    match (starts.get(index), starts.get(index + 1)) {
        (Some(&start), Some(&end)) => start as usize..end as usize,
        _ => 0..0,
    }
}

fn without_gap(passage: Range<usize>) -> Range<usize> {
    passage.start..passage.end.saturating_sub(1).max(passage.start)
}
