//! The text of a search as it is carried by addresses and shown in the field:
//! one normal form, made once from whatever was typed or linked.

use facet_search::TextQuery;

/// A search text in normal form C, without control characters, trimmed, and of
/// at most [`SearchText::MOST`] characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchText(String);

impl SearchText {
    /// A search text that was made of another by an edit, which keeps its form.
    pub(super) fn edited(text: String) -> SearchText {
        SearchText(text)
    }

    /// How many characters a search text has at most.
    pub const MOST: usize = TextQuery::MAX_CHARS;

    /// Makes a search text of any text; `compose` is normalisation form C.
    pub fn new(text: &str, compose: fn(&str) -> String) -> SearchText {
        SearchText::clipped(text, compose).0
    }

    /// Makes a search text of any text, and tells whether it had to be cut.
    pub fn clipped(text: &str, compose: fn(&str) -> String) -> (SearchText, bool) {
        // What is too long in any normal form goes first: composing shortens a
        // text to a quarter at most.
        let text = text.trim();
        let rough: String = text.chars().take(SearchText::MOST * 8).collect();
        let plain = compose(&rough).replace(char::is_control, " ");
        let plain = plain.trim();
        let clipped: String = plain.chars().take(SearchText::MOST).collect();
        let cut = clipped.len() < plain.len() || rough.len() < text.len();
        (SearchText(clipped.trim_end().to_owned()), cut)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unicode::NATIVE;

    fn text(raw: &str) -> String {
        SearchText::new(raw, NATIVE.compose).as_str().to_owned()
    }

    #[test]
    fn a_search_text_is_trimmed_composed_and_clipped() {
        assert_eq!(text("  brain drain \n"), "brain drain");
        assert_eq!(text("e\u{301}"), "é");
        assert_eq!(text(&"a".repeat(300)).chars().count(), SearchText::MOST);
        assert_eq!(text("a\0b"), "a b");
    }

    #[test]
    fn a_search_text_made_again_is_the_same() {
        let raw = format!("{} x", "e\u{301} ".repeat(150));
        assert_eq!(text(&text(&raw)), text(&raw));
    }
}
