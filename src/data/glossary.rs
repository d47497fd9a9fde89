//! What readers type and the texts say in other words, or not at all.

use std::mem;

/// Words that a reader may type and what to look for besides them. How both
/// are compared with what is typed and with the texts is the search's affair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlossaryEntry {
    /// What a reader may type: each a word or a few words, never none of them.
    pub words: Vec<String>,
    /// What any of the words finds as well. Empty where the words, two or
    /// more, are equivalent and each finds the others, and where `near` is given.
    pub finds: Vec<String>,
    /// Where the texts say nothing of the matter: searches for what is near.
    pub near: Option<Vec<String>>,
    /// Why they belong together, or that the texts say nothing of them, as a sentence
    /// for readers.
    pub reason: String,
}

/// What an entry says, apart from what the search needs of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GlossaryNote {
    pub near: Option<Vec<String>>,
    pub reason: String,
}

impl GlossaryEntry {
    /// Takes out what the search does not need; that there is `near` stays known.
    pub fn take_note(&mut self) -> GlossaryNote {
        let empty = self.near.as_ref().map(|_| Vec::new());
        GlossaryNote {
            near: mem::replace(&mut self.near, empty),
            reason: mem::take(&mut self.reason),
        }
    }

    /// The same with what was taken out.
    pub fn with_note(&self, note: &GlossaryNote) -> GlossaryEntry {
        GlossaryEntry {
            near: note.near.clone(),
            reason: note.reason.clone(),
            ..self.clone()
        }
    }
}

/// What is typed in other languages, and what it means in that of the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The words that it is read as.
    pub means: String,
    /// The words of all languages.
    pub words: Vec<String>,
}

/// The same with the words as the search compares them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranslatedStems {
    /// The words that they are read as.
    pub means: String,
    /// The stems of each phrase, parted by blanks.
    pub stems: Vec<String>,
}

/// What the search needs only for texts with a word that it does not know without it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FurtherWords {
    pub glossary: Vec<GlossaryEntry>,
    pub translations: Vec<TranslatedStems>,
    /// Function words with letters that are not ASCII.
    pub function_words: Vec<String>,
    /// As in [`Agenda::homographs`](super::Agenda::homographs).
    pub homographs: Vec<String>,
}
