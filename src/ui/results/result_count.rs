//! The one sentence that says how many of how many are shown.

use super::Explorer;
use super::kit::{Node, classed};
use crate::words;

/// The id of the sentence, which is the heading of the results.
pub const ID: &str = "results";

pub fn count(explorer: Explorer) -> Node {
    let shown = move || explorer.view.with(|view| view.matched);
    let total = move || explorer.view.with(|view| view.total);
    classed("h2", "count")
        .attr("id", ID)
        .attr("tabindex", "-1")
        .attr("data-part", "count")
        .live_attr("data-shown", move || Some(shown().to_string()))
        .live_attr("data-total", move || Some(total().to_string()))
        .live_text(move || sentence(explorer))
}

/// How many of how many are shown.
pub fn sentence(explorer: Explorer) -> String {
    let (shown, total) = explorer.view.with(|view| (view.matched, view.total));
    explorer
        .question
        .with(|question| words::count(question, shown, total))
}
