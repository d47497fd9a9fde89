//! In which documents each word stands, and how often.

use super::texts::Texts;

/// For each word, the documents that have it.
#[derive(Default)]
pub(super) struct Postings {
    /// For each word, where its documents begin, and where the last end.
    starts: Vec<u32>,
    documents: Vec<u32>,
    /// Beside each document, how often; more than 255 times counts as that.
    times: Vec<u8>,
}

impl Postings {
    /// Of the texts, for a vocabulary of `words` words.
    pub(super) fn new(texts: &Texts, words: usize) -> Postings {
        // Twice over all words: once to know the room that each needs.
        let mut starts = vec![0_u32; words + 1];
        each(texts, words, |word, _, first| {
            if let (true, Some(room)) = (first, starts.get_mut(word as usize + 1)) {
                *room += 1;
            }
        });
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut documents = vec![0; sum as usize];
        let mut times = vec![0_u8; sum as usize];
        let mut ends = starts.clone();
        each(texts, words, |word, document, first| {
            let Some(end) = ends.get_mut(word as usize) else {
                return;
            };
            if first {
                if let Some(place) = documents.get_mut(*end as usize) {
                    *place = document;
                }
                *end += 1;
            }
            if let Some(times) = times.get_mut(*end as usize - 1) {
                *times = times.saturating_add(1);
            }
        });
        Postings {
            starts,
            documents,
            times,
        }
    }

    /// The documents that have a word, in order, each with how often.
    pub(super) fn of(&self, word: u32) -> impl Iterator<Item = (u32, u8)> {
        let word = word as usize;
        let (start, end) = match (self.starts.get(word), self.starts.get(word + 1)) {
            (Some(&start), Some(&end)) => (start as usize, end as usize),
            _ => (0, 0),
        };
        let documents = self.documents.get(start..end).unwrap_or_default();
        let times = self.times.get(start..end).unwrap_or_default();
        documents.iter().copied().zip(times.iter().copied())
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

/// Shows every word of every document, and whether it is its first time there.
fn each(texts: &Texts, words: usize, mut see: impl FnMut(u32, u32, bool)) {
    let mut last = vec![u32::MAX; words];
    for document in 0..texts.documents() {
        for &word in texts.words_of(document) {
            let document = document as u32;
            let Some(last) = last.get_mut(word as usize) else {
                continue;
            };
            see(word, document, *last != document);
            *last = document;
        }
    }
}
