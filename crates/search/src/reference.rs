//! Search texts that refer to documents: `12`, `rec 12`, `15(3)`,
//! `7, 23 and 32`, `1-5`, `cluster b`.

use crate::corpus::Corpus;
use crate::lexicon::ReferenceWord;
use crate::reference_lexer::{ReferenceToken, tokenize};

/// A document that the search text refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The position of the document.
    pub document: usize,
    /// The positions of the passages; empty if the whole document is meant.
    pub passages: Vec<usize>,
}

/// Something that a search text refers to and that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownReference {
    /// A document with the number.
    Document,
    /// A value of the facet at this position.
    Value(usize),
}

/// Parses a text that is a list of references from start to end. What does not
/// exist is left out of the list; the first such thing comes with it.
#[inline(never)]
pub(crate) fn parse(
    text: &str,
    corpus: &Corpus,
) -> Option<(Vec<Reference>, Option<UnknownReference>)> {
    let mut tokens = tokenize(text)?;
    if tokens.last() == Some(&ReferenceToken::Mark('.')) {
        tokens.pop();
    }
    let mut parser = Parser {
        corpus,
        title: corpus.index.words_in(&corpus.names.title),
        after_noun: false,
        references: Vec::new(),
        unknown: None,
    };
    parser.list(Cursor { tokens: &tokens })?;
    let Parser {
        references,
        unknown,
        ..
    } = parser;
    if references.is_empty() {
        unknown?;
        // A number that the texts contain is looked for in them.
        let is_word = |token: &ReferenceToken| match token {
            ReferenceToken::Number(number) => {
                let words = corpus.index.vocabulary.with_prefix(&number.to_string());
                !words.is_empty()
            }
            _ => false,
        };
        if tokens.iter().any(is_word) {
            return None;
        }
    }
    Some((references, unknown))
}

/// What has been parsed so far.
struct Parser<'a> {
    corpus: &'a Corpus,
    /// The words of the title of the corpus.
    title: Vec<String>,
    /// Whether a noun came before, so that a number may be a word.
    after_noun: bool,
    references: Vec<Reference>,
    unknown: Option<UnknownReference>,
}

impl Parser<'_> {
    /// Parses references to the end of the text.
    fn list(&mut self, start: Cursor) -> Option<()> {
        let mut cursor = start.after_title(&self.title, false).unwrap_or(start);
        // The facet whose values are being listed.
        let mut facet = None;
        while !cursor.is_empty() {
            let named = self.facet(cursor);
            if let Some((position, rest)) = named {
                facet = Some(position);
                cursor = rest;
                if cursor.is_empty() {
                    break;
                }
            }
            let value = facet.and_then(|facet| self.value(facet, named.is_some(), cursor));
            let rest = match value {
                Some(rest) => rest,
                None if named.is_some() => return None,
                None => {
                    facet = None;
                    let cursor = self.after_prefixes(cursor);
                    if cursor.is_empty() {
                        break;
                    }
                    self.numbers(cursor)?
                }
            };
            cursor = rest.after_separators();
            if let Some(rest) = cursor.after_title(&self.title, true) {
                return rest.is_empty().then_some(());
            }
        }
        Some(())
    }

    /// The facet whose prefix is next.
    fn facet<'a>(&self, cursor: Cursor<'a>) -> Option<(usize, Cursor<'a>)> {
        let mut facets = self.corpus.names.facets.iter().enumerate();
        facets.find_map(|(facet, names)| {
            let rest = cursor.after_word(&|word| names.prefixes.iter().any(|it| it == word))?;
            Some((facet, rest))
        })
    }

    /// Parses the id of a value of a facet.
    fn value<'a>(
        &mut self,
        facet: usize,
        after_prefix: bool,
        cursor: Cursor<'a>,
    ) -> Option<Cursor<'a>> {
        let corpus = self.corpus;
        let (token, rest) = cursor.next()?;
        let ids = &corpus.names.facets.get(facet)?.ids;
        let carriers = match token {
            ReferenceToken::Word { word, .. } => match ids.iter().position(|id| id == word) {
                Some(value) => corpus.index.carriers(facet, value),
                None if word.len() == 1 && !self.is_prefix(word) => None,
                None => return None,
            },
            ReferenceToken::Number(_) if after_prefix => None,
            _ => return None,
        };
        match carriers {
            Some(carriers) => carriers
                .ones()
                .for_each(|document| self.add(document, None)),
            None => self.lacks(UnknownReference::Value(facet)),
        }
        Some(rest)
    }

    /// Parses the number of a document, or a range of numbers.
    fn numbers<'a>(&mut self, cursor: Cursor<'a>) -> Option<Cursor<'a>> {
        let (first, rest) = self.number(cursor)?;
        let numbers = &self.corpus.names.numbers;
        let after_dash = rest
            .after_mark('-')
            .or_else(|| rest.after_word(&|word| word == "to"))
            .map(|rest| self.after_prefixes(rest));
        if let Some(rest) = after_dash.filter(|rest| !rest.is_empty()) {
            let (last, rest) = self.number(rest)?;
            let range = first.min(last)..=first.max(last);
            for (document, number) in numbers.iter().enumerate() {
                if range.contains(number) {
                    self.add(document, None);
                }
            }
            if !numbers.contains(&first) || !numbers.contains(&last) {
                self.lacks(UnknownReference::Document);
            }
            return Some(rest);
        }
        let document = numbers.iter().position(|number| *number == first);
        let (passage, rest) = self.passage(after_dash.unwrap_or(rest), document)?;
        match document {
            Some(document) => self.add(document, passage),
            None => self.lacks(UnknownReference::Document),
        }
        Some(rest)
    }

    fn is_prefix(&self, word: &str) -> bool {
        let names = &self.corpus.names;
        let mut prefixes = names.prefixes.iter().chain(&names.nouns);
        prefixes.any(|it| it == word)
    }

    /// After the words that may precede a number, with their full stops.
    fn after_prefixes<'a>(&mut self, cursor: Cursor<'a>) -> Cursor<'a> {
        let mut cursor = cursor;
        loop {
            let rest = cursor
                .after_word(&|word| self.is_prefix(word))
                .or_else(|| cursor.after_mark('#').filter(|_| self.is_prefix("#")));
            let Some(rest) = rest else {
                return cursor;
            };
            let nouns = &self.corpus.names.nouns;
            let is_noun = cursor.after_word(&|word| nouns.iter().any(|it| it == word));
            self.after_noun |= is_noun.is_some();
            cursor = rest.after_mark('.').unwrap_or(rest);
        }
    }

    /// Parses a number in digits or, after a noun, in words.
    fn number<'a>(&self, cursor: Cursor<'a>) -> Option<(u32, Cursor<'a>)> {
        let in_words = |cursor: Cursor<'a>| match cursor.next()? {
            (ReferenceToken::Word { word, .. }, rest) => match (self.corpus.names.word)(word)? {
                ReferenceWord::Number(number) => Some((number, rest)),
                ReferenceWord::Passage => None,
            },
            _ => None,
        };
        match cursor.next()? {
            (ReferenceToken::Number(number), rest) => Some((*number, rest)),
            _ if !self.after_noun => None,
            _ => {
                let (number, rest) = in_words(cursor)?;
                if number >= 20 && number % 10 == 0 {
                    let units = in_words(rest.after_mark('-').unwrap_or(rest));
                    if let Some((unit @ 1..=9, rest)) = units {
                        return Some((number + unit, rest));
                    }
                }
                Some((number, rest))
            }
        }
    }

    /// Parses the name of a passage after the number of a document: `(3)`, `.3`,
    /// `b`, `, paragraph 3`.
    fn passage<'a>(
        &self,
        cursor: Cursor<'a>,
        document: Option<usize>,
    ) -> Option<(Option<usize>, Cursor<'a>)> {
        let find = |name: &str| {
            let mut names = self.corpus.names.passages.get(document?)?.iter();
            names.position(|other| other.as_deref() == Some(name))
        };
        let is_passage =
            |word: &str| (self.corpus.names.word)(word) == Some(ReferenceWord::Passage);
        let after_comma = cursor.after_mark(',').unwrap_or(cursor);
        if let Some(rest) = after_comma.after_word(&is_passage) {
            let rest = rest.after_mark('.').unwrap_or(rest);
            if rest.is_empty() || rest.after_mark('(').is_some() {
                return in_brackets(rest, &find);
            }
            if let Some((number, rest)) = self.number(rest) {
                return Some((find(&number.to_string()), rest));
            }
            return match rest.next()? {
                (ReferenceToken::Word { word, .. }, rest) if word.len() == 1 => {
                    Some((find(word), rest))
                }
                _ => None,
            };
        }
        match cursor.next() {
            Some((ReferenceToken::Mark('.'), rest)) => match rest.next()? {
                (ReferenceToken::Name(name), rest) => Some((Some(find(name)?), rest)),
                _ => None,
            },
            Some((ReferenceToken::Word { word, after_digit }, rest)) if word.len() == 1 => {
                match find(word) {
                    Some(passage) => Some((Some(passage), rest)),
                    None if *after_digit => None,
                    None => Some((None, cursor)),
                }
            }
            _ => in_brackets(cursor, &find),
        }
    }

    fn add(&mut self, document: usize, passage: Option<usize>) {
        let mut references = self.references.iter_mut();
        match references.find(|it| it.document == document) {
            Some(reference) => reference.passages.extend(passage),
            None => self.references.push(Reference {
                document,
                passages: passage.into_iter().collect(),
            }),
        }
    }

    fn lacks(&mut self, unknown: UnknownReference) {
        self.unknown.get_or_insert(unknown);
    }
}

/// Parses the name of a passage in brackets, if there are any.
fn in_brackets<'a>(
    cursor: Cursor<'a>,
    find: &dyn Fn(&str) -> Option<usize>,
) -> Option<(Option<usize>, Cursor<'a>)> {
    let Some(inside) = cursor.after_mark('(') else {
        return Some((None, cursor));
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

    #[inline(never)]
    fn after_mark(self, mark: char) -> Option<Cursor<'a>> {
        let (token, rest) = self.next()?;
        (*token == ReferenceToken::Mark(mark)).then_some(rest)
    }

    #[inline(never)]
    fn after_word(self, accepts: &dyn Fn(&str) -> bool) -> Option<Cursor<'a>> {
        match self.next()? {
            (ReferenceToken::Word { word, .. }, rest) if accepts(word) => Some(rest),
            _ => None,
        }
    }

    fn after_separators(self) -> Cursor<'a> {
        let mut cursor = self;
        while let Some(rest) = cursor
            .after_mark(',')
            .or_else(|| cursor.after_word(&|word| ["and", "or"].contains(&word)))
        {
            cursor = rest;
        }
        cursor
    }

    /// After the title or its end of at least two words. At the end of the text it
    /// may follow `of`, and is then perhaps incomplete.
    fn after_title(self, title: &[String], is_end: bool) -> Option<Cursor<'a>> {
        let after_of = self.after_word(&|word| is_end && word == "of");
        let cursor = after_of.unwrap_or(self);
        let cursor = cursor.after_word(&|word| word == "the").unwrap_or(cursor);
        let may_begin = after_of.is_some();
        if may_begin && cursor.is_empty() {
            return Some(cursor);
        }
        let ends = (0..title.len().saturating_sub(1)).filter_map(|start| title.get(start..));
        for words in ends {
            let mut rest = cursor;
            let mut matched = 0;
            for word in words {
                let is_last = rest.tokens.len() == 1;
                let is_next = |typed: &str| {
                    typed == word || (may_begin && is_last && word.starts_with(typed))
                };
                let Some(next) = rest.after_word(&is_next) else {
                    break;
                };
                rest = next;
                matched += 1;
            }
            if matched == words.len() || (may_begin && matched > 0 && rest.is_empty()) {
                return Some(if is_end {
                    rest
                } else {
                    rest.after_separators()
                });
            }
        }
        None
    }
}
