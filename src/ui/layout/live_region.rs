//! Tells those who do not see the page what changes on it: what was done, at
//! once; how many results there are, once they have stopped typing. The one live
//! region of the page: several are heard in any order.

use std::cell::Cell;
use std::time::Duration;

use super::Explorer;
use super::count::sentence;
use super::kit::{Node, classed, effect};
use super::understood::corrections;

/// How long a change must stand before it is told.
const PAUSE: Duration = Duration::from_millis(800);

pub fn announcer(explorer: Explorer) -> Node {
    // The first one is the page itself and not news.
    let last = Cell::new(None);
    effect(move || {
        let corrections = corrections(explorer).into_iter();
        let mut told: Vec<String> = corrections.map(|(_, _, told)| told).collect();
        told.push(sentence(explorer));
        let sentence = told.join(" ");
        // Also where the next letter changes nothing, it is not yet told.
        explorer.question.with(|_| ());
        let before = last.replace(Some(sentence.clone()));
        let waiting = explorer.announcing.stop();
        if before.is_some_and(|before| waiting || before != sentence) {
            let tell = move || explorer.announce(sentence);
            explorer.announcing.start(PAUSE, tell);
        }
    });
    classed("p", "visually-hidden")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .attr("aria-atomic", "true")
        .live_text(move || explorer.scene.with(|scene| scene.announced.clone()))
}
