//! A parsed search text, and the edits that change single items of it.

use std::ops::Range;

use crate::fold::{CharFold, in_word};
use crate::query_item::QueryItem;
use crate::text_query_parser::{self, QUOTES};

/// A search text and its items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextQuery {
    text: String,
    alternatives: Vec<Vec<QueryItem>>,
}

impl TextQuery {
    /// The longest search text that callers should accept, in characters.
    pub const MAX_CHARS: usize = 200;

    /// Parses a search text. Every text can be parsed; one without letters and
    /// digits has no items and matches everything.
    pub fn parse(text: &str, fold: CharFold) -> TextQuery {
        TextQuery {
            text: text.to_owned(),
            alternatives: text_query_parser::parse(text, fold),
        }
    }

    /// The text as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The alternatives that `or` separates, none of them empty. A document
    /// matches if it matches all items of one.
    pub fn alternatives(&self) -> &[Vec<QueryItem>] {
        &self.alternatives
    }

    /// All items, in the order of the text.
    pub fn items(&self) -> impl Iterator<Item = &QueryItem> {
        self.alternatives.iter().flatten()
    }

    /// The text with the `index`-th item, a phrase, without its quotation marks.
    pub fn unquoted(&self, index: usize) -> String {
        let Some(item) = self.items().nth(index) else {
            return self.text.clone();
        };
        let text = self.text.get(item.range.clone()).unwrap_or_default();
        self.replaced(item.range.clone(), text.trim_matches(QUOTES).trim())
    }

    /// The text with another word in place of the `index`-th item.
    pub fn respelled(&self, index: usize, word: &str) -> String {
        match self.items().nth(index) {
            Some(item) => self.replaced(item.range.clone(), word),
            None => self.text.clone(),
        }
    }

    /// The text without the `index`-th item.
    pub fn without(&self, index: usize, fold: CharFold) -> String {
        let mut items = self.items().skip(index);
        let Some(item) = items.next() else {
            return self.text.clone();
        };
        // Punctuation after the item goes with it: otherwise the hyphen of
        // `x-ray` would exclude `ray`. A quotation mark stays: without it, the
        // next one would open what it closed.
        let end = item.range.end;
        let next = items
            .next()
            .map_or(self.text.len(), |next| next.range.start);
        let between = self.text.get(end..next).unwrap_or_default();
        let stays = |character: char| {
            character.is_whitespace() || QUOTES.contains(&character) || in_word(character, fold)
        };
        let punctuation = between.find(stays).unwrap_or(between.len());
        self.replaced(item.range.start..end + punctuation, "")
    }

    /// The text with a range of it in quotation marks.
    pub fn quoted(&self, range: Range<usize>) -> String {
        let words = self.text.get(range.clone()).unwrap_or_default();
        self.replaced(range, &format!("\"{words}\""))
    }

    /// The text with other words in place of a range of it.
    pub fn replaced(&self, range: Range<usize>, words: &str) -> String {
        let before = self.text.get(..range.start).unwrap_or_default().trim();
        let after = self.text.get(range.end..).unwrap_or_default().trim();
        // The standard library's `join` is a kilobyte of code.
        let mut text = String::new();
        for part in [before, words, after] {
            if !text.is_empty() && !part.is_empty() {
                text.push(' ');
            }
            text.push_str(part);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_char;

    #[test]
    fn without_an_item_the_others_stay_what_they_are() {
        let table = [
            ("brain drain", 0, "drain"),
            ("x-ray y", 0, "ray y"),
            ("x-ray -y", 1, "x- -y"),
            ("a b or c", 1, "a or c"),
            ("a or b or c", 1, "a or or c"),
            ("a,or b", 0, "or b"),
            ("-\"a b\" c", 0, "c"),
            ("-x-y z", 0, "z"),
            ("a:\" \"b c", 0, "\" \"b c"),
            ("a", 7, "a"),
        ];
        for (text, index, expected) in table {
            let query = TextQuery::parse(text, fold_char);
            assert_eq!(query.without(index, fold_char), expected, "{text}");
        }
    }

    #[test]
    fn a_range_can_be_quoted() {
        let query = TextQuery::parse("small business abroad", fold_char);
        assert_eq!(query.quoted(0..14), "\"small business\" abroad");
    }
}
