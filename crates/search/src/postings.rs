//! In which documents each word stands, and where.

use super::texts::Texts;

/// For each word, the documents that have it, and all its places.
#[derive(Default)]
pub(super) struct Postings {
    /// For each word, where its documents begin, and where the last end.
    starts: Vec<u32>,
    documents: Vec<u32>,
    /// Beside each document, where its places end; they begin where those of
    /// the one before end.
    ends: Vec<u32>,
    /// Positions in the row of all words.
    places: Vec<u32>,
}

/// A document that has a word.
pub(super) struct Posting<'a> {
    pub document: usize,
    /// Positions in the row of all words.
    pub places: &'a [u32],
}

impl Postings {
    /// Of the texts, for a vocabulary of `words` words.
    pub(super) fn new(texts: &Texts, words: usize) -> Postings {
        // Twice over all words: once to know the room that each needs.
        let mut starts = vec![0; words + 1];
        let mut firsts = vec![0; words + 1];
        let mut total = 0;
        let mut last = vec![u32::MAX; words];
        texts.each(|word, document, _| {
            let word = word as usize;
            total += 1;
            if let Some(room) = firsts.get_mut(word + 1) {
                *room += 1;
            }
            if let (Some(last), Some(room)) = (last.get_mut(word), starts.get_mut(word + 1)) {
                *room += u32::from(*last != document);
                *last = document;
            }
        });
        let documents = sums(&mut starts);
        sums(&mut firsts);
        let mut postings = Postings {
            documents: vec![0; documents],
            ends: vec![0; documents],
            places: vec![0; total],
            starts,
        };
        // Where the next document and the next place of each word go.
        let mut next = postings.starts.clone();
        last.fill(u32::MAX);
        texts.each(|word, document, place| {
            let word = word as usize;
            if let (Some(next), Some(first), Some(last)) =
                (next.get_mut(word), firsts.get_mut(word), last.get_mut(word))
            {
                postings.put(next, first, document, place, *last != document);
                *last = document;
            }
        });
        postings
    }

    fn put(&mut self, next: &mut u32, first: &mut u32, document: u32, place: u32, new: bool) {
        *next += u32::from(new);
        let posting = (*next as usize).wrapping_sub(1);
        if let Some(slot) = self.documents.get_mut(posting) {
            *slot = document;
        }
        if let Some(slot) = self.places.get_mut(*first as usize) {
            *slot = place;
        }
        *first += 1;
        if let Some(end) = self.ends.get_mut(posting) {
            *end = *first;
        }
    }

    /// The documents that have a word, in order.
    pub(super) fn of(&self, word: u32) -> impl Iterator<Item = Posting<'_>> {
        let word = word as usize;
        let (start, end) = match (self.starts.get(word), self.starts.get(word + 1)) {
            (Some(&start), Some(&end)) => (start as usize, end as usize),
            _ => (0, 0),
        };
        let documents = self.documents.get(start..end).unwrap_or_default();
        let ends = self.ends.get(start..end).unwrap_or_default();
        let before = start
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let mut first = before.copied().unwrap_or_default() as usize;
        documents.iter().zip(ends).map(move |(&document, &end)| {
            let places = first..end as usize;
            first = end as usize;
            Posting {
                document: document as usize,
                places: self.places.get(places).unwrap_or_default(),
            }
        })
    }

    /// In how many documents a word stands.
    pub(super) fn documents_with(&self, word: u32) -> usize {
        let word = word as usize;
        match (self.starts.get(word), self.starts.get(word + 1)) {
            (Some(start), Some(end)) => (end - start) as usize,
            _ => 0,
        }
    }
}

/// Makes each number the sum of it and all before; gives the sum of all.
fn sums(numbers: &mut [u32]) -> usize {
    let mut sum = 0;
    for number in numbers {
        sum += *number;
        *number = sum;
    }
    sum as usize
}
