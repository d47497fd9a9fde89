//! The grammar of search texts: words, phrases, exclusions and alternatives.
//!
//! Only the form is decided here, without a corpus: every text can be parsed.
//! What the items match is decided in `interpret`.

use std::ops::Range;

use crate::fold::{CharFold, Token, tokens};
use crate::query_item::{ItemKind, QueryItem};

pub(crate) const QUOTES: [char; 7] = ['"', '“', '”', '„', '‟', '«', '»'];
const EXCLUSION_MARKS: [char; 4] = ['-', '\u{2010}', '\u{2011}', '\u{2212}'];

/// The alternatives of a search text, none of them empty.
pub(crate) fn parse(text: &str, fold: CharFold) -> Vec<Vec<QueryItem>> {
    let mut items = Vec::new();
    let mut position = 0;
    while let Some(rest) = text.get(position..).filter(|rest| !rest.is_empty()) {
        position = match rest.find(QUOTES) {
            Some(0) => phrase(text, position, fold, &mut items),
            quote => {
                let end = quote.map_or(text.len(), |quote| position + quote);
                unquoted(text, position..end, fold, &mut items);
                end
            }
        };
    }
    alternatives(items)
}

/// Parses the phrase whose quotation mark is at `start`; returns its end.
fn phrase(text: &str, start: usize, fold: CharFold, items: &mut Vec<QueryItem>) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let inner_start = start + rest.chars().next().map_or(0, char::len_utf8);
    let after_quote = text.get(inner_start..).unwrap_or_default();
    let close = after_quote.find(QUOTES);
    let inner = after_quote
        .get(..close.unwrap_or(after_quote.len()))
        .unwrap_or_default();
    let inner_end = inner_start + inner.len();
    let quote = text.get(inner_end..).and_then(|rest| rest.chars().next());
    let end = inner_end + quote.map_or(0, char::len_utf8);
    let words: Vec<String> = tokens(inner, fold).into_iter().map(|it| it.word).collect();
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

/// Parses a range of the text that contains no quotation marks.
fn unquoted(text: &str, range: Range<usize>, fold: CharFold, items: &mut Vec<QueryItem>) {
    let offset = range.start;
    let mut words = tokens(text.get(range.clone()).unwrap_or_default(), fold)
        .into_iter()
        .map(|Token { word, range }| Token {
            word,
            range: offset + range.start..offset + range.end,
        })
        .peekable();
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
        // An exclusion extends to the next white space.
        let rest = text.get(first.range.start..range.end).unwrap_or_default();
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let end = first.range.start + length;
        let mut excluded = vec![first.word];
        let mut last_end = first.range.end;
        while let Some(next) = words.next_if(|next| next.range.start < end) {
            last_end = next.range.end;
            excluded.push(next.word);
        }
        let kind = if excluded.len() == 1 {
            ItemKind::Word(excluded.remove(0))
        } else {
            ItemKind::Phrase {
                words: excluded,
                open: false,
            }
        };
        items.push(QueryItem {
            range: mark..last_end,
            words: first.range.start..last_end,
            excluded: true,
            kind,
        });
    }
}

/// The position of the mark that excludes the item at `start`, if there is one.
fn exclusion_before(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(..start)?.strip_suffix(EXCLUSION_MARKS)?;
    let is_separate = rest.chars().next_back().is_none_or(char::is_whitespace);
    is_separate.then_some(rest.len())
}

/// Splits items at each plain `or` and drops each plain `and`, unless there is
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

    /// The items in a normal form: phrases in quotation marks, an open one
    /// without the closing mark, exclusions with a hyphen, alternatives
    /// separated by a bar.
    fn normal_form(text: &str) -> String {
        let alternatives = parse(text, fold_char).into_iter().map(|items| {
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
            assert_eq!(normal_form(text), expected, "{text}");
        }
    }
}
