//! What the page must show, decided without a browser from the same data: by
//! the oracle, and by the engine only in the one thing that the oracle leaves
//! open, which of the found ones matches best.

use std::sync::LazyLock;

use explorer::{
    agenda::{Agenda, BlockKind, Recommendation},
    embedded,
    engine::{Change, Corpus, View, view},
    link,
    query::{self, Question, SearchText},
};

use crate::native::NATIVE;
use crate::oracle::Oracle;

/// The recommendations, as the site was built with them.
pub static AGENDA: LazyLock<Agenda> =
    LazyLock::new(|| embedded::agenda().expect("the embedded data"));

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| query::corpus(&AGENDA, NATIVE.fold));

static ORACLE: LazyLock<Oracle> = LazyLock::new(|| Oracle::new(&AGENDA, NATIVE.fold));

/// What the page must show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The recommendations in the list, in order.
    pub numbers: Vec<u16>,
    /// Every value of every facet, as facet, value and count.
    pub counts: Vec<(String, String, usize)>,
}

/// The question that an address asks.
pub fn question(query: &str) -> Question {
    link::read(query, &AGENDA, NATIVE.compose).question
}

/// The question that a text in the search field asks.
pub fn asking(text: &str) -> Question {
    Question {
        search: search(text),
        ..Question::new(&AGENDA)
    }
}

/// The address of a question.
pub fn address(question: &Question) -> String {
    link::write(question, &AGENDA)
}

/// The answer to a question of a reader who has saved these.
pub fn answer(question: &Question, saved: &[u16]) -> Answer {
    let found = ORACLE.numbers(question, saved);
    let numbers = if ORACLE.knows_order(question) {
        found
    } else {
        let ranked = best_first(question, saved);
        let mut sorted = ranked.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, found, "engine and oracle differ");
        ranked
    };
    let counts = ORACLE.counts(question, saved);
    let facets = AGENDA.facets.iter().zip(counts);
    let counts = facets.flat_map(|(facet, counts)| {
        let values = facet.values.iter().zip(counts);
        values.map(|(value, count)| (facet.key.clone(), value.id.clone(), count))
    });
    Answer {
        numbers,
        counts: counts.collect(),
    }
}

/// What a question becomes by each of the ways out that its empty answer offers.
pub fn ways_out(question: &Question, saved: &[u16]) -> Vec<Question> {
    let ways = engine_answer(question, saved).relaxations.into_iter();
    ways.map(|way| question.changed(&way.change, NATIVE.fold))
        .collect()
}

/// Those of the ways out of an empty answer that spell a word otherwise: the
/// place of each among them all, and what the question becomes.
pub fn other_spellings(question: &Question) -> Vec<(usize, Question)> {
    let ways = engine_answer(question, &[]).relaxations.into_iter();
    let ways = ways.enumerate().filter(|(_, way)| {
        let change = &way.change;
        matches!(change, Change::Spelling { .. })
    });
    ways.map(|(place, way)| (place, question.changed(&way.change, NATIVE.fold)))
        .collect()
}

/// What a search marks in a recommendation, in the order of its text.
pub fn marks(question: &Question, number: u16) -> Vec<String> {
    let blocks = &recommendation(number).text;
    let marks = ORACLE.marks(question, number);
    let blocks = blocks.iter().zip(marks);
    let marked = blocks.flat_map(|(block, ranges)| {
        let ranges = ranges.into_iter();
        ranges.map(|range| block.text[range].to_owned())
    });
    marked.collect()
}

/// The text of a recommendation without the breaks between its lines.
pub fn text(number: u16) -> String {
    let blocks = recommendation(number).text.iter();
    let blocks = blocks.map(|block| match (&block.kind, &block.id) {
        (BlockKind::Clause, Some(id)) => format!(" ({id}) {}", block.text),
        _ => block.text.clone(),
    });
    blocks.collect()
}

fn recommendation(number: u16) -> &'static Recommendation {
    let known = AGENDA.recommendation(number);
    known.expect("a known number")
}

/// What a question becomes when each of the expansions of its search is taken
/// off.
pub fn expansions_off(question: &Question) -> Vec<Question> {
    let expansions = engine_answer(question, &[]).reading.expansions.into_iter();
    expansions
        .map(|expansion| question.as_written(expansion.range, &NATIVE))
        .collect()
}

/// The search that a text in the search field asks for.
pub fn search(text: &str) -> SearchText {
    SearchText::new(text, NATIVE.compose)
}

fn engine_answer(question: &Question, saved: &[u16]) -> View {
    view(&CORPUS, &question.query(&AGENDA, saved, NATIVE.fold))
}

fn best_first(question: &Question, saved: &[u16]) -> Vec<u16> {
    let answer = engine_answer(question, saved);
    let hits = answer.hits.iter();
    hits.map(|hit| AGENDA.recommendations[*hit].number)
        .collect()
}

/// All numbers, in order.
pub fn all_numbers() -> Vec<u16> {
    let all = AGENDA.recommendations.iter();
    all.map(|recommendation| recommendation.number).collect()
}
