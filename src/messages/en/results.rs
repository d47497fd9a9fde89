//! The words of the results: how many there are, and what leads out of none.

use super::{ABOUT, DOCUMENTS, NAME, SAVED, quoted, recommendation, value_short};
use crate::data::Agenda;
use crate::state::{Change, Page, ViewState};
use facet_search::{CharFold, TextQuery};

pub const NOTHING: &str = "Nothing matches all of this.";
pub const WAYS_OUT: &str = "What would give results:";
pub const NO_WORDS: &str =
    "No recommendation has these words. Try fewer or other ones, or the filters.";
pub const OUTSIDE: &str = "Opened by the link, but not among the results below. ";
pub const SHOW_ALL: &str = "Show all recommendations";

/// How many of how many, of what.
pub fn count(view_state: &ViewState, shown: usize, total: usize) -> String {
    match (view_state.page, view_state.narrows()) {
        (Page::Saved, false) if shown == 0 => "No recommendation saved".to_owned(),
        (Page::Saved, false) => format!("{shown} of {total} recommendations saved"),
        (Page::Saved, true) => format!("{shown} of {total} recommendations saved and matching"),
        (_, true) => format!("{shown} of {total} recommendations"),
        (_, false) => format!("{total} recommendations"),
    }
}

/// The title of the document.
pub fn title(view_state: &ViewState, agenda: &Agenda, shown: usize, total: usize) -> String {
    let mut parts = Vec::new();
    if let Some(number) = view_state.open {
        parts.push(recommendation(number));
    }
    if !view_state.search.is_empty() {
        parts.push(quoted(view_state.search.as_str()));
    }
    for (facet, chosen) in view_state.chosen.iter().enumerate() {
        let labels = chosen.iter().map(|value| value_short(agenda, facet, value));
        parts.extend(labels);
    }
    match view_state.page {
        Page::Saved => parts.push(SAVED.to_owned()),
        Page::Documents => parts.push(DOCUMENTS.to_owned()),
        Page::About => parts.push(ABOUT.to_owned()),
        Page::List | Page::Matrix | Page::Compare => {}
    }
    if view_state.narrows() && view_state.page == Page::List {
        parts.push(count(view_state, shown, total));
    }
    parts.push(NAME.to_owned());
    parts.join(" · ")
}

/// What a change that leads out of an empty result does.
pub fn change(change: &Change, view_state: &ViewState, agenda: &Agenda, fold: CharFold) -> String {
    let facet_label = |facet: &usize| agenda.facets.get(*facet).map_or("", |facet| &facet.label);
    let item = |index: usize| {
        let search = TextQuery::parse(view_state.search.as_str(), fold);
        let item = search.items().nth(index);
        let range = item.map_or(0..0, |item| item.range.clone());
        quoted(search.text().get(range).unwrap_or_default())
    };
    match change {
        Change::Word(index) => format!("Without {}", item(*index)),
        Change::Unquote(index) => format!("Without the quotation marks of {}", item(*index)),
        Change::Spelling { index, word } => {
            format!("{} instead of {}", quoted(word), item(*index))
        }
        Change::Search => "Without the search".to_owned(),
        Change::Value { facet, value } => {
            format!("Without {}", quoted(&value_short(agenda, *facet, *value)))
        }
        Change::Facet(facet) => format!("Without the filter {}", quoted(facet_label(facet))),
        Change::Any(facet) => format!(
            "Any of the chosen values of {} instead of all",
            quoted(facet_label(facet))
        ),
        Change::Scope if view_state.page == Page::Saved => "Beyond what is saved".to_owned(),
        Change::Scope => "Beyond the list of the link".to_owned(),
        Change::Filters => "Without all filters".to_owned(),
        Change::Everything => "Without search and filters".to_owned(),
    }
}

/// How many results a change gives.
pub fn would_give(count: usize) -> String {
    match count {
        1 => "1 recommendation".to_owned(),
        _ => format!("{count} recommendations"),
    }
}
