//! The words of the filters: what can be chosen, what is applied, what a choice does.

pub const FILTERS: &str = "Filters";
pub const CLEAR: &str = "Clear all";
pub const APPLIED: &str = "Applied";
pub const MATCH_ALL: &str = "Only those that carry all chosen themes";
pub const LIST_CHIP: &str = "List from the link";

/// What a choice does to the number of results.
pub fn effect(now: usize, then: usize) -> String {
    match then.checked_sub(now) {
        Some(0) => format!("→ {then}"),
        Some(more) => format!("+{more} → {then}"),
        None => format!("−{} → {then}", now - then),
    }
}

/// What the button of a chip does.
pub fn remove_filter(label: &str) -> String {
    format!("Remove filter: {label}")
}

/// The button that opens the filters on narrow screens.
pub fn filters(chosen: usize) -> String {
    match chosen {
        0 => FILTERS.to_owned(),
        _ => format!("{FILTERS} ({chosen})"),
    }
}

/// The button that leaves the filters on narrow screens.
pub fn show_results(shown: usize) -> String {
    match shown {
        1 => "Show 1 recommendation".to_owned(),
        _ => format!("Show {shown} recommendations"),
    }
}

/// How many values of a facet are chosen, and whether they can be changed.
pub fn chosen(number: usize, locked: bool) -> String {
    match (number, locked) {
        (0, false) => String::new(),
        (_, false) => format!("{number} chosen"),
        (_, true) => "set by this site".to_owned(),
    }
}
