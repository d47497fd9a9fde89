//! The language of a corpus: character folding, stems, synonyms, and the words
//! that introduce a reference. The caller provides it.

use crate::fold::CharFold;

/// What a corpus knows of its language.
#[derive(Clone)]
pub struct Lexicon {
    /// Folds characters that are not ASCII.
    pub fold: CharFold,
    /// Groups of words whose stem the stemmer gets wrong. The words of a group
    /// share a stem that no other word has.
    pub stem_overrides: Vec<Vec<String>>,
    /// The synonyms.
    pub glossary: Vec<SynonymRule>,
    /// Phrases of other languages.
    pub translations: Vec<TranslationRule>,
    /// Folded words of the language itself that are the same as a phrase of another, and
    /// are not read so.
    pub homographs: Vec<String>,
    /// Words that rank but are not required beside other words: `the`, `of`. None
    /// should be an entry of the glossary on its own.
    pub function_words: Vec<String>,
    /// Whether a word that the corpus does not have is a word of the language: such a
    /// word is not corrected.
    pub is_word: fn(&str) -> bool,
    /// Whether unknown words are left as they are, neither completed nor corrected: for
    /// a corpus with a part of the glossary, which
    /// [`has_unknown_word`](crate::Interpretation::has_unknown_word) tells to ask one
    /// with the whole.
    pub is_partial: bool,
    /// Words that may precede the number of a document: `no`, `#`.
    pub reference_prefixes: Vec<String>,
    /// Words that may precede the number of a document in digits or as a word:
    /// `chapter 12`, `chapter twelve`.
    pub reference_nouns: Vec<String>,
    /// What further words mean in a reference.
    pub reference_word: fn(&str) -> Option<ReferenceWord>,
    /// The title of the corpus, which may stand beside a reference.
    pub title: String,
}

/// What a word means in a text that refers to documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceWord {
    /// The name of a passage follows: `paragraph`.
    Passage,
    /// A number: `twelve`. One from 1 to 9 may follow a multiple of ten.
    Number(u32),
}

/// An entry of the glossary: a search for one of `words` also searches for each
/// of `finds`. All of them are single words or phrases.
#[derive(Clone, Debug, Default)]
pub struct SynonymRule {
    /// The words that the rule applies to.
    pub words: Vec<String>,
    /// The words that they also find. Empty if `words` are synonyms of each
    /// other, or find nothing.
    pub finds: Vec<String>,
    /// Whether the corpus has nothing on the matter: `words` are known, and find
    /// nothing besides themselves.
    pub is_absent: bool,
}

/// Phrases of other languages that are read as words of the language of the texts.
#[derive(Clone, Debug, Default)]
pub struct TranslationRule {
    /// The phrases by their stems, as [`phrase_stems`](crate::phrase_stems) gives them.
    /// One of known words only is not read so.
    pub stems: Vec<String>,
    /// The words that they are read as.
    pub means: String,
}

impl Lexicon {
    /// A lexicon with nothing but character folding.
    pub fn new(fold: CharFold) -> Lexicon {
        Lexicon {
            fold,
            stem_overrides: Vec::new(),
            glossary: Vec::new(),
            translations: Vec::new(),
            homographs: Vec::new(),
            function_words: Vec::new(),
            is_word: |_| false,
            is_partial: false,
            reference_prefixes: Vec::new(),
            reference_nouns: Vec::new(),
            reference_word: |_| None,
            title: String::new(),
        }
    }
}
