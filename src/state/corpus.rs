//! The data set as a corpus of the search.

use facet_search::{
    CharFold, Corpus, Document, FacetSpec, Lexicon, Passage, SynonymRule, TranslationRule,
    ValueSpec, phrase_stems,
};

use crate::data::{Agenda, Facet, FacetRole, FurtherWords, Noun};
use crate::english;

use super::reference_words::reference_word;

/// What readers put before a number, whatever has it.
const NUMBER_PREFIXES: [&str; 7] = ["#", "no", "nos", "nr", "number", "numbers", "compare"];

/// The agenda as the search takes it: a document for each recommendation, in
/// their order, with the facets in the order of [`Agenda::facets`].
pub fn corpus(agenda: &Agenda, fold: CharFold) -> Corpus {
    corpus_with(agenda, &FurtherWords::default(), fold, false)
}

/// The same with further words; `is_partial` tells that there are more.
pub(super) fn corpus_with(
    agenda: &Agenda,
    further: &FurtherWords,
    fold: CharFold,
    is_partial: bool,
) -> Corpus {
    let documents = agenda.recommendations.iter().map(|recommendation| {
        let passages = recommendation.text.iter().map(|block| Passage {
            name: block.id.clone(),
            text: block.text.clone(),
        });
        let facets = agenda.facets.iter();
        Document {
            number: recommendation.number.into(),
            passages: passages.collect(),
            values: facets
                .map(|facet| facet.values_of(recommendation.number).collect())
                .collect(),
        }
    });
    let documents: Vec<Document> = documents.collect();
    let named = |facet| named(facet, fold);
    let facets: Vec<FacetSpec> = agenda.facets.iter().map(named).collect();
    let glossary = agenda.glossary.iter().chain(&further.glossary);
    let glossary = glossary.map(|entry| SynonymRule {
        words: entry.words.clone(),
        finds: entry.finds.clone(),
        is_absent: entry.near.is_some(),
    });
    let has_translations = !further.translations.is_empty() || !agenda.translations.is_empty();
    let lexicon = Lexicon {
        fold,
        stem_overrides: agenda.families.clone(),
        glossary: glossary.collect(),
        translations: if has_translations {
            translations(agenda, further, fold)
        } else {
            Vec::new()
        },
        homographs: [&agenda.homographs[..], &further.homographs].concat(),
        function_words: [&agenda.function_words[..], &further.function_words].concat(),
        is_word: english::is_word,
        is_partial,
        reference_prefixes: all_folded(&NUMBER_PREFIXES, fold),
        reference_nouns: nouns(&agenda.noun, fold),
        reference_word,
        title: agenda.title.clone(),
    };
    Corpus::new(&documents, &facets, lexicon)
}

/// The phrases of other languages. In the part of the wasm with the further words, which
/// has them.
#[inline(never)]
fn translations(agenda: &Agenda, further: &FurtherWords, fold: CharFold) -> Vec<TranslationRule> {
    let translations = further.translations.iter().map(|entry| TranslationRule {
        stems: entry.stems.clone(),
        means: entry.means.clone(),
    });
    let own = agenda.translations.iter().map(|entry| TranslationRule {
        stems: phrase_stems(&entry.words, fold, &agenda.families),
        means: entry.means.clone(),
    });
    translations.chain(own).collect()
}

/// What readers put before the number of a recommendation.
fn nouns(noun: &Noun, fold: CharFold) -> Vec<String> {
    let mut names = vec![noun.one.as_str(), noun.many.as_str()];
    names.extend(noun.prefixes.iter().map(String::as_str));
    all_folded(&names, fold)
}

fn all_folded(names: &[&str], fold: CharFold) -> Vec<String> {
    names.iter().map(|name| folded(name, fold)).collect()
}

/// A name as readers may type it, in any case. The standard library's own way to
/// lower case would bring its tables into the wasm.
fn folded(name: &str, fold: CharFold) -> String {
    let mut folded = String::new();
    for character in name.chars() {
        if character.is_ascii() {
            folded.push(character.to_ascii_lowercase());
        } else {
            folded.push_str(&fold(character).unwrap_or_default());
        }
    }
    folded
}

/// A facet with what its values can be called. Sections are referred to by their
/// letters, like entries by their numbers.
fn named(facet: &Facet, fold: CharFold) -> FacetSpec {
    let reference_prefixes = match facet.role {
        FacetRole::Section => all_folded(&[&facet.label, &facet.label_many, &facet.key], fold),
        FacetRole::Topic | FacetRole::Other => Vec::new(),
    };
    let values = facet.values.iter().map(|value| ValueSpec {
        id: folded(value.letter.as_ref().unwrap_or(&value.id), fold),
        labels: labels(&value.label),
    });
    FacetSpec {
        reference_prefixes,
        values: values.collect(),
    }
}

/// A label without what stands in brackets, and what stands in them.
fn labels(label: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut labels = Vec::new();
    let mut rest = label;
    while let Some((before, behind)) = rest.split_once('(') {
        let (inside, after) = behind.split_once(')').unwrap_or((behind, ""));
        bare.push_str(before);
        labels.push(inside.to_owned());
        rest = after;
    }
    bare.push_str(rest);
    labels.push(bare);
    labels
}
