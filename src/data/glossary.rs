//! What readers type and the texts say in other words.

/// Words that a reader may type and what to look for besides them. How both
/// are compared with what is typed and with the texts is the search's affair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlossaryEntry {
    /// What a reader may type: each a word or a few words, never none of them.
    pub words: Vec<String>,
    /// What any of the words finds as well. Empty where the words, two or
    /// more, are equivalent and each finds the others.
    pub finds: Vec<String>,
    /// Why they belong together, as a sentence for readers.
    pub reason: String,
}
