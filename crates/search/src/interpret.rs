//! From a parsed search text to its interpretation in a corpus: unknown words
//! are corrected, known phrases expanded, and everything becomes terms.

use std::mem;
use std::ops::Range;

use crate::clauses::{Word, as_typed, expansion_clauses, phrase_term};
use crate::compound;
use crate::corpus::Corpus;
use crate::fold::is_marked;
use crate::interpretation::{
    Absence, Alternative, Correction, Expansion, ExpansionSource, Interpretation, Term, Translated,
};
use crate::phrase_table::QueryToken;
use crate::query_item::{ItemKind, QueryItem};
use crate::reference;
use crate::spelling;
use crate::text_query::TextQuery;
use crate::translation::Translations;

pub(crate) fn interpret(corpus: &Corpus, query: &TextQuery) -> Interpretation {
    let mut interpretation = Interpretation {
        is_partial: corpus.index.is_partial,
        ..Interpretation::default()
    };
    if may_refer(corpus, query)
        && let Some((references, unknown)) = reference::parse(query.text(), corpus)
    {
        interpretation.references = Some(references);
        interpretation.unknown_reference = unknown;
    }
    if interpretation.references.is_none() {
        // The last word is incomplete unless another word follows: an `or` at
        // the end is no item.
        let end = query.items().last().map(|item| item.range.end);
        let rest = end.and_then(|end| query.text().get(end..));
        let end = end.filter(|_| rest.is_some_and(|it| corpus.index.words_in(it).is_empty()));
        for items in query.alternatives() {
            let alternative = interpretation.alternative(corpus, query.text(), items, end);
            interpretation.alternatives.push(alternative);
        }
    }
    interpretation
}

/// Whether a text can be a reference: most are not, and need not be parsed as one.
fn may_refer(corpus: &Corpus, query: &TextQuery) -> bool {
    let names = &corpus.names;
    let facets = names.facets.iter().flat_map(|facet| &facet.prefixes);
    let nouns = names.nouns.iter().chain(facets);
    let is_noun = |item: &QueryItem| match &item.kind {
        ItemKind::Word(word) => nouns.clone().any(|noun| noun == word),
        ItemKind::Phrase { .. } => false,
    };
    query.text().bytes().any(|byte| byte.is_ascii_digit()) || query.items().any(is_noun)
}

/// A plain word of a search text.
#[derive(Clone)]
struct Token {
    text: String,
    /// The bytes of the search text.
    range: Range<usize>,
    /// Whether it may be incomplete.
    is_prefix: bool,
    /// Whether it stands in the text, and is not what something there means.
    is_typed: bool,
}

impl Interpretation {
    /// `typed` is the search text, `incomplete_end` the end of the last item, if it may be incomplete.
    fn alternative(
        &mut self,
        corpus: &Corpus,
        typed: &str,
        items: &[QueryItem],
        incomplete_end: Option<usize>,
    ) -> Alternative {
        let mut alternative = Alternative::default();
        // What requires nothing else requires its function words.
        let has_content = items.iter().any(|item| match &item.kind {
            ItemKind::Word(word) => !item.excluded && !corpus.index.is_function_word(word),
            ItemKind::Phrase { .. } => !item.excluded,
        });
        // The plain words next to each other that are required.
        let mut run: Vec<Token> = Vec::new();
        for item in items {
            let token = |text: &String| Token {
                text: text.clone(),
                range: item.words.clone(),
                is_prefix: !item.excluded && Some(item.range.end) == incomplete_end,
                is_typed: true,
            };
            if let (ItemKind::Word(text), false) = (&item.kind, item.excluded) {
                run.push(token(text));
                continue;
            }
            let before = mem::take(&mut run);
            self.require(corpus, typed, before, has_content, &mut alternative);
            match &item.kind {
                ItemKind::Word(text) => {
                    let word = self.word(corpus, typed, token(text));
                    let absences = self.absences.len();
                    self.expand(corpus, &[word], &mut alternative.excluded);
                    // Who leaves it out is not told that it is not there.
                    self.absences.truncate(absences);
                }
                ItemKind::Phrase { words, open } => {
                    let term = phrase_term(corpus, words, *open, item.range.clone());
                    if item.excluded {
                        alternative.excluded.push(term);
                    } else {
                        alternative.required.push(term);
                    }
                }
            }
        }
        self.require(corpus, typed, run, has_content, &mut alternative);
        alternative
    }

    /// Has an alternative require a run of words.
    fn require(
        &mut self,
        corpus: &Corpus,
        typed: &str,
        mut run: Vec<Token>,
        has_content: bool,
        alternative: &mut Alternative,
    ) {
        if let Some(translations) = &corpus.translations
            && run.iter().any(|token| is_foreign(corpus, typed, token))
        {
            run = self.translate(corpus, translations, typed, run);
        }
        let words = run.into_iter().map(|token| {
            let optional = has_content && corpus.index.is_function_word(&token.text);
            Word {
                optional,
                ..self.word(corpus, typed, token)
            }
        });
        let words: Vec<Word> = words.collect();
        self.expand(corpus, &words, &mut alternative.required);
    }

    /// Reads phrases of other languages in a run of words as what they mean.
    #[inline(never)]
    fn translate(
        &mut self,
        corpus: &Corpus,
        translations: &Translations,
        typed: &str,
        run: Vec<Token>,
    ) -> Vec<Token> {
        let index = &corpus.index;
        let mut read = Vec::new();
        let mut rest = run;
        while let Some(first) = rest.first() {
            let texts: Vec<&str> = rest.iter().map(|token| token.text.as_str()).collect();
            let ends = rest.last().is_some_and(|token| token.is_prefix);
            let found = translations.longest_match(index, &texts, ends);
            let found = found.and_then(|(length, means, meaning)| {
                let (phrase, after) = rest.split_at_checked(length)?;
                let last = phrase.last()?;
                let mut tokens = phrase.iter();
                let has_foreign = tokens.any(|token| is_foreign(corpus, typed, token));
                // Another language may have the same word.
                let is_own = length == 1
                    && !is_typed_marked(typed, first)
                    && translations.is_homograph(&first.text);
                (has_foreign && !is_own).then_some((
                    means,
                    meaning,
                    first.range.start..last.range.end,
                    after,
                ))
            });
            let Some((means, meaning, range, after)) = found else {
                let first = rest.remove(0);
                let parts = parts_of(corpus, translations, typed, &first);
                if parts.is_empty() {
                    read.push(first);
                } else {
                    rest.splice(..0, parts);
                }
                continue;
            };
            read.extend(means.iter().map(|word| Token {
                text: word.clone(),
                range: range.clone(),
                is_prefix: false,
                is_typed: false,
            }));
            let means = meaning.to_owned();
            self.translated.push(Translated { range, means });
            rest = after.to_vec();
        }
        read
    }

    /// A plain word of the search text `typed`, completed or corrected if it is unknown.
    fn word(&mut self, corpus: &Corpus, typed: &str, token: Token) -> Word {
        let vocabulary = &corpus.index.vocabulary;
        let is_unknown = is_unknown(corpus, typed, &token);
        let is_abbreviation = is_abbreviation(typed, &token);
        let has_marks = is_typed_marked(typed, &token);
        self.has_unknown_word |= is_foreign(corpus, typed, &token);
        let Token {
            mut text,
            range,
            is_prefix,
            is_typed,
        } = token;
        let mut stem = corpus.index.stem(&text);
        if is_unknown && !is_abbreviation && !corpus.index.is_partial {
            let completions = vocabulary.with_prefix(&text);
            let replacement = if !completions.is_empty() {
                Some(completions.start)
            } else if has_marks {
                // It is a word of another language rather than a typing error.
                None
            } else {
                let correction = spelling::correction(&corpus.index, &text);
                self.corrections.extend(correction.map(|word| Correction {
                    range: range.clone(),
                    used: vocabulary.word(word).to_owned(),
                }));
                correction
            };
            if let Some(word) = replacement {
                text = vocabulary.word(word).to_owned();
                stem = vocabulary.stem_of(word);
            }
        }
        Word {
            range,
            text,
            stem,
            is_prefix,
            optional: false,
            is_abbreviation,
            is_typed,
        }
    }

    /// Turns a run of words into terms. Words that are a phrase with a meaning
    /// of its own become one term.
    fn expand(&mut self, corpus: &Corpus, run: &[Word], terms: &mut Vec<Term>) {
        let mut rest = run;
        while let Some(first) = rest.first() {
            let tokens: Vec<QueryToken> = rest.iter().map(Word::token).collect();
            let (length, targets) = corpus.phrase_table.longest_match(&corpus.index, &tokens);
            let (words, after) = rest.split_at_checked(length.max(1)).unwrap_or((rest, &[]));
            let last = words.last().unwrap_or(first);
            let range = first.range.start..last.range.end;
            rest = after;
            let mut clauses = vec![as_typed(corpus, words)];
            let mut sources = Vec::new();
            for target in targets {
                let (via, expanded) = expansion_clauses(corpus, target);
                if let ExpansionSource::Entry(entry) = via
                    && corpus.phrase_table.is_absent(entry)
                {
                    let range = range.clone();
                    self.absences.push(Absence { range, entry });
                }
                if !expanded.is_empty() && !sources.contains(&via) {
                    sources.push(via);
                    clauses.extend(expanded);
                }
            }
            // Of words that mean others it is told what they mean.
            if !sources.is_empty() && words.iter().any(|word| word.is_typed) {
                let range = range.clone();
                self.expansions.push(Expansion { range, sources });
            }
            terms.push(Term { range, clauses });
        }
    }
}

/// The words that are written together in one of another language; none if it is one
/// word.
fn parts_of(
    corpus: &Corpus,
    translations: &Translations,
    typed: &str,
    token: &Token,
) -> Vec<Token> {
    if !is_foreign(corpus, typed, token) {
        return Vec::new();
    }
    let parts = compound::parts(&corpus.index, translations, &token.text, token.is_prefix);
    let parts = parts.into_iter().map(|text| Token {
        text,
        is_prefix: false,
        ..token.clone()
    });
    let mut parts: Vec<Token> = parts.collect();
    if let Some(last) = parts.last_mut() {
        last.is_prefix = token.is_prefix;
    }
    parts
}

/// Whether the texts and labels have no form of a word, and its stem is unknown.
fn is_unknown(corpus: &Corpus, typed: &str, token: &Token) -> bool {
    let index = &corpus.index;
    let finds_documents =
        |word: u32| index.occurs_in_text(word) || corpus.labels.values_of(word).next().is_some();
    let mut completions = index.vocabulary.with_prefix(&token.text);
    index.stem(&token.text).is_none()
        && !index.is_function_word(&token.text)
        && (is_abbreviation(typed, token) || !completions.any(finds_documents))
}

/// Whether a word may be one of another language: it is unknown, or typed with letters
/// that are not ASCII.
fn is_foreign(corpus: &Corpus, typed: &str, token: &Token) -> bool {
    is_unknown(corpus, typed, token) || is_typed_marked(typed, token)
}

/// Whether a word is typed with letters that are not ASCII.
fn is_typed_marked(typed: &str, token: &Token) -> bool {
    token.is_typed && typed.get(token.range.clone()).is_some_and(is_marked)
}

/// Whether a word is typed in two or three capitals, and is no part of a longer one.
fn is_abbreviation(typed: &str, token: &Token) -> bool {
    let Range { start, end } = token.range;
    token.is_typed
        && matches!(end - start, 2..=3)
        && typed.get(start..end).is_some_and(is_in_capitals)
        && typed.as_bytes().get(end) != Some(&b'-')
}

fn is_in_capitals(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_uppercase())
}
