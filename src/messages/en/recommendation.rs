//! The words at a recommendation: what can be done with it, and its details.

use super::recommendation;
use crate::data::{Agenda, RelatedDocument};

pub const SAVE: &str = "Save";
pub const IS_SAVED: &str = "Saved";
pub const DETAILS: &str = "Details";
pub const COPY_LINK: &str = "Copy link";
pub const COPY_TEXT: &str = "Copy text";
pub const EARLIER: &str = "Move up";
pub const LATER: &str = "Move down";
pub const CLOSE: &str = "Close";
pub const CLASSIFICATION: &str = "Classification, with the words that support it";
pub const EDITORIAL: &str = "This classification is ours, not WIPO's.";
pub const SPEAKS_TO: &str = "Speaks to (our reading, not the document's):";
pub const DECISION: &str = "Summary of the decision";
pub const SPOKEN_TO: &str = "Where other documents speak to it";
pub const CORRECTED: &str = "Corrections to the source text";
pub const WAS: &str = "In the source: ";
pub const NOW: &str = ", here: ";

/// The name of a button for those who do not see beside what it stands.
pub fn action_on(action: &str, number: u16) -> String {
    format!("{action}: {}", recommendation(number))
}

/// What the button that saves says.
pub fn save_or_saved(saved: bool) -> &'static str {
    if saved { IS_SAVED } else { SAVE }
}

/// The way to a neighbour.
pub fn step(forward: bool, number: u16) -> String {
    let word = if forward { "Next" } else { "Previous" };
    format!("{word}: {}", recommendation(number))
}

/// The reason behind a correction.
pub fn because(why: &str) -> String {
    format!(". {why}")
}

/// Where a correction was made.
pub fn in_recommendation(number: u16) -> String {
    format!("({})", recommendation(number))
}

/// Where a quoted paragraph is from, and why it stands here.
pub fn passage_source(document: &RelatedDocument, paragraph: u16, reason: &str) -> String {
    format!(
        "{}, {}, {}, paragraph {paragraph}. That it speaks to this recommendation is our reading: {reason}",
        document.publisher, document.title, document.date
    )
}

/// A recommendation as text to be pasted, with where it is from.
pub fn quotation(number: u16, text: &str, agenda: &Agenda, link: &str) -> String {
    let source = &agenda.source;
    format!(
        "{text}\n\n{}, {} ({}, {}, {}). {link}",
        recommendation(number),
        source.title,
        source.publisher,
        source.year,
        source.licence
    )
}
