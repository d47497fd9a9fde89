//! What every page must show, by the search as a native program.

use std::{fs, path::Path};

use explorer::{
    data::{self, Agenda},
    state::{self, url as address},
    unicode::Unicode,
};
use facet_search::Corpus;
use unicode_normalization::UnicodeNormalization;

const NATIVE: Unicode = Unicode {
    compose: |text| text.nfc().collect(),
    fold: facet_search::fold_char,
};

/// What may be typed; much of it is understood by the explorer in a way of its own.
const WORDS: [&str; 12] = [
    "folklore",
    "transparent",
    "digital",
    "access",
    "knowledge",
    "cooperation",
    "public domain",
    "patent",
    "environment",
    "brain drain",
    "competition",
    "institutions",
];

/// A data set, and its index.
pub struct Known {
    agenda: Agenda,
    corpus: Corpus,
    /// The texts as words with a space before each.
    texts: Vec<String>,
}

/// What a page must show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The recommendations in the list, in rising order.
    pub numbers: Vec<u16>,
    /// The count at every value of every facet, as facet, value and count.
    pub counts: Vec<(String, String, usize)>,
}

impl Known {
    /// The data set in a file.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the file.
    pub fn of(file: &Path) -> Result<Known, String> {
        let text = fs::read_to_string(file)
            .map_err(|error| format!("{} cannot be read: {error}.", file.display()))?;
        let (agenda, _) = data::read(&text).map_err(|error| error.to_string())?;
        let texts = agenda.recommendations.iter();
        let texts = texts.map(|one| spaced(&one.passages().collect::<Vec<_>>().join(" ")));
        Ok(Known {
            corpus: state::corpus(&agenda, NATIVE.fold),
            texts: texts.collect(),
            agenda,
        })
    }

    /// How many recommendations there are.
    pub fn len(&self) -> usize {
        self.agenda.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.agenda.is_empty()
    }

    /// The answer to the query of an address.
    pub fn answer(&self, query: &str) -> Answer {
        let view_state = address::read(query, &self.agenda, NATIVE.compose).view_state;
        let asked = view_state.query(&self.agenda, &[], NATIVE.fold);
        let found = facet_search::search(&self.corpus, &asked);
        let number = |hit: &usize| self.agenda.recommendations[*hit].number;
        let mut numbers: Vec<u16> = found.hits.iter().map(number).collect();
        numbers.sort_unstable();
        let facets = self.agenda.facets.iter().zip(&found.counts);
        let counts = facets.flat_map(|(facet, counts)| {
            let values = facet.values.iter().zip(counts);
            values.map(|(value, count)| (facet.key.clone(), value.id.clone(), *count))
        });
        Answer {
            numbers,
            counts: counts.collect(),
        }
    }

    /// Texts that all pages understand in the same way, of which there is one at
    /// least.
    ///
    /// # Errors
    /// Where there is none.
    pub fn plain_texts(&self) -> Result<Vec<&'static str>, String> {
        let texts: Vec<_> = WORDS
            .into_iter()
            .filter(|text| self.is_plain(text))
            .collect();
        if texts.is_empty() {
            return Err("There is no text that all pages understand in the same way.".into());
        }
        Ok(texts)
    }

    /// Whether all pages understand a text, and each beginning of it, in the same
    /// way: the search finds by it what has a word that begins so, and no more.
    fn is_plain(&self, text: &str) -> bool {
        let mut ends = text.char_indices().map(|(at, sign)| at + sign.len_utf8());
        ends.all(|end| {
            let words: Vec<String> = spaced(&text[..end])
                .split_inclusive(' ')
                .map(|word| format!(" {}", word.trim()))
                .filter(|word| word.len() > 1)
                .collect();
            let rows = self.agenda.recommendations.iter().zip(&self.texts);
            let found = rows.filter(|(_, text)| words.iter().all(|word| text.contains(word)));
            let numbers: Vec<u16> = found.map(|(one, _)| one.number).collect();
            let query = format!("q={}", text[..end].replace(' ', "+"));
            !numbers.is_empty() && numbers == self.answer(&query).numbers
        })
    }
}

fn spaced(text: &str) -> String {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words
        .map(|word| format!(" {}", word.to_lowercase()))
        .collect()
}
