//! How long the page takes from a keystroke to what the reader sees, and from
//! the instantiated program to a page that answers.
//!
//! Time is taken by the clock of the page in scripts that are not part of it.
//! Edge: it measures and sums up; what it prints for people is for its caller.

use serde::Deserialize;
use serde_json::json;

use crate::page::{Page, part};

/// Types a text and times each letter.
const TYPING: &str = include_str!("speed/typing.js");

/// Notes when the program is instantiated and when the page answers.
pub const START: &str = include_str!("speed/start.js");

/// What is typed: words of the texts, beginnings of them on the way, and each
/// kind of search that is understood in a way of its own.
pub const TEXTS: [&str; 12] = [
    "technology",
    "technical assistance",
    "intellectual property",
    "norm-setting activities",
    "least developed countries",
    "LDC",
    "folklroe",
    "\"public domain\"",
    "patent -information",
    "brain drain or genome",
    "competition",
    "15(3)",
];

/// One letter that was typed, in milliseconds from its event.
#[derive(Clone, Debug, Deserialize)]
pub struct Keystroke {
    /// What stands in the field with it.
    pub typed: String,
    /// Until everything was done and laid out.
    pub own: f64,
    /// Until the second frame after that began, when the first one is painted.
    pub painted: f64,
    /// How often the page has changed between the two; then `own` is too short.
    pub late: usize,
}

/// Types the texts into an empty field, one after the other.
///
/// Ends the program, in a sentence, where the page does not follow.
pub fn typed(page: &Page) -> Vec<Keystroke> {
    let total = page.now().numbers.len();
    let mut all = Vec::new();
    for text in TEXTS {
        let arguments = [json!(part("search")), json!(text), json!(all.len())];
        let told = page.browser().script_until_done(TYPING, &arguments);
        let row: Vec<Keystroke> = serde_json::from_value(told.clone())
            .unwrap_or_else(|error| panic!("The page has not timed “{text}” ({error}): {told}"));
        let count = page.now().count.map_or(0, |count| count.shown);
        assert!(
            row.len() == text.chars().count() && count > 0 && count < total,
            "“{text}” shows {count} of {total} recommendations after {} letters; that is not what is to be timed.",
            row.len()
        );
        if let Some(late) = row.iter().find(|keystroke| keystroke.late > 0) {
            panic!(
                "The page went on changing after “{}” was thought done; `typing.js` must wait longer.",
                late.typed
            );
        }
        all.extend(row);
        page.search("");
    }
    all
}

/// Loads the page anew and gives the milliseconds from the instantiated program
/// to the page that answers. The browser must run [`START`] in each document.
pub fn start(page: &Page) -> f64 {
    page.reload();
    let told = page.browser().script("return window.explorerStart", &[]);
    let told = told.as_f64();
    told.expect("the start was timed")
}

/// What many times come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    pub median: f64,
    /// Nineteen of twenty took at most as long.
    pub high: f64,
    pub worst: f64,
}

impl Summary {
    /// Sums up times, of which there is at least one.
    pub fn of(times: impl IntoIterator<Item = f64>) -> Summary {
        let mut times: Vec<f64> = times.into_iter().collect();
        times.sort_by(f64::total_cmp);
        // The least time that so many of a hundred do not exceed.
        let least = |percent: usize| times[(times.len() * percent).div_ceil(100) - 1];
        Summary {
            median: least(50),
            high: least(95),
            worst: least(100),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_of_the_ranks_and_not_of_the_order_of_measuring() {
        let times = (1..=100).rev().map(f64::from);
        let expected = Summary {
            median: 50.0,
            high: 95.0,
            worst: 100.0,
        };
        assert_eq!(Summary::of(times), expected);
        let one = Summary::of([3.0]);
        assert_eq!([one.median, one.high, one.worst], [3.0; 3]);
    }

    #[test]
    fn enough_letters_are_typed() {
        let letters: usize = TEXTS.iter().map(|text| text.chars().count()).sum();
        assert!(letters >= 100, "{letters}");
    }
}
