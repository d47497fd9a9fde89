//! The words of what is handed on.

use crate::agenda::Agenda;
use crate::query::{Matching, Named, Page, Question};
use crate::words::{quoted, recommendation, value_short};

/// The link behind the texts.
pub const LIVE: &str = "Search and filter them in the Development Agenda Explorer";

/// What a view is called: everything that is asked for, and how many that are.
pub fn title(question: &Question, agenda: &Agenda, shown: usize) -> String {
    let mut parts = Vec::new();
    if let Some(number) = question.open {
        parts.push(recommendation(number));
    }
    if !question.search.is_empty() {
        parts.push(quoted(question.search.as_str()));
    }
    for (position, (facet, chosen)) in agenda.facets.iter().zip(&question.chosen).enumerate() {
        let labels = chosen
            .iter()
            .map(|value| value_short(agenda, position, value));
        let labels: Vec<String> = labels.collect();
        let every = facet.switchable && question.matching == Matching::All;
        if !labels.is_empty() {
            parts.push(labels.join(if every { " and " } else { " or " }));
        }
    }
    if !question.list.is_empty() {
        let numbers: Vec<String> = question.list.iter().map(u16::to_string).collect();
        parts.push(format!("The list {}", numbers.join(", ")));
    }
    if question.page != Page::List {
        parts.push(format!("View “{}”", question.page.name()));
    }
    if let Some(sort) = question.sort {
        parts.push(format!("by {}", sort.name()));
    }
    if question.narrows() {
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
