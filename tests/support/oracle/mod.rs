//! What a question must show, found by plain loops over the agenda.
//!
//! Written from what the explorer promises, the search from `docs/search.md`
//! alone, not from how the search keeps it: no index, no sets, nothing
//! remembered but words and the answer to the last search text. It needs the
//! library and what the search takes stems and distances from, so that tests of
//! the built page can use it.
//!
//! Edge: it does not weigh. Where the best match comes first, it tells which
//! recommendations are shown, in the order of their numbers, and the tier of
//! each; which comes first within a tier it leaves open.

mod found;
mod grammar;
mod known;
mod reading;
mod reference;
mod spelling;
mod translation;
mod words;

use std::{
    ops::Range,
    sync::{Arc, Mutex},
};

use explorer::{
    data::Agenda,
    state::{Matching, Page, PositionSet, Sort, ViewState},
};
use facet_search::CharFold;

use found::{Hit, hit};
use known::Known;
pub use reading::Reading;
use words::Word;

/// Answers questions about an agenda the slow way.
pub struct Oracle<'a> {
    known: Known<'a>,
    /// The last search text, as many things are asked about one.
    last: Mutex<Option<(String, Arc<Answer>)>>,
}

/// What a search text asks for and finds, whatever else narrows it.
struct Answer {
    reading: Reading,
    /// The numbers in their order, where the text is a reference.
    reference: Option<Vec<u16>>,
    /// For each text what is found in it, or `None` where it is not found.
    hits: Vec<Option<Hit>>,
}

impl<'a> Oracle<'a> {
    /// Reads the words of every text; `fold` is what the page folds with.
    pub fn new(agenda: &'a Agenda, fold: CharFold) -> Oracle<'a> {
        Oracle {
            known: Known::new(agenda, fold),
            last: Mutex::new(None),
        }
    }

    /// The numbers that a question shows, in the order in which it shows them
    /// where [`Oracle::knows_order`]. `saved` is the reader's own list.
    pub fn numbers(&self, view_state: &ViewState, saved: &[u16]) -> Vec<u16> {
        let answer = self.answer(view_state);
        let mut numbers = Vec::new();
        for (place, recommendation) in self.known.agenda.recommendations.iter().enumerate() {
            if self.in_base(place, &answer, scope(view_state, saved))
                && self.in_facets(place, &view_state.chosen, view_state)
            {
                numbers.push(recommendation.number);
            }
        }
        let order = match (scope(view_state, saved), &answer.reference) {
            (Some(list), _) if view_state.search.is_empty() => list,
            (_, Some(named)) if view_state.sort() == Sort::Relevance => named,
            _ => return numbers,
        };
        let mut ordered = order.to_vec();
        ordered.retain(|number| numbers.contains(number));
        ordered
    }

    /// Whether [`Oracle::numbers`] also tells the order.
    pub fn knows_order(&self, view_state: &ViewState) -> bool {
        view_state.search.is_empty()
            || view_state.sort() == Sort::Number
            || self.answer(view_state).reference.is_some()
    }

    /// What is understood of the search text.
    pub fn reading(&self, view_state: &ViewState) -> Reading {
        self.answer(view_state).reading.clone()
    }

    /// How many terms of the best alternative are found in a recommendation by a
    /// label or a facet value alone; `None` where the search does not find it.
    /// What has fewer comes first.
    pub fn tier(&self, view_state: &ViewState, number: u16) -> Option<usize> {
        let answer = self.answer(view_state);
        let hit = answer.hits[self.place(number)].as_ref();
        hit.map(|hit| hit.tier)
    }

    /// For each facet, for each value, how many would be shown: as if the value
    /// alone were chosen in its facet, or, where all chosen values are asked
    /// for, as if it were chosen too.
    pub fn counts(&self, view_state: &ViewState, saved: &[u16]) -> Vec<Vec<usize>> {
        let answer = self.answer(view_state);
        let mut base = Vec::new();
        for place in 0..self.known.agenda.len() {
            if self.in_base(place, &answer, scope(view_state, saved)) {
                base.push(place);
            }
        }
        let mut counts = Vec::new();
        for (position, facet) in self.known.agenda.facets.iter().enumerate() {
            let mut row = Vec::new();
            for value in 0..facet.values.len() {
                let mut chosen = view_state.chosen.clone();
                if !(facet.any_all && view_state.matching == Matching::All) {
                    chosen[position] = PositionSet::default();
                }
                chosen[position].insert(value);
                let shown = base.iter();
                row.push(
                    shown
                        .filter(|place| self.in_facets(**place, &chosen, view_state))
                        .count(),
                );
            }
            counts.push(row);
        }
        counts
    }

    /// For each passage of a recommendation, the bytes that the search marks;
    /// nothing where it does not find the recommendation.
    pub fn marks(&self, view_state: &ViewState, number: u16) -> Vec<Vec<Range<usize>>> {
        let place = self.place(number);
        let answer = self.answer(view_state);
        match &answer.hits[place] {
            Some(hit) => hit.marks.clone(),
            None => vec![Vec::new(); self.known.texts[place].len()],
        }
    }

    fn place(&self, number: u16) -> usize {
        let place = self.known.agenda.position(number);
        place.expect("a known number")
    }

    /// What the search text asks for and finds.
    fn answer(&self, view_state: &ViewState) -> Arc<Answer> {
        let text = view_state.search.as_str();
        let mut last = self.last.lock().expect("no panic within");
        if let Some((known, answer)) = last.as_ref()
            && known == text
        {
            return Arc::clone(answer);
        }
        let answer = Arc::new(self.search(text));
        *last = Some((text.to_owned(), Arc::clone(&answer)));
        answer
    }

    fn search(&self, text: &str) -> Answer {
        let recommendations = self.known.agenda.recommendations.iter().enumerate();
        if let Some(named) = reference::named(text, self.known.agenda, self.known.words()) {
            let hits = recommendations.map(|(place, recommendation)| {
                let number = recommendation.number;
                let blocks = self.known.texts[place].iter().enumerate();
                let marks = blocks.map(|(block, words)| {
                    let whole = named.items.contains(&(number, block));
                    whole
                        .then(|| whole_of(words))
                        .flatten()
                        .into_iter()
                        .collect()
                });
                let (tier, marks) = (0, marks.collect());
                named
                    .numbers
                    .contains(&number)
                    .then_some(Hit { tier, marks })
            });
            return Answer {
                reading: Reading::default(),
                hits: hits.collect(),
                reference: Some(named.numbers),
            };
        }
        let (alternatives, reading) = reading::reading(text, &self.known);
        let hits = recommendations.map(|(place, _)| hit(place, &alternatives, &self.known));
        Answer {
            reading,
            hits: hits.collect(),
            reference: None,
        }
    }

    /// Whether the search and the list let a recommendation through.
    fn in_base(&self, place: usize, answer: &Answer, scope: Option<&[u16]>) -> bool {
        let number = self.known.agenda.recommendations[place].number;
        answer.hits[place].is_some() && scope.is_none_or(|list| list.contains(&number))
    }

    /// Whether every facet with a choice lets a recommendation through.
    fn in_facets(&self, place: usize, chosen: &[PositionSet], view_state: &ViewState) -> bool {
        let mut facets = self.known.agenda.facets.iter().zip(chosen).enumerate();
        facets.all(|(position, (facet, chosen))| {
            let mut carried = chosen
                .iter()
                .map(|value| self.known.carries(place, position, value));
            if chosen.is_empty() {
                true
            } else if facet.any_all && view_state.matching == Matching::All {
                carried.all(|carries| carries)
            } else {
                carried.any(|carries| carries)
            }
        })
    }
}

/// The bytes from the first word to the last.
fn whole_of(words: &[Word]) -> Option<Range<usize>> {
    let (first, last) = (words.first()?, words.last()?);
    Some(first.range.start..last.range.end)
}

/// The list that a question looks through, if it does not look through all.
fn scope<'a>(view_state: &'a ViewState, saved: &'a [u16]) -> Option<&'a [u16]> {
    if view_state.page == Page::Saved {
        Some(saved)
    } else if view_state.list.is_empty() {
        None
    } else {
        Some(&view_state.list)
    }
}
