//! What things are called: the site, its pages, recommendations, clusters and other
//! values.

use crate::data::{Agenda, CLUSTER};
use facet_search::FacetValueRef;

pub const NAME: &str = "Development Agenda Explorer";
/// For the home screen of a phone, which has room for about twelve letters.
pub const SHORT_NAME: &str = "Dev Agenda";
pub const TAGLINE: &str = "The recommendations, word for word";
pub const SKIP: &str = "Skip to the content";
pub const PAGES: &str = "Pages";
pub const EXPLORE: &str = "Recommendations";
pub const SAVED: &str = "Saved";
pub const DOCUMENTS: &str = "Documents";
pub const ABOUT: &str = "About";
pub const RECOMMENDATION: &str = "Recommendation";
pub const RECOMMENDATION_SPACE: &str = "Recommendation ";
pub const CLUSTER_WORD: &str = "Cluster";
pub const THEMES: &str = "Themes";
pub const CONTENTS: &str = "Clusters and themes";

/// The name of a recommendation.
pub fn recommendation(number: u16) -> String {
    format!("{RECOMMENDATION} {number}")
}

/// The name of a cluster by its letter.
pub fn cluster(id: &str) -> String {
    format!("{CLUSTER_WORD} {}", id.to_ascii_uppercase())
}

/// A value in a few words: a cluster by its letter, another by its label.
pub fn value_short(agenda: &Agenda, facet: usize, value: usize) -> String {
    let known = agenda.facets.get(facet);
    match known.and_then(|facet| facet.values.get(value)) {
        Some(value) if facet == CLUSTER => cluster(&value.id),
        Some(value) => value.label.clone(),
        None => String::new(),
    }
}

/// A value in full: a cluster by its letter and title, another with its facet.
pub fn value_long(agenda: &Agenda, facet: usize, value: usize) -> String {
    let known = agenda.facets.get(facet);
    let known = known.and_then(|facet| Some((facet, facet.values.get(value)?)));
    match known {
        Some((_, value)) if facet == CLUSTER => cluster_with_title(&value.id, &value.label),
        Some((facet, value)) => format!("{}: {}", facet.label, value.label),
        None => String::new(),
    }
}

/// A value with its facet.
pub(super) fn value_named(agenda: &Agenda, carried: FacetValueRef) -> String {
    let facet = agenda.facets.get(carried.facet);
    let value = facet.and_then(|facet| facet.values.get(carried.value));
    let facet = facet.map_or("", |facet| &facet.label);
    format!("{facet} {}", quoted(value.map_or("", |value| &value.label)))
}

/// A text in quotation marks, unless it has its own.
pub fn quoted(text: &str) -> String {
    match text.contains(['"', '“']) {
        true => text.to_owned(),
        false => format!("“{text}”"),
    }
}

/// Which recommendations.
pub fn which(numbers: &[u16]) -> String {
    match numbers {
        [number] => recommendation(*number),
        _ => format!("{RECOMMENDATION}s {}", ranges(numbers)),
    }
}

/// Rising numbers, those in a row as `1–5`.
fn ranges(numbers: &[u16]) -> String {
    let mut rows: Vec<(u16, u16)> = Vec::new();
    for &number in numbers {
        match rows.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(number) => *last = number,
            _ => rows.push((number, number)),
        }
    }
    let rows = rows.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    });
    rows.collect::<Vec<_>>().join(", ")
}

/// A cluster by its letter and title.
pub fn cluster_with_title(id: &str, title: &str) -> String {
    format!("{}. {title}", cluster(id))
}
