//! What of an opened link is not shown as it asks.

use crate::state::url::{UrlWarning, WarningReason};

/// How many warnings are told one by one.
const MAX_WARNINGS: usize = 6;

/// How much of a value is repeated in a remark, in characters.
const VALUE: usize = 40;

/// What was not shown as a link asked.
pub fn warnings(warnings: &[UrlWarning]) -> Vec<String> {
    let mut sentences: Vec<String> = warnings.iter().take(MAX_WARNINGS).map(warning).collect();
    if let Some(more @ 1..) = warnings.len().checked_sub(MAX_WARNINGS) {
        sentences.push(format!("And {more} more."));
    }
    sentences
}

/// What stands above the warnings on a link.
pub const WARNINGS_INTRO: &str = "This link was not fully understood; the rest of it applies.";

fn warning(warning: &UrlWarning) -> String {
    let key = &warning.key;
    let mut value: String = warning.value.chars().take(VALUE).collect();
    if value.len() < warning.value.len() {
        value.push('…');
    }
    match warning.reason {
        WarningReason::Unknown => format!("“{key}” has no value “{value}”."),
        WarningReason::Repeated => format!("“{value}” in “{key}” is one too many."),
        WarningReason::TooLong => format!(
            "The search text was cut at {} characters.",
            crate::state::SearchText::MOST
        ),
        WarningReason::NotYet => format!("“{key}={value}” is not available in this version yet."),
    }
}
