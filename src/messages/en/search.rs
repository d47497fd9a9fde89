//! The words of the search: its field, what it was understood as, why something
//! was found, and how results are ordered.

use super::{names::value_named, quoted};
use crate::data::Agenda;
use facet_search::{ExpansionSource, FacetValueRef};

pub const SEARCH: &str = "Search the recommendations";
pub const SEARCH_HINT: &str = "Results follow as you type. All words must occur; a beginning is enough. Also: “exact words”, -without, one or other, 12, 15(3), 1-5, cluster b.";
pub const SORT: &str = "Order";
pub const BY_RELEVANCE: &str = "Best match";
pub const BY_NUMBER: &str = "Number";
pub const WHY: &str = "Why this result";

/// What words also find.
pub fn expansion(typed: &str, sources: &[ExpansionSource], agenda: &Agenda) -> String {
    let mut others: Vec<String> = Vec::new();
    for via in sources {
        match via {
            ExpansionSource::Entry(entry) => {
                let entry = agenda.glossary.get(*entry);
                let found = entry.map_or(&[][..], |entry| match entry.finds.is_empty() {
                    true => &entry.words,
                    false => &entry.finds,
                });
                let same = |word: &&String| word.eq_ignore_ascii_case(typed);
                let found = found.iter().filter(|word| !same(word));
                others.extend(found.map(|word| quoted(word)));
            }
            ExpansionSource::Value(carried) => others.push(value_named(agenda, *carried)),
        }
    }
    let more = others.len().saturating_sub(OTHERS);
    others.truncate(OTHERS);
    let others = others.join(", ");
    match more {
        0 => format!("{} also finds {others}", quoted(typed)),
        _ => format!("{} also finds {others} and {more} more", quoted(typed)),
    }
}

/// How much of what words also find is told one by one.
const OTHERS: usize = 3;

/// That a word was taken for another.
pub fn corrected(typed: &str, used: &str) -> String {
    format!("Nothing for {}; showing {}.", quoted(typed), quoted(used))
}

/// The button that looks for words only as they are written.
pub fn as_written(typed: &str) -> String {
    format!("Search only for {}", quoted(typed))
}

/// Words that a search found in a text.
pub struct Found {
    pub words: String,
    pub times: usize,
    /// What else than the typed words led to them.
    pub via: Option<ExpansionSource>,
}

/// Why something was found: the words in its text, and the values it carries.
pub fn why(typed: &str, found: &[Found], values: &[FacetValueRef], agenda: &Agenda) -> String {
    let mut parts: Vec<String> = Vec::new();
    for it in found {
        let times = match it.times {
            1 => String::new(),
            times => format!(" ({times} times)"),
        };
        let reason = match it.via {
            Some(ExpansionSource::Entry(entry)) => agenda.glossary.get(entry),
            _ => None,
        };
        let reason = reason.map_or_else(String::new, |entry| format!(" [{}]", entry.reason));
        parts.push(format!("{}{times}{reason}", quoted(&it.words)));
    }
    let mut told = format!("{}: ", quoted(typed));
    if !parts.is_empty() {
        told.push_str(&format!("in the text {}", parts.join(", ")));
    }
    let values: Vec<String> = values.iter().map(|it| value_named(agenda, *it)).collect();
    if !values.is_empty() {
        let joiner = if parts.is_empty() { "" } else { "; " };
        told.push_str(&format!("{joiner}classified under {}", values.join(", ")));
    }
    told
}
