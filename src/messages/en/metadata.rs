//! The words by which others show the site and its pages: titles, descriptions,
//! previews.

use super::{NAME, recommendation, value_long, which};
use crate::data::Agenda;

/// What the site is called where it is shown beside others.
pub fn home_name(agenda: &Agenda) -> String {
    format!("{NAME}: {} recommendations", agenda.len())
}

/// What the site has.
pub fn home_description(agenda: &Agenda) -> String {
    let (count, title) = (agenda.len(), &agenda.title);
    format!("Read, search, filter, keep and share the {count} recommendations of the {title}.")
}

/// A recommendation and how many there are.
pub fn one_of(number: u16, agenda: &Agenda) -> String {
    format!("{} of {}", recommendation(number), agenda.len())
}

/// A recommendation with what it belongs to.
pub fn recommendation_of(number: u16, agenda: &Agenda) -> String {
    format!("{} · {}", recommendation(number), agenda.source.title)
}

/// A value with what it belongs to.
pub fn value_of(facet: usize, value: usize, agenda: &Agenda) -> String {
    let named = value_long(agenda, facet, value);
    format!("{named} · {}", agenda.source.title)
}

/// How many there are.
pub fn of_all(agenda: &Agenda) -> String {
    format!("of {}", agenda.len())
}

/// What the preview of the site says of it.
pub const PREVIEW_TAGLINE: &str = "Word for word: to read, search, filter, keep and share.";

/// Where the texts of a preview are from.
pub fn preview_source(agenda: &Agenda) -> String {
    let source = &agenda.source;
    format!("Text © WIPO, {}, {}", source.year, source.licence)
}

/// What the open data has.
pub fn dataset_description(agenda: &Agenda) -> String {
    let (count, title) = (agenda.len(), &agenda.title);
    format!(
        "The {count} recommendations of the {title}, word for word, by cluster, with an editorial classification by theme, by whom they concern and by how they are worded; each tag quotes the words that support it."
    )
}

/// What recommendations share, which they are, and how the first one begins.
pub fn value_description(named: &str, numbers: &[u16], first: &str) -> String {
    format!("{named}. {}: {first}", which(numbers))
}
