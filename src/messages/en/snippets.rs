//! The words of what is handed on.

use crate::data::Agenda;
use crate::messages::{quoted, recommendation, value_short};
use crate::state::{Matching, Named, Page, ViewState};

/// The link behind the texts.
pub const LIVE: &str = "Search and filter them in the Development Agenda Explorer";

/// What a view is called: everything that is asked for, and how many that are.
pub fn title(view_state: &ViewState, agenda: &Agenda, shown: usize) -> String {
    let mut parts = Vec::new();
    if let Some(number) = view_state.open {
        parts.push(recommendation(number));
    }
    if !view_state.search.is_empty() {
        parts.push(quoted(view_state.search.as_str()));
    }
    for (position, (facet, chosen)) in agenda.facets.iter().zip(&view_state.chosen).enumerate() {
        let labels = chosen
            .iter()
            .map(|value| value_short(agenda, position, value));
        let labels: Vec<String> = labels.collect();
        let every = facet.any_all && view_state.matching == Matching::All;
        if !labels.is_empty() {
            parts.push(labels.join(if every { " and " } else { " or " }));
        }
    }
    if !view_state.list.is_empty() {
        let numbers: Vec<String> = view_state.list.iter().map(u16::to_string).collect();
        parts.push(format!("The list {}", numbers.join(", ")));
    }
    if view_state.page != Page::List {
        parts.push(format!("View “{}”", view_state.page.name()));
    }
    if let Some(sort) = view_state.sort {
        parts.push(format!("by {}", sort.name()));
    }
    if view_state.narrows() {
        parts.push(format!("{shown} of {} recommendations", agenda.len()));
    } else if parts.is_empty() {
        parts.push(format!("{} recommendations", agenda.len()));
    }
    parts.push(agenda.title.clone());
    parts.join(" · ")
}

/// What stands in a letter above the link.
pub fn letter(title: &str, link: &str) -> String {
    format!("{title}\n\n{link}\n")
}
