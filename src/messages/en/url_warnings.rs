use super::English;
use crate::messages::UrlWarningMessages;
use crate::state::SearchText;
use crate::state::url::{MOST_WARNINGS, UrlWarning, WarningReason};

/// How many warnings are given one by one.
const MAX_WARNINGS: usize = 6;

/// How much of a value a warning repeats, in characters.
const MAX_VALUE: usize = 40;

impl UrlWarningMessages for English {
    fn warnings_intro(&self) -> &'static str {
        "Part of this link could not be read. The rest is shown."
    }

    // Apart from what calls it, so that it can be deferred.
    #[inline(never)]
    fn warnings(&self, warnings: &[UrlWarning]) -> Vec<String> {
        let mut sentences: Vec<String> = warnings.iter().take(MAX_WARNINGS).map(warning).collect();
        match warnings.len().checked_sub(MAX_WARNINGS) {
            // There may have been any number.
            Some(_) if warnings.len() == MOST_WARNINGS => sentences.push("And more.".to_owned()),
            Some(more @ 1..) => sentences.push(format!("And {more} more.")),
            _ => {}
        }
        sentences
    }
}

fn warning(warning: &UrlWarning) -> String {
    let key = &warning.key;
    let mut value: String = warning.value.chars().take(MAX_VALUE).collect();
    if value.len() < warning.value.len() {
        value.push('…');
    }
    match warning.reason {
        WarningReason::Unknown => format!("“{key}” has no value “{value}”."),
        WarningReason::Repeated => format!("The extra “{value}” in “{key}” was ignored."),
        WarningReason::TooLong => format!(
            "The search text was cut to {} characters.",
            SearchText::MOST
        ),
        WarningReason::NotYet => format!("“{key}={value}” is not available in this version."),
    }
}
