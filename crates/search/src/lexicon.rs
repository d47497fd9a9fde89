//! What a corpus knows of its language, brought by the caller.

use super::fold::CharFold;

/// The language of a corpus.
#[derive(Clone)]
pub struct Lexicon {
    pub fold: CharFold,
    /// Families of words that have a stem of their own, which no other word has.
    pub stem_overrides: Vec<Vec<String>>,
    /// What to look for besides what was typed.
    pub glossary: Vec<SynonymRule>,
    /// What may stand before the number of a document: `rec`, `#`.
    pub reference_prefixes: Vec<String>,
}

/// An entry of the glossary: whoever types one of `words` also looks for each
/// of `finds`. Each is a word or a few words.
#[derive(Clone, Debug, Default)]
pub struct SynonymRule {
    pub words: Vec<String>,
    /// Empty where the words mean the same and each finds the others.
    pub finds: Vec<String>,
}

impl Lexicon {
    /// A lexicon without words of its own.
    pub fn new(fold: CharFold) -> Lexicon {
        Lexicon {
            fold,
            stem_overrides: Vec::new(),
            glossary: Vec::new(),
            reference_prefixes: Vec::new(),
        }
    }
}
