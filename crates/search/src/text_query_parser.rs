//! The search text, read: its words, phrases, exclusions and alternatives.
//!
//! Edge: what the words mean in a corpus is the matter of `reading`.

use std::ops::Range;

use super::fold::{CharFold, Token, in_word, tokens};

/// A search text and what it consists of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextQuery {
    text: String,
    alternatives: Vec<Vec<QueryItem>>,
}

/// Something that the text must or must not contain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryItem {
    /// The bytes of the search text that it came from, with its marks.
    pub range: Range<usize>,
    /// The bytes without the mark that excludes it.
    pub words: Range<usize>,
    /// Whether it must not be there.
    pub excluded: bool,
    pub kind: ItemKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// A folded word.
    Word(String),
    /// Folded words that must stand as they are, one after the other; where it
    /// is `open`, the last one may go on.
    Phrase { words: Vec<String>, open: bool },
}

const QUOTES: [char; 7] = ['"', '“', '”', '„', '‟', '«', '»'];
const EXCLUDING: [char; 4] = ['-', '\u{2010}', '\u{2011}', '\u{2212}'];

impl TextQuery {
    /// How many characters a search text has at most.
    pub const MAX_CHARS: usize = 200;

    /// Reads a search text. Every text can be read; one without a letter or a
    /// digit asks for nothing and so finds everything.
    pub fn parse(text: &str, fold: CharFold) -> TextQuery {
        let mut items = Vec::new();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            at = match rest.find(QUOTES) {
                Some(0) => phrase(text, at, fold, &mut items),
                quote => {
                    let end = quote.map_or(text.len(), |quote| at + quote);
                    plain(text, at..end, fold, &mut items);
                    end
                }
            };
        }
        TextQuery {
            text: text.to_owned(),
            alternatives: alternatives(items),
        }
    }

    /// The text as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What any one of must be found.
    pub fn alternatives(&self) -> &[Vec<QueryItem>] {
        &self.alternatives
    }

    /// Everything asked for, in the order in which it was typed.
    pub fn items(&self) -> impl Iterator<Item = &QueryItem> {
        self.alternatives.iter().flatten()
    }

    /// The text with the `index`-th item, a phrase, taken out of its quotation
    /// marks.
    pub fn unquoted(&self, index: usize) -> String {
        let Some(item) = self.items().nth(index) else {
            return self.text.clone();
        };
        let text = self.text.get(item.range.clone()).unwrap_or_default();
        let words = text.trim_matches(QUOTES).trim();
        self.with(item.range.clone(), words)
    }

    /// The text with another word in the place of its `index`-th item.
    pub fn respelled(&self, index: usize, word: &str) -> String {
        match self.items().nth(index) {
            Some(item) => self.with(item.range.clone(), word),
            None => self.text.clone(),
        }
    }

    /// The text without its `index`-th item.
    pub fn without(&self, index: usize, fold: CharFold) -> String {
        let mut items = self.items().skip(index);
        let Some(item) = items.next() else {
            return self.text.clone();
        };
        // What hangs on it goes with it, or the hyphen of `x-ray` would
        // exclude what is left.
        let end = item.range.end;
        let limit = items
            .next()
            .map_or(self.text.len(), |next| next.range.start);
        let between = self.text.get(end..limit).unwrap_or_default();
        let keeps = |character: char| character.is_whitespace() || in_word(character, fold);
        let hanging = between.find(keeps).unwrap_or(between.len());
        self.with(item.range.start..end + hanging, "")
    }

    /// The text with other words in the place of a range of it.
    fn with(&self, range: Range<usize>, words: &str) -> String {
        let before = self.text.get(..range.start).unwrap_or_default().trim();
        let after = self.text.get(range.end..).unwrap_or_default().trim();
        let parts = [before, words, after];
        let parts = parts.iter().filter(|part| !part.is_empty());
        parts.copied().collect::<Vec<_>>().join(" ")
    }

    /// The text with a range of it to be taken as it is written.
    pub fn quoted(&self, range: Range<usize>) -> String {
        let words = self.text.get(range.clone()).unwrap_or_default();
        self.with(range, &format!("\"{words}\""))
    }
}

/// Reads a phrase whose quotation mark stands at `start`; gives where it ends.
fn phrase(text: &str, start: usize, fold: CharFold, items: &mut Vec<QueryItem>) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let inner = start + rest.chars().next().map_or(0, char::len_utf8);
    let inside = text.get(inner..).unwrap_or_default();
    let close = inside.find(QUOTES);
    let inside = inside
        .get(..close.unwrap_or(inside.len()))
        .unwrap_or_default();
    let last = inner + inside.len();
    let quote = text.get(last..).and_then(|rest| rest.chars().next());
    let end = last + quote.map_or(0, char::len_utf8);
    let words: Vec<String> = tokens(inside, fold).into_iter().map(|it| it.word).collect();
    if !words.is_empty() {
        let mark = exclusion_before(text, start);
        items.push(QueryItem {
            range: mark.unwrap_or(start)..end,
            words: start..end,
            excluded: mark.is_some(),
            kind: ItemKind::Phrase {
                words,
                open: close.is_none(),
            },
        });
    }
    end
}

/// Reads a stretch without quotation marks.
fn plain(text: &str, stretch: Range<usize>, fold: CharFold, items: &mut Vec<QueryItem>) {
    let words = tokens(text.get(stretch.clone()).unwrap_or_default(), fold);
    let moved = words.into_iter().map(|Token { word, range }| Token {
        word,
        range: stretch.start + range.start..stretch.start + range.end,
    });
    let mut words = moved.peekable();
    while let Some(first) = words.next() {
        let Some(mark) = exclusion_before(text, first.range.start) else {
            items.push(QueryItem {
                words: first.range.clone(),
                range: first.range,
                excluded: false,
                kind: ItemKind::Word(first.word),
            });
            continue;
        };
        // Up to the next white space it is one thing.
        let rest = text.get(first.range.start..stretch.end).unwrap_or_default();
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let end = first.range.start + end;
        let mut all = vec![first.word];
        let mut range = mark..first.range.end;
        while let Some(next) = words.next_if(|next| next.range.start < end) {
            range.end = next.range.end;
            all.push(next.word);
        }
        let kind = match all.len() {
            1 => ItemKind::Word(all.remove(0)),
            _ => ItemKind::Phrase {
                words: all,
                open: false,
            },
        };
        items.push(QueryItem {
            words: first.range.start..range.end,
            range,
            excluded: true,
            kind,
        });
    }
}

/// Where the mark stands that excludes what begins at `at`, if there is one.
fn exclusion_before(text: &str, at: usize) -> Option<usize> {
    let before = text.get(..at)?;
    let rest = before.strip_suffix(EXCLUDING)?;
    let free = rest.chars().next_back().is_none_or(char::is_whitespace);
    free.then_some(rest.len())
}

/// Parts items at each plain `or` and drops each plain `and`, unless there is
/// nothing else.
fn alternatives(items: Vec<QueryItem>) -> Vec<Vec<QueryItem>> {
    let operator = |item: &QueryItem| match &item.kind {
        ItemKind::Word(word) if !item.excluded => ["or", "and"].iter().find(|it| **it == word),
        _ => None,
    };
    let mut alternatives = Vec::new();
    if items.iter().all(|item| operator(item).is_some()) {
        alternatives.push(items);
    } else {
        let mut current = Vec::new();
        for item in items {
            match operator(&item) {
                Some(&"or") => alternatives.push(std::mem::take(&mut current)),
                Some(_) => {}
                None => current.push(item),
            }
        }
        alternatives.push(current);
    }
    alternatives.retain(|items| !items.is_empty());
    alternatives
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_char;

    fn read(text: &str) -> TextQuery {
        TextQuery::parse(text, fold_char)
    }

    /// The search in a normal form: phrases in quotation marks, an open one
    /// without its second, exclusions with a hyphen, alternatives with a bar.
    fn told(text: &str) -> String {
        let alternatives = read(text).alternatives.into_iter().map(|items| {
            let items = items.into_iter().map(|item| {
                let mark = if item.excluded { "-" } else { "" };
                match item.kind {
                    ItemKind::Word(word) => format!("{mark}{word}"),
                    ItemKind::Phrase { words, open } => {
                        let close = if open { "" } else { "\"" };
                        format!("{mark}\"{}{close}", words.join(" "))
                    }
                }
            });
            items.collect::<Vec<_>>().join(" ")
        });
        alternatives.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn words_phrases_exclusions_and_alternatives_are_told_apart() {
        let table = [
            ("", ""),
            ("?! — “”", ""),
            ("Brain  DRAIN", "brain drain"),
            ("“Brain drain” abroad", "\"brain drain\" abroad"),
            ("\"brain dr", "\"brain dr"),
            ("a\"b\"c", "a \"b\" c"),
            ("transfer -technology", "transfer -technology"),
            ("norm-setting", "norm setting"),
            ("-norm-setting x", "-\"norm setting\" x"),
            ("-\"a b\" - c --d e -f", "-\"a b\" c d e -f"),
            ("a b or c", "a b | c"),
            ("or a OR or b or", "a | b"),
            ("7, 23 and 32", "7 23 32"),
            ("and", "and"),
            ("or and", "or and"),
            ("\"or\" a", "\"or\" a"),
            ("a or -b", "a | -b"),
        ];
        for (text, expected) in table {
            assert_eq!(told(text), expected, "{text}");
        }
    }

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
            ("a", 7, "a"),
        ];
        for (text, index, expected) in table {
            let search = read(text);
            assert_eq!(search.without(index, fold_char), expected, "{text}");
        }
    }

    #[test]
    fn a_range_can_be_taken_as_it_is_written() {
        let search = read("small business abroad");
        assert_eq!(search.quoted(0..14), "\"small business\" abroad");
    }
}
