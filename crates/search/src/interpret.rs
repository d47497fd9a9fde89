//! From a parsed search text to its interpretation in a corpus: unknown words
//! are corrected, known phrases expanded, and everything becomes terms.

use crate::clauses::{Word, as_typed, expansion_clauses, phrase_term};
use crate::corpus::Corpus;
use crate::interpretation::{Alternative, Correction, Expansion, Interpretation, Term};
use crate::phrase_table::QueryToken;
use crate::query_item::{ItemKind, QueryItem};
use crate::reference;
use crate::spelling;
use crate::text_query::TextQuery;

pub(crate) fn interpret(corpus: &Corpus, query: &TextQuery) -> Interpretation {
    let mut interpretation = Interpretation::default();
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
        let is_function_word = |item: &QueryItem| match &item.kind {
            ItemKind::Word(word) => !item.excluded && corpus.index.is_function_word(word),
            ItemKind::Phrase { .. } => false,
        };
        // What requires nothing else requires its function words.
        let has_content = items
            .iter()
            .any(|item| !item.excluded && !is_function_word(item));
        // The plain words next to each other that are required.
        let mut run = Vec::new();
        for item in items {
            let word = match &item.kind {
                ItemKind::Word(text) => {
                    let mut word = self.word(corpus, typed, text, item, incomplete_end);
                    word.optional = has_content && is_function_word(item);
                    word
                }
                ItemKind::Phrase { words, open } => {
                    self.expand(corpus, &mut run, &mut alternative.required);
                    let term = phrase_term(corpus, words, *open, item.range.clone());
                    if item.excluded {
                        alternative.excluded.push(term);
                    } else {
                        alternative.required.push(term);
                    }
                    continue;
                }
            };
            if item.excluded {
                self.expand(corpus, &mut run, &mut alternative.required);
                self.expand(corpus, &mut vec![word], &mut alternative.excluded);
            } else {
                run.push(word);
            }
        }
        self.expand(corpus, &mut run, &mut alternative.required);
        alternative
    }

    /// A plain word of the search text `typed`, completed or corrected if it is unknown.
    fn word(
        &mut self,
        corpus: &Corpus,
        typed: &str,
        text: &str,
        item: &QueryItem,
        incomplete_end: Option<usize>,
    ) -> Word {
        let vocabulary = &corpus.index.vocabulary;
        let mut text = text.to_owned();
        let completions = vocabulary.with_prefix(&text);
        let mut stem = corpus.index.stem(&text);
        let finds_documents = |word: u32| {
            corpus.index.occurs_in_text(word) || corpus.labels.values_of(word).next().is_some()
        };
        let is_abbreviation = matches!(item.words.len(), 2..=3)
            && typed.get(item.words.clone()).is_some_and(is_in_capitals)
            && typed.as_bytes().get(item.words.end) != Some(&b'-');
        if stem.is_none()
            && !is_abbreviation
            && !corpus.index.is_function_word(&text)
            && !completions.clone().any(finds_documents)
        {
            let replacement = if completions.is_empty() {
                let correction = spelling::correction(&corpus.index, &text);
                self.corrections.extend(correction.map(|word| Correction {
                    range: item.words.clone(),
                    used: vocabulary.word(word).to_owned(),
                }));
                correction
            } else {
                Some(completions.start)
            };
            if let Some(word) = replacement {
                text = vocabulary.word(word).to_owned();
                stem = vocabulary.stem_of(word);
            }
        }
        Word {
            range: item.words.clone(),
            text,
            stem,
            is_prefix: !item.excluded && Some(item.range.end) == incomplete_end,
            optional: false,
            is_abbreviation,
        }
    }

    /// Turns a run of words into terms. Words that are a phrase with a meaning
    /// of its own become one term.
    fn expand(&mut self, corpus: &Corpus, run: &mut Vec<Word>, terms: &mut Vec<Term>) {
        let mut rest = run.as_slice();
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
                if !expanded.is_empty() && !sources.contains(&via) {
                    sources.push(via);
                    clauses.extend(expanded);
                }
            }
            if !sources.is_empty() {
                let range = range.clone();
                self.expansions.push(Expansion { range, sources });
            }
            terms.push(Term { range, clauses });
        }
        run.clear();
    }
}

fn is_in_capitals(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_uppercase())
}
