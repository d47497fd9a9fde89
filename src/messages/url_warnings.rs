//! What of an opened link is not shown as it asks.

use crate::link::{Remark, Why};

/// How many remarks are told one by one.
const REMARKS: usize = 6;

/// How much of a value is repeated in a remark, in characters.
const VALUE: usize = 40;

/// What was not shown as a link asked.
pub fn remarks(remarks: &[Remark]) -> Vec<String> {
    let mut sentences: Vec<String> = remarks.iter().take(REMARKS).map(remark).collect();
    if let Some(more @ 1..) = remarks.len().checked_sub(REMARKS) {
        sentences.push(format!("And {more} more."));
    }
    sentences
}

/// What stands above the remarks on a link.
pub const REMARKS_INTRO: &str = "This link was not fully understood; the rest of it applies.";

fn remark(remark: &Remark) -> String {
    let key = &remark.key;
    let mut value: String = remark.value.chars().take(VALUE).collect();
    if value.len() < remark.value.len() {
        value.push('…');
    }
    match remark.why {
        Why::Unknown => format!("“{key}” has no value “{value}”."),
        Why::Repeated => format!("“{value}” in “{key}” is one too many."),
        Why::TooLong => format!(
            "The search text was cut at {} characters.",
            crate::query::SearchText::MOST
        ),
        Why::NotYet => format!("“{key}={value}” is not available in this version yet."),
    }
}
