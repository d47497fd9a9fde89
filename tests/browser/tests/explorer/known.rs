//! What the page must show, decided without a browser from the same data: by
//! the oracle, and by the engine only in the one thing that the oracle leaves
//! open, which of the found ones matches best.

use std::sync::LazyLock;

use explorer::{
    data::{Agenda, BlockKind, Recommendation, read},
    messages::{ActionMessages, SearchMessages, messages},
    state::url,
    state::{Change, Relaxation, Scope, SearchIndex, SearchText, ViewState, relaxations},
};
use facet_search::SearchResults;

use crate::native::NATIVE;
use crate::oracle::Oracle;

/// The recommendations, as the site was built with them.
pub static AGENDA: LazyLock<Agenda> =
    LazyLock::new(|| read(PUBLISHED).expect("the data can be read").0);

const PUBLISHED: &str = include_str!("../../../../public/data/agenda.json");

/// The name of the button that says why a recommendation is among the results.
pub fn why_button(number: u16) -> String {
    messages().action_on(&AGENDA, messages().why(), number)
}

static INDEX: LazyLock<SearchIndex> = LazyLock::new(|| SearchIndex::whole(&AGENDA, NATIVE.fold));

static ORACLE: LazyLock<Oracle> = LazyLock::new(|| Oracle::new(&AGENDA, NATIVE.fold));

/// What the page must show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The recommendations in the list, in order.
    pub numbers: Vec<u16>,
    /// Every value of every facet, as facet, value and count.
    pub counts: Vec<(String, String, usize)>,
}

/// The view state that an address asks.
pub fn view_state(query: &str) -> ViewState {
    url::read(query, &AGENDA, NATIVE.compose).view_state
}

/// The view state that a text in the search field asks.
pub fn asking(text: &str) -> ViewState {
    ViewState {
        search: search(text),
        ..ViewState::new(&AGENDA)
    }
}

/// The address of a view state.
pub fn address(view_state: &ViewState) -> String {
    url::write(view_state, &AGENDA)
}

/// The answer to a view state of a reader who has saved these.
pub fn answer(view_state: &ViewState, saved: &[u16]) -> Answer {
    let found = ORACLE.numbers(view_state, saved);
    let numbers = if ORACLE.knows_order(view_state) {
        found
    } else {
        let ranked = best_first(view_state, saved);
        let mut sorted = ranked.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, found, "engine and oracle differ");
        ranked
    };
    let counts = ORACLE.counts(view_state, saved);
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

/// What a view state becomes by each of the ways out that its empty answer offers.
pub fn ways_out(view_state: &ViewState, saved: &[u16]) -> Vec<ViewState> {
    let ways = relaxed(view_state, saved).into_iter();
    ways.map(|way| view_state.changed(&way.change, NATIVE.fold))
        .collect()
}

/// Those of the ways out of an empty answer that spell a word otherwise: the
/// place of each among them all, and what the view state becomes.
pub fn other_spellings(view_state: &ViewState) -> Vec<(usize, ViewState)> {
    let ways = relaxed(view_state, &[]).into_iter();
    let ways = ways.enumerate().filter(|(_, way)| {
        let change = &way.change;
        matches!(change, Change::Spelling { .. })
    });
    ways.map(|(place, way)| (place, view_state.changed(&way.change, NATIVE.fold)))
        .collect()
}

/// What a search marks in a recommendation, in the order of its text.
pub fn marks(view_state: &ViewState, number: u16) -> Vec<String> {
    let blocks = &recommendation(number).text;
    let marks = ORACLE.marks(view_state, number);
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

/// What a view state becomes when each of the expansions of its search is taken
/// off.
pub fn expansions_off(view_state: &ViewState) -> Vec<ViewState> {
    let expansions = engine_answer(view_state, &[])
        .interpretation
        .expansions
        .into_iter();
    expansions
        .map(|expansion| view_state.as_written(expansion.range, &NATIVE))
        .collect()
}

/// The search that a text in the search field asks for.
pub fn search(text: &str) -> SearchText {
    SearchText::new(text, NATIVE.compose)
}

fn relaxed(view_state: &ViewState, saved: &[u16]) -> Vec<Relaxation> {
    let found = engine_answer(view_state, saved);
    if found.matched > 0 {
        return Vec::new();
    }
    let scope = Scope {
        agenda: &AGENDA,
        index: &INDEX,
        saved,
        fold: NATIVE.fold,
    };
    relaxations(view_state, &found.interpretation, scope)
}

fn engine_answer(view_state: &ViewState, saved: &[u16]) -> SearchResults {
    INDEX.search(&view_state.query(&AGENDA, saved, NATIVE.fold))
}

fn best_first(view_state: &ViewState, saved: &[u16]) -> Vec<u16> {
    let answer = engine_answer(view_state, saved);
    let hits = answer.hits.iter();
    hits.map(|hit| AGENDA.recommendations[*hit].number)
        .collect()
}

/// All numbers, in order.
pub fn all_numbers() -> Vec<u16> {
    let all = AGENDA.recommendations.iter();
    all.map(|recommendation| recommendation.number).collect()
}
