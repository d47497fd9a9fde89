//! The chips above the results.

use explorer::state::{SearchText, ViewState};

use crate::known::expansions_off;

/// What a view state becomes when each of its chips is removed.
pub fn chips(view_state: &ViewState) -> Vec<ViewState> {
    let mut chips = Vec::new();
    let mut without = |change: &dyn Fn(&mut ViewState)| {
        let mut view_state = view_state.clone();
        change(&mut view_state);
        chips.push(view_state);
    };
    if !view_state.search.is_empty() {
        without(&|view_state| view_state.search = SearchText::default());
    }
    chips.extend(expansions_off(view_state));
    let mut without = |change: &dyn Fn(&mut ViewState)| {
        let mut view_state = view_state.clone();
        change(&mut view_state);
        chips.push(view_state);
    };
    if !view_state.list.is_empty() {
        without(&|view_state| view_state.list.clear());
    }
    for (facet, chosen) in view_state.chosen.iter().enumerate() {
        for value in chosen.iter() {
            without(&|view_state| view_state.toggle(facet, value));
        }
    }
    chips
}
