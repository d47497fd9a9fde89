//! Postings: for each word, the documents that contain it, and its positions.

use crate::texts::Texts;

/// The postings of all words, in a few flat lists.
pub(crate) struct Postings {
    /// For each word, its first posting, and the end of the last one.
    starts: Vec<u32>,
    /// For each posting, its document.
    documents: Vec<u32>,
    /// For each posting, the end of its range of `positions`. The range starts
    /// where the one before ends.
    position_ends: Vec<u32>,
    /// Positions in [`Texts`].
    positions: Vec<u32>,
}

/// A document that contains a word.
pub(crate) struct Posting<'a> {
    pub document: usize,
    /// The positions of the word in [`Texts`].
    pub positions: &'a [u32],
}

impl Postings {
    /// Indexes the texts, for a vocabulary of `word_count` words.
    pub(crate) fn new(texts: &Texts, word_count: usize) -> Postings {
        // The first pass counts, the second fills: nothing is reallocated.
        let mut starts = vec![0; word_count + 1];
        let mut next_positions = vec![0; word_count + 1];
        let mut total = 0;
        let mut last_documents = vec![u32::MAX; word_count];
        texts.for_each_word(|word, document, _| {
            let word = word as usize;
            total += 1;
            if let Some(count) = next_positions.get_mut(word + 1) {
                *count += 1;
            }
            if let (Some(last), Some(count)) =
                (last_documents.get_mut(word), starts.get_mut(word + 1))
            {
                *count += u32::from(*last != document);
                *last = document;
            }
        });
        let posting_count = prefix_sums(&mut starts);
        prefix_sums(&mut next_positions);
        let mut postings = Postings {
            documents: vec![0; posting_count],
            position_ends: vec![0; posting_count],
            positions: vec![0; total],
            starts,
        };
        let mut next_postings = postings.starts.clone();
        last_documents.fill(u32::MAX);
        texts.for_each_word(|word, document, position| {
            let word = word as usize;
            if let (Some(next_posting), Some(next_position), Some(last)) = (
                next_postings.get_mut(word),
                next_positions.get_mut(word),
                last_documents.get_mut(word),
            ) {
                *next_posting += u32::from(*last != document);
                *last = document;
                postings.put(*next_posting, next_position, document, position);
            }
        });
        postings
    }

    /// Stores a position of the word whose current posting is the one before
    /// `next_posting`.
    fn put(&mut self, next_posting: u32, next_position: &mut u32, document: u32, position: u32) {
        let posting = (next_posting as usize).wrapping_sub(1);
        if let Some(slot) = self.documents.get_mut(posting) {
            *slot = document;
        }
        if let Some(slot) = self.positions.get_mut(*next_position as usize) {
            *slot = position;
        }
        *next_position += 1;
        if let Some(end) = self.position_ends.get_mut(posting) {
            *end = *next_position;
        }
    }

    /// The postings of a word, in the order of the documents.
    pub(crate) fn of(&self, word: u32) -> impl Iterator<Item = Posting<'_>> {
        let word = word as usize;
        let (start, end) = match (self.starts.get(word), self.starts.get(word + 1)) {
            (Some(&start), Some(&end)) => (start as usize, end as usize),
            _ => (0, 0),
        };
        let documents = self.documents.get(start..end).unwrap_or_default();
        let ends = self.position_ends.get(start..end).unwrap_or_default();
        let end_before = start
            .checked_sub(1)
            .and_then(|before| self.position_ends.get(before));
        let mut first = end_before.copied().unwrap_or_default() as usize;
        documents.iter().zip(ends).map(move |(&document, &end)| {
            let range = first..end as usize;
            first = end as usize;
            Posting {
                document: document as usize,
                positions: self.positions.get(range).unwrap_or_default(),
            }
        })
    }

    /// The number of documents that contain a word.
    pub(crate) fn document_frequency(&self, word: u32) -> usize {
        let word = word as usize;
        match (self.starts.get(word), self.starts.get(word + 1)) {
            (Some(start), Some(end)) => (end - start) as usize,
            _ => 0,
        }
    }
}

/// Replaces each number by the sum up to and including it; returns the total.
fn prefix_sums(numbers: &mut [u32]) -> usize {
    let mut sum = 0;
    for number in numbers {
        sum += *number;
        *number = sum;
    }
    sum as usize
}
