//! Search texts that refer to documents: `12`, `rec 12`, `15(3)`,
//! `7, 23 and 32`, `1-5`, `cluster b`.

use fixedbitset::FixedBitSet;

use crate::corpus::Corpus;
use crate::reference_lexer::{ReferenceToken, tokenize};

/// A document that the search text refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The position of the document.
    pub document: usize,
    /// The positions of the passages; empty if the whole document is meant.
    pub passages: Vec<usize>,
}

/// Parses a text that is a list of references from start to end.
pub(crate) fn parse(text: &str, corpus: &Corpus) -> Option<Vec<Reference>> {
    let tokens = tokenize(text)?;
    let mut cursor = Cursor { tokens: &tokens };
    let mut references = Vec::new();
    // The facet whose values are being listed.
    let mut facet = None;
    while !cursor.is_empty() {
        let named = cursor.facet(corpus);
        if let Some((position, rest)) = named {
            facet = Some(position);
            cursor = rest;
        }
        let value = facet.and_then(|facet| cursor.value(facet, corpus));
        let rest = match value {
            Some((carriers, rest)) => {
                for document in carriers.ones() {
                    add(document, None, &mut references);
                }
                rest
            }
            None if named.is_some() => return None,
            None => {
                facet = None;
                number(cursor, corpus, &mut references)?
            }
        };
        cursor = rest.after_separators();
    }
    (!references.is_empty()).then_some(references)
}

/// The tokens that are left. What parses one returns a cursor after it.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    tokens: &'a [ReferenceToken],
}

impl<'a> Cursor<'a> {
    fn is_empty(self) -> bool {
        self.tokens.is_empty()
    }

    fn next(self) -> Option<(&'a ReferenceToken, Cursor<'a>)> {
        let (first, tokens) = self.tokens.split_first()?;
        Some((first, Cursor { tokens }))
    }

    fn after_mark(self, mark: char) -> Option<Cursor<'a>> {
        let (token, rest) = self.next()?;
        (*token == ReferenceToken::Mark(mark)).then_some(rest)
    }

    fn after_word(self, accepts: impl Fn(&str) -> bool) -> Option<Cursor<'a>> {
        match self.next()? {
            (ReferenceToken::Word { word, .. }, rest) if accepts(word) => Some(rest),
            _ => None,
        }
    }

    fn after_separators(self) -> Cursor<'a> {
        let mut cursor = self;
        while let Some(rest) = cursor
            .after_mark(',')
            .or_else(|| cursor.after_word(|word| ["and", "or"].contains(&word)))
        {
            cursor = rest;
        }
        cursor
    }

    /// After the words that precede the number of a document, with their full
    /// stops.
    fn after_prefixes(self, corpus: &Corpus) -> Cursor<'a> {
        let is_prefix = |word: &str| corpus.names.prefixes.iter().any(|it| it == word);
        let mut cursor = self;
        while let Some(rest) = cursor
            .after_word(is_prefix)
            .or_else(|| cursor.after_mark('#').filter(|_| is_prefix("#")))
        {
            cursor = rest.after_mark('.').unwrap_or(rest);
        }
        cursor
    }

    fn number(self) -> Option<(u32, Cursor<'a>)> {
        match self.next()? {
            (ReferenceToken::Number(number), rest) => Some((*number, rest)),
            _ => None,
        }
    }

    /// The facet whose prefix is next.
    fn facet(self, corpus: &Corpus) -> Option<(usize, Cursor<'a>)> {
        let mut facets = corpus.names.facets.iter().enumerate();
        facets.find_map(|(facet, names)| {
            let rest = self.after_word(|word| names.prefixes.iter().any(|it| it == word))?;
            Some((facet, rest))
        })
    }

    /// The documents with the value of a facet whose id is next.
    fn value(self, facet: usize, corpus: &Corpus) -> Option<(&FixedBitSet, Cursor<'a>)> {
        let (ReferenceToken::Word { word, .. }, rest) = self.next()? else {
            return None;
        };
        let ids = &corpus.names.facets.get(facet)?.ids;
        let value = ids.iter().position(|id| id == word)?;
        Some((corpus.index.carriers(facet, value)?, rest))
    }
}

/// Parses the number of a document, or a range of numbers.
fn number<'a>(
    cursor: Cursor<'a>,
    corpus: &Corpus,
    references: &mut Vec<Reference>,
) -> Option<Cursor<'a>> {
    let (first, rest) = cursor.after_prefixes(corpus).number()?;
    let numbers = &corpus.names.numbers;
    let after_dash = rest
        .after_mark('-')
        .or_else(|| rest.after_word(|word| word == "to"));
    if let Some(rest) = after_dash.filter(|rest| !rest.is_empty()) {
        let (last, rest) = rest.after_prefixes(corpus).number()?;
        let range = first.min(last)..=first.max(last);
        for (document, number) in numbers.iter().enumerate() {
            if range.contains(number) {
                add(document, None, references);
            }
        }
        return Some(rest);
    }
    let document = numbers.iter().position(|number| *number == first);
    let (passage, rest) = passage(after_dash.unwrap_or(rest), document, corpus)?;
    if let Some(document) = document {
        add(document, passage, references);
    }
    Some(rest)
}

/// Parses the name of a passage after the number of a document: `(3)`, `(b)`, or
/// a letter right after the number, which must be the name of a passage.
fn passage<'a>(
    cursor: Cursor<'a>,
    document: Option<usize>,
    corpus: &Corpus,
) -> Option<(Option<usize>, Cursor<'a>)> {
    let find = |name: &str| {
        let mut names = corpus.names.passages.get(document?)?.iter();
        names.position(|other| other.as_deref() == Some(name))
    };
    let Some(inside) = cursor.after_mark('(') else {
        return match cursor.next() {
            Some((
                ReferenceToken::Word {
                    word,
                    after_digit: true,
                },
                rest,
            )) if word.len() == 1 => Some((Some(find(word)?), rest)),
            _ => Some((None, cursor)),
        };
    };
    let (passage, rest) = match inside.next() {
        // An incomplete name at the end is ignored.
        None => return Some((None, inside)),
        Some((ReferenceToken::Name(name), rest)) => (find(name), rest),
        Some(_) => return None,
    };
    if rest.is_empty() {
        Some((None, rest))
    } else {
        Some((passage, rest.after_mark(')')?))
    }
}

fn add(document: usize, passage: Option<usize>, references: &mut Vec<Reference>) {
    match references.iter_mut().find(|it| it.document == document) {
        Some(reference) => reference.passages.extend(passage),
        None => references.push(Reference {
            document,
            passages: passage.into_iter().collect(),
        }),
    }
}
