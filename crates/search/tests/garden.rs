//! The crate from outside, on a corpus of a few sentences about plants.

use facet_search::{
    Corpus, Document, FacetFilter, FacetSpec, FacetValueRef, Lexicon, MatchEvidence, Order,
    Passage, Query, SearchResults, SynonymRule, TextQuery, UnknownReference, ValueSpec, count,
    search,
};

const TEXTS: [&str; 4] = [
    "Mint grows in the shade of old walls.",
    "An oak shades the whole garden.",
    "Sage needs sun, and grows next to a wall.",
    "Cut lawns grow green; a lawn needs water.",
];
const HERBS: usize = 0;
const TREES: usize = 1;

fn fold(character: char) -> Option<String> {
    let is_word_part = character.is_alphanumeric();
    is_word_part.then(|| character.to_lowercase().collect())
}

fn words(text: &str) -> Vec<String> {
    text.split(", ").map(str::to_owned).collect()
}

fn corpus() -> Corpus {
    let values = [vec![HERBS], vec![TREES], vec![HERBS], vec![]];
    let documents: Vec<Document> = TEXTS
        .iter()
        .zip(values)
        .zip(1..)
        .map(|((text, values), number)| Document {
            number,
            passages: vec![Passage {
                name: Some("a".to_owned()),
                text: text.to_string(),
            }],
            values: vec![values],
        })
        .collect();
    let value = |id: &str, labels| ValueSpec {
        id: id.to_owned(),
        labels: words(labels),
    };
    let facets = [FacetSpec {
        reference_prefixes: words("kind"),
        values: vec![value("h", "herbs, kitchen plants"), value("t", "trees")],
    }];
    let lexicon = Lexicon {
        glossary: vec![SynonymRule {
            is_absent: false,
            words: words("grass, lawn"),
            finds: Vec::new(),
        }],
        function_words: words("in, the, to"),
        reference_nouns: words("plant"),
        ..Lexicon::new(fold)
    };
    Corpus::new(&documents, &facets, lexicon)
}

fn query(text: &str) -> Query {
    Query {
        search: TextQuery::parse(text, fold),
        order: Order::Relevance,
        ..Query::default()
    }
}

fn ask(text: &str) -> SearchResults {
    search(&corpus(), &query(text))
}

#[test]
fn forms_phrases_exclusions_and_alternatives_find_what_they_say() {
    let table: [(&str, &[usize]); 12] = [
        ("", &[0, 1, 2, 3]),
        ("shade", &[0, 1]),
        ("shading", &[1, 0]),
        ("gard", &[1]),
        ("\"old walls\"", &[0]),
        ("\"old wall\"", &[]),
        ("\"old wal", &[0]),
        ("walls -sun", &[0]),
        ("oak or sage", &[1, 2]),
        ("GARDEN", &[1]),
        ("zebra", &[]),
        ("lawns", &[3]),
    ];
    for (text, mut expected) in table.map(|(text, hits)| (text, hits.to_vec())) {
        let mut hits = ask(text).hits;
        hits.sort_unstable();
        expected.sort_unstable();
        assert_eq!(hits, expected, "{text}");
    }
}

#[test]
fn the_exact_form_ranks_before_other_forms() {
    assert_eq!(ask("shade").hits, [0, 1]);
    assert_eq!(ask("shades").hits, [1, 0]);
    assert_eq!(ask("walls").hits, [0, 2]);
    assert_eq!(ask("wall").hits, [2, 0]);
}

#[test]
fn labels_and_synonyms_find_what_the_texts_do_not_say() {
    let corpus = corpus();
    let herbs = ask("herbs");
    assert_eq!(herbs.hits, [0, 2]);
    let reasons = herbs.interpretation.reasons(&corpus, 0);
    let value = FacetValueRef {
        facet: 0,
        value: HERBS,
    };
    assert_eq!(reasons[0].evidence, [MatchEvidence::Value(value)]);

    let grass = ask("grass");
    assert_eq!(grass.hits, [3]);
    assert_eq!(grass.interpretation.expansions[0].range, 0..5);
    let marks = grass.interpretation.marks(&corpus, 3);
    let marked: Vec<&str> = marks[0]
        .iter()
        .map(|range| &TEXTS[3][range.clone()])
        .collect();
    assert_eq!(marked, ["lawns", "lawn"]);
}

#[test]
fn a_misspelled_word_is_corrected_and_a_known_one_has_suggestions() {
    let results = ask("gardem");
    assert_eq!(results.hits, [1]);
    assert_eq!(results.interpretation.corrections[0].used, "garden");
    let corpus = corpus();
    let suggestions: Vec<&str> = corpus.spelling_suggestions("shase").collect();
    assert_eq!(suggestions, ["shade"]);
}

#[test]
fn function_words_rank_and_exclude_nothing_unless_nothing_else_is_required() {
    let table: [(&str, &[usize]); 5] = [
        ("walls in the shade", &[0]),
        ("the sun", &[2]),
        ("\"the\" sun", &[]),
        ("the", &[0, 1]),
        ("in the -oak", &[0]),
    ];
    for (text, expected) in table {
        let mut hits = ask(text).hits;
        hits.sort_unstable();
        assert_eq!(hits, expected, "{text}");
    }
    assert_eq!(ask("grows").hits, [0, 2, 3]);
    assert_eq!(ask("grows to").hits, [2, 0, 3]);
    let corpus = corpus();
    let results = ask("the sun");
    assert_eq!(results.interpretation.reasons(&corpus, 2).len(), 1);
}

#[test]
fn references_name_documents_in_their_order() {
    let table: [(&str, &[usize]); 5] = [
        ("3, 1", &[2, 0]),
        ("plant 2", &[1]),
        ("2-4", &[1, 2, 3]),
        ("kind h", &[0, 2]),
        ("99", &[]),
    ];
    for (text, expected) in table {
        let results = ask(text);
        assert_eq!(results.hits, expected, "{text}");
        let unknown = (text == "99").then_some(UnknownReference::Document);
        assert_eq!(results.interpretation.unknown_reference, unknown);
    }
}

#[test]
fn each_count_is_what_choosing_the_value_gives() {
    let corpus = corpus();
    for text in ["", "shade", "grows", "herbs"] {
        for require_all in [false, true] {
            for chosen in [vec![], vec![HERBS], vec![TREES]] {
                let filter = |values| FacetFilter {
                    values,
                    require_all,
                };
                let mut query = query(text);
                query.filters = vec![filter(chosen.clone())];
                let announced = search(&corpus, &query).counts;
                for value in [HERBS, TREES] {
                    let mut values = if require_all { chosen.clone() } else { vec![] };
                    values.push(value);
                    query.filters = vec![filter(values)];
                    assert_eq!(count(&corpus, &query), announced[0][value], "{text}");
                }
            }
        }
    }
}

#[test]
fn an_empty_corpus_answers_every_query() {
    let corpus = Corpus::new(&[], &[], Lexicon::new(fold));
    for text in ["", "word", "\"a phrase\"", "-no", "12", "a or b"] {
        let results = search(&corpus, &query(text));
        assert_eq!((results.hits.len(), results.matched), (0, 0), "{text}");
    }
}
