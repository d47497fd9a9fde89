//! For the build script: which entries of the glossary a search needs even where it
//! knows all of its words without them.

use std::mem;

use facet_search::{
    Corpus, Document, FacetSpec, Lexicon, Passage, SynonymRule, TextQuery, ValueSpec, fold_char,
    phrase_stems, tokens, understand,
};

use crate::data::{Agenda, FurtherWords, GlossaryEntry, TranslatedStems};

/// How many letters of its second word tell a phrase.
const MIN_BEGINNING: usize = 3;

/// Takes the entries out of an agenda that matter only to texts with a word that is
/// unknown without them.
pub fn split(agenda: &mut Agenda) -> FurtherWords {
    let mut further = FurtherWords {
        glossary: mem::take(&mut agenda.glossary),
        // To fold these takes the browser, which the start can do without.
        function_words: agenda
            .function_words
            .extract_if(.., |word| !word.is_ascii())
            .collect(),
        homographs: mem::take(&mut agenda.homographs),
        translations: mem::take(&mut agenda.translations)
            .into_iter()
            .map(|entry| TranslatedStems {
                stems: phrase_stems(&entry.words, fold_char, &agenda.families),
                means: entry.means,
            })
            .collect(),
    };
    let function_words = folded(&agenda.function_words);
    // An entry that is taken makes more words known.
    loop {
        let known = corpus(agenda);
        let is_base = |phrase: &String| has_known_words(&known, &function_words, phrase);
        let mut base = Vec::new();
        for entry in &mut further.glossary {
            let is_one = entry.finds.is_empty() && entry.near.is_none();
            let words: Vec<String> = if is_one && entry.words.iter().any(is_base) {
                // They find each other.
                mem::take(&mut entry.words)
            } else {
                entry.words.extract_if(.., |it| is_base(it)).collect()
            };
            if !words.is_empty() {
                base.push(GlossaryEntry {
                    words,
                    ..entry.clone()
                });
            }
        }
        if base.is_empty() {
            break;
        }
        agenda.glossary.extend(base);
    }
    further.glossary.retain(|entry| !entry.words.is_empty());
    further
}

fn folded(words: &[String]) -> Vec<String> {
    let words = words.iter().flat_map(|word| tokens(word, fold_char));
    words.map(|token| token.word).collect()
}

/// The agenda as far as it tells which words are known.
fn corpus(agenda: &Agenda) -> Corpus {
    let labels = agenda.facets.iter().flat_map(|facet| &facet.values);
    let labels: Vec<String> = labels.map(|value| value.label.clone()).collect();
    // As a text, so that what begins one of its words is known too.
    let texts = agenda.recommendations.iter().flat_map(|it| &it.text);
    let texts = texts.map(|block| block.text.clone()).chain(labels.clone());
    let passages = texts.map(|text| Passage { name: None, text }).collect();
    let document = Document {
        passages,
        ..Document::default()
    };
    let glossary = agenda.glossary.iter().map(|entry| &entry.words);
    let rules = glossary.map(|words| SynonymRule {
        words: words.clone(),
        ..SynonymRule::default()
    });
    let lexicon = Lexicon {
        stem_overrides: agenda.families.clone(),
        glossary: rules.collect(),
        function_words: agenda.function_words.clone(),
        is_partial: true,
        ..Lexicon::new(fold_char)
    };
    let facet = FacetSpec {
        values: labels.into_iter().map(named).collect(),
        ..FacetSpec::default()
    };
    Corpus::new(&[document], &[facet], lexicon)
}

fn named(label: String) -> ValueSpec {
    ValueSpec {
        id: String::new(),
        labels: vec![label],
    }
}

/// Whether a phrase, as far as it is typed when the search recognises it, has only known
/// words: its first word that is no function word, and a beginning of the second.
fn has_known_words(corpus: &Corpus, function_words: &[String], phrase: &str) -> bool {
    let is_known = |word: &str| {
        let text = TextQuery::parse(word, fold_char);
        !understand(corpus, &text).has_unknown_word
    };
    let begins_known = |word: &str| {
        let ends = word.char_indices().map(|(at, it)| at + it.len_utf8());
        let mut beginnings = ends.skip(MIN_BEGINNING - 1);
        is_known(word) || beginnings.any(|end| word.get(..end).is_some_and(is_known))
    };
    let words = tokens(phrase, fold_char).into_iter().map(|it| it.word);
    let mut words = words.filter(|it| it != "and" && !function_words.contains(it));
    words.next().is_some_and(|first| is_known(&first))
        && words.next().is_none_or(|second| begins_known(&second))
}
