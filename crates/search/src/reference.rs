//! Search texts that name documents: `12`, `rec 12`, `15(3)`, `7, 23 and 32`,
//! `1-5`, `cluster b`.

use fixedbitset::FixedBitSet;

use super::corpus::Corpus;

/// A document that was named, and which of its passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub document: usize,
    /// Positions of passages; none where all of it is meant.
    pub passages: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Sign {
    /// The highest one for all that are higher.
    Number(u32),
    /// In lower case; whether it stands directly after what is before it.
    Word(String, bool),
    /// `#`, `(`, `)`, `.`, `-` for every dash, or `,` for every separator.
    Mark(char),
}

/// Reads a text that is a reference as a whole.
pub(super) fn read(text: &str, corpus: &Corpus) -> Option<Vec<Reference>> {
    let signs = signs(text)?;
    let mut row = Row { signs: &signs };
    let mut found = Vec::new();
    // The facet whose values are being listed.
    let mut facet = None;
    while !row.is_empty() {
        let named = row.facet(corpus);
        if let Some((position, rest)) = named {
            facet = Some(position);
            row = rest;
        }
        let value = facet.and_then(|facet| row.value(facet, corpus));
        row = match value {
            Some((carriers, rest)) => {
                for document in carriers.ones() {
                    add(document, None, &mut found);
                }
                rest
            }
            None if named.is_some() => return None,
            None => {
                facet = None;
                number(row, corpus, &mut found)?
            }
        }
        .separated();
    }
    (!found.is_empty()).then_some(found)
}

/// What is left to be read.
#[derive(Clone, Copy)]
struct Row<'a> {
    signs: &'a [Sign],
}

impl<'a> Row<'a> {
    fn is_empty(self) -> bool {
        self.signs.is_empty()
    }

    fn next(self) -> Option<(&'a Sign, Row<'a>)> {
        let (first, signs) = self.signs.split_first()?;
        Some((first, Row { signs }))
    }

    /// Behind a mark, where it stands here.
    fn mark(self, wanted: char) -> Option<Row<'a>> {
        let (sign, rest) = self.next()?;
        (*sign == Sign::Mark(wanted)).then_some(rest)
    }

    /// Behind a word that will do, where one stands here.
    fn word(self, wanted: impl Fn(&str) -> bool) -> Option<Row<'a>> {
        match self.next()? {
            (Sign::Word(word, _), rest) if wanted(word) => Some(rest),
            _ => None,
        }
    }

    fn number(self) -> Option<(u32, Row<'a>)> {
        match self.next()? {
            (Sign::Number(number), rest) => Some((*number, rest)),
            _ => None,
        }
    }

    /// Behind the separators that stand here.
    fn separated(self) -> Row<'a> {
        let mut row = self;
        while let Some(rest) = row
            .mark(',')
            .or_else(|| row.word(|word| ["and", "or"].contains(&word)))
        {
            row = rest;
        }
        row
    }

    /// Behind the reference_prefixes for a document, with their full stops.
    fn noun(self, corpus: &Corpus) -> Row<'a> {
        let known = |word: &str| corpus.reference_prefixes.iter().any(|noun| noun == word);
        let mut row = self;
        while let Some(rest) = row
            .word(known)
            .or_else(|| row.mark('#').filter(|_| known("#")))
        {
            row = rest.mark('.').unwrap_or(rest);
        }
        row
    }

    /// The documents with the value of a facet whose id stands here.
    fn value(self, facet: usize, corpus: &Corpus) -> Option<(&FixedBitSet, Row<'a>)> {
        let (Sign::Word(id, _), rest) = self.next()? else {
            return None;
        };
        let (_, ids) = corpus.names.facets.get(facet)?;
        let value = ids.iter().position(|other| other == id)?;
        Some((corpus.carriers(facet, value)?, rest))
    }

    /// The facet whose noun stands here.
    fn facet(self, corpus: &Corpus) -> Option<(usize, Row<'a>)> {
        let mut facets = corpus.names.facets.iter().enumerate();
        facets.find_map(|(facet, (reference_prefixes, _))| {
            let rest = self.word(|word| reference_prefixes.iter().any(|noun| noun == word))?;
            Some((facet, rest))
        })
    }
}

/// A number of a document, or a range of them; gives what stands behind.
fn number<'a>(row: Row<'a>, corpus: &Corpus, found: &mut Vec<Reference>) -> Option<Row<'a>> {
    let (first, rest) = row.noun(corpus).number()?;
    let numbers = &corpus.names.numbers;
    let dash = rest.mark('-').or_else(|| rest.word(|word| word == "to"));
    if let Some(rest) = dash.filter(|rest| !rest.is_empty()) {
        let (last, rest) = rest.noun(corpus).number()?;
        let range = first.min(last)..=first.max(last);
        for (document, number) in numbers.iter().enumerate() {
            if range.contains(number) {
                add(document, None, found);
            }
        }
        return Some(rest);
    }
    let document = numbers.iter().position(|number| *number == first);
    let (passage, rest) = passage(dash.unwrap_or(rest), document, corpus)?;
    if let Some(document) = document {
        add(document, passage, found);
    }
    Some(rest)
}

/// The passage that is named after the number of a document: `(3)`, `(b)`, or
/// a letter right behind, which must be one of its passages.
fn passage<'a>(
    row: Row<'a>,
    document: Option<usize>,
    corpus: &Corpus,
) -> Option<(Option<usize>, Row<'a>)> {
    let known = |name: &str| {
        let mut names = corpus.names.passages.get(document?)?.iter();
        names.position(|other| other.as_deref() == Some(name))
    };
    let Some(inside) = row.mark('(') else {
        return match row.next() {
            Some((Sign::Word(name, true), rest)) if name.len() == 1 => {
                Some((Some(known(name)?), rest))
            }
            _ => Some((None, row)),
        };
    };
    let (passage, rest) = match inside.next() {
        // What is still being typed is passed over.
        None => return Some((None, inside)),
        Some((Sign::Word(name, _), rest)) => (known(name), rest),
        Some((Sign::Number(number), rest)) => (known(&number.to_string()), rest),
        Some((Sign::Mark(_), _)) => return None,
    };
    match rest.is_empty() {
        true => Some((None, rest)),
        false => Some((passage, rest.mark(')')?)),
    }
}

fn add(document: usize, passage: Option<usize>, found: &mut Vec<Reference>) {
    match found.iter_mut().find(|other| other.document == document) {
        Some(known) => known.passages.extend(passage),
        None => found.push(Reference {
            document,
            passages: passage.into_iter().collect(),
        }),
    }
}

/// The text as signs; `None` where something else is in it.
fn signs(text: &str) -> Option<Vec<Sign>> {
    let mut signs = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |wanted: fn(&char) -> bool| {
            let end = rest.find(|other: char| !wanted(&other));
            end.unwrap_or(rest.len())
        };
        let mut length = first.len_utf8();
        match first {
            _ if first.is_whitespace() => {}
            '0'..='9' => {
                length = same(char::is_ascii_digit);
                signs.push(Sign::Number(
                    rest.get(..length)?.parse().unwrap_or(u32::MAX),
                ));
            }
            'a'..='z' | 'A'..='Z' => {
                length = same(char::is_ascii_alphabetic);
                let before = text.get(..text.len() - rest.len())?;
                let after_digit = before.ends_with(|it: char| it.is_ascii_digit());
                let word = rest.get(..length)?.to_ascii_lowercase();
                signs.push(Sign::Word(word, after_digit));
            }
            ',' | ';' | '&' | '+' => signs.push(Sign::Mark(',')),
            '-' | '\u{2010}'..='\u{2014}' | '\u{2212}' => signs.push(Sign::Mark('-')),
            '#' | '(' | ')' | '.' => signs.push(Sign::Mark(first)),
            _ => return None,
        }
        rest = rest.get(length..)?;
    }
    Some(signs)
}
