//! Ids of elements in the page, which fragments, labels and the focus point to.

use crate::data::Part;
use crate::state::{Named, Page};

/// The search field.
pub const SEARCH: &str = "search";
/// The list of what the search suggests.
pub const SUGGESTIONS: &str = "suggestions";
/// The heading of what is shown, which every page has.
pub const RESULTS: &str = "results";

/// All numbers at a glance.
pub const NUMERALS: &str = "numerals";

/// The link to a page of the app.
pub fn page_link(page: Page) -> String {
    format!("page-{}", page.name())
}

/// One of the suggestions.
pub fn suggestion(place: usize) -> String {
    format!("suggestion-{place}")
}

/// A recommendation.
pub fn recommendation(number: u16) -> String {
    format!("rec-{number}")
}

/// An item of a recommendation.
pub fn item(number: u16, item: &str) -> String {
    format!("rec-{number}-{item}")
}

/// A paragraph or item of a recommendation: `rec-22-p2`, `rec-15-3`. No item has the address
/// of a paragraph, as the id of an item is letters or digits.
pub fn part(number: u16, part: &Part) -> String {
    let paragraph = if part.is_paragraph { "p" } else { "" };
    format!("rec-{number}-{paragraph}{}", part.mark)
}

/// The heading of a recommendation.
pub fn heading(number: u16) -> String {
    format!("rec-{number}-heading")
}
