//! How pieces of text are put together.

/// Punctuation, and the joining of texts that are complete in themselves.
pub trait Grammar {
    /// A text in quotation marks, unless it has its own.
    fn quoted(&self, text: &str) -> String;

    /// Sentences, one after the other.
    fn sentences(&self, sentences: &[String]) -> String;

    /// What stands between neighbours that are not a sentence, such as links.
    fn separator(&self) -> &'static str;

    /// What follows a name to explain it, with what parts the two.
    fn explanation(&self, text: &str) -> String;

    /// The number of a paragraph, as it stands before its text.
    fn paragraph_number(&self, number: u16) -> String;
}
