//! The chips above the results.

use explorer::query::{Question, SearchText};

use crate::known::expansions_off;

/// What a question becomes when each of its chips is removed.
pub fn chips(question: &Question) -> Vec<Question> {
    let mut chips = Vec::new();
    let mut without = |change: &dyn Fn(&mut Question)| {
        let mut question = question.clone();
        change(&mut question);
        chips.push(question);
    };
    if !question.search.is_empty() {
        without(&|question| question.search = SearchText::default());
    }
    chips.extend(expansions_off(question));
    let mut without = |change: &dyn Fn(&mut Question)| {
        let mut question = question.clone();
        change(&mut question);
        chips.push(question);
    };
    if !question.list.is_empty() {
        without(&|question| question.list.clear());
    }
    for (facet, chosen) in question.chosen.iter().enumerate() {
        for value in chosen.iter() {
            without(&|question| question.toggle(facet, value));
        }
    }
    chips
}
