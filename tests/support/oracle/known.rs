//! What does not depend on a question: the words of the texts, of the labels
//! and of the glossary, and what labels say that texts do not.

use explorer::data::Agenda;
use facet_search::CharFold;

use super::words::{Reader, Word};

/// The agenda, cut into words.
pub struct Known<'a> {
    pub agenda: &'a Agenda,
    pub reader: Reader,
    /// The words of each block of each text.
    pub texts: Vec<Vec<Vec<Word>>>,
    pub labels: Vec<Label>,
    pub names: Vec<Name>,
    pub glossary: Vec<Entry>,
    /// Phrases of other languages, with what they mean.
    pub translations: Vec<Translated>,
    /// All words of texts, labels and glossary, each once, in alphabetical order.
    pub vocabulary: Vec<Listed>,
}

/// The label of a facet value.
pub struct Label {
    pub facet: usize,
    pub value: usize,
    pub words: Vec<Word>,
    /// Those of its words whose stem stands in no text with the value.
    pub added: Vec<Word>,
}

/// A name of a facet value, without `and`.
pub struct Name {
    pub facet: usize,
    pub value: usize,
    pub words: Vec<Word>,
}

/// An entry of the glossary.
pub struct Entry {
    /// What may be typed.
    pub words: Vec<Phrase>,
    /// What to look for instead; nothing where what may be typed finds each other.
    pub finds: Vec<Phrase>,
    /// Whether the texts say nothing of it.
    pub is_absent: bool,
}

/// A phrase of another language.
pub struct Translated {
    pub words: Vec<Word>,
    /// The words that it means, without `and`.
    pub means: Vec<Word>,
    /// The same as the data has it.
    pub meaning: String,
}

/// A word or a few of the glossary.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// As they stand in texts.
    pub full: Vec<Word>,
    /// As they are compared with what is typed: without `and`.
    pub bare: Vec<Word>,
}

/// A word that there is.
pub struct Listed {
    pub word: String,
    /// In how many texts it stands.
    pub texts: usize,
}

impl<'a> Known<'a> {
    /// Cuts the agenda into words.
    pub fn new(agenda: &'a Agenda, fold: CharFold) -> Known<'a> {
        let reader = Reader::new(fold, &agenda.families);
        let mut known = Known {
            agenda,
            reader,
            texts: Vec::new(),
            labels: Vec::new(),
            names: Vec::new(),
            glossary: Vec::new(),
            translations: Vec::new(),
            vocabulary: Vec::new(),
        };
        for recommendation in &agenda.recommendations {
            let blocks = recommendation.passages();
            let blocks = blocks.map(|block| known.reader.words(block));
            known.texts.push(blocks.collect());
        }
        for (facet, value, label) in labels(agenda) {
            let words = known.reader.words(label);
            let mut added = words.clone();
            added.retain(|word| !known.is_said_with(facet, value, &word.stem));
            known.labels.push(Label {
                facet,
                value,
                words,
                added,
            });
            for name in names(label) {
                let words = bare(&known.reader.words(&name));
                if !words.is_empty() {
                    known.names.push(Name {
                        facet,
                        value,
                        words,
                    });
                }
            }
        }
        let phrases = |texts: &[String]| -> Vec<Phrase> {
            let phrases = texts.iter().map(|text| {
                let full = known.reader.words(text);
                let bare = bare(&full);
                Phrase { full, bare }
            });
            phrases.collect()
        };
        let entries = agenda.glossary.iter().map(|entry| Entry {
            words: phrases(&entry.words),
            finds: phrases(&entry.finds),
            is_absent: entry.near.is_some(),
        });
        known.glossary = entries.collect();
        for entry in &agenda.translations {
            let mut means = known.reader.words(&entry.means);
            means.retain(|word| word.word != "and");
            for phrase in &entry.words {
                let words = known.reader.words(phrase);
                known.translations.push(Translated {
                    words,
                    means: means.clone(),
                    meaning: entry.means.clone(),
                });
            }
        }
        known.vocabulary = known.listed();
        known
    }

    /// Whether a recommendation carries a value of a facet.
    pub fn carries(&self, place: usize, facet: usize, value: usize) -> bool {
        let recommendation = &self.agenda.recommendations[place];
        if self.agenda.section() == Some(facet) {
            return recommendation.section == value;
        }
        let tags = &self.agenda.facets[facet].values[value].tags;
        tags.iter().any(|tag| tag.number == recommendation.number)
    }

    /// All words that there are.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.vocabulary.iter().map(|listed| listed.word.as_str())
    }

    /// The words of the texts.
    pub fn words_of_texts(&self) -> impl Iterator<Item = &Word> {
        self.texts.iter().flatten().flatten()
    }

    /// The words of the labels that say what no text with the value says.
    pub fn added_words(&self) -> impl Iterator<Item = &Word> {
        self.labels.iter().flat_map(|label| &label.added)
    }

    /// The words of the labels.
    pub fn words_of_labels(&self) -> impl Iterator<Item = &Word> {
        self.labels.iter().flat_map(|label| &label.words)
    }

    /// The words that may be typed to find something else.
    pub fn words_of_glossary(&self) -> impl Iterator<Item = &Word> {
        let phrases = self.glossary.iter().flat_map(|entry| &entry.words);
        phrases.flat_map(|phrase| &phrase.full)
    }

    /// Whether a text with a value of a facet has a word of a stem.
    fn is_said_with(&self, facet: usize, value: usize, stem: &str) -> bool {
        self.texts.iter().enumerate().any(|(place, text)| {
            let mut words = text.iter().flatten();
            self.carries(place, facet, value) && words.any(|word| word.stem == stem)
        })
    }

    fn listed(&self) -> Vec<Listed> {
        let mut words: Vec<String> = self
            .words_of_texts()
            .chain(self.words_of_labels())
            .chain(self.words_of_glossary())
            .map(|word| word.word.clone())
            .collect();
        words.sort();
        words.dedup();
        let listed = words.into_iter().map(|word| {
            let texts = self.texts.iter().filter(|text| {
                let mut others = text.iter().flatten();
                others.any(|other| other.word == word)
            });
            let texts = texts.count();
            Listed { word, texts }
        });
        listed.collect()
    }
}

/// The label of each value of each facet.
fn labels(agenda: &Agenda) -> Vec<(usize, usize, &str)> {
    let mut labels = Vec::new();
    for (facet, known) in agenda.facets.iter().enumerate() {
        for (value, known) in known.values.iter().enumerate() {
            labels.push((facet, value, known.label.as_str()));
        }
    }
    labels
}

/// The names that a label holds: itself without what stands in brackets, and
/// that on its own.
fn names(label: &str) -> Vec<String> {
    let mut outside = String::new();
    let mut names = Vec::new();
    let mut rest = label;
    while let Some((before, after)) = rest.split_once('(') {
        let (inside, after) = after.split_once(')').unwrap_or((after, ""));
        outside.push_str(before);
        names.push(inside.to_owned());
        rest = after;
    }
    outside.push_str(rest);
    names.insert(0, outside);
    names
}

/// The words but for `and`.
fn bare(words: &[Word]) -> Vec<Word> {
    let mut bare = words.to_vec();
    bare.retain(|word| word.word != "and");
    bare
}
