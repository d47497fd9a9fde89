//! Tells those who do not see the page how many results there are, once they
//! have stopped typing.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::Explorer;
use super::count::sentence;
use super::kit::{Node, classed, effect};
use super::understood::corrections;

/// How long a change must stand before it is told.
const PAUSE: Duration = Duration::from_millis(800);

pub fn announcer(explorer: Explorer) -> Node {
    // The first one is the page itself and not news.
    let news = AtomicBool::new(false);
    effect(move || {
        let corrections = corrections(explorer).into_iter();
        let mut told: Vec<String> = corrections.map(|(_, _, told)| told).collect();
        told.push(sentence(explorer));
        let sentence = told.join(" ");
        if news.swap(true, Ordering::Relaxed) {
            let tell = move || explorer.scene.update(|scene| scene.announced = sentence);
            explorer.announcing.start(PAUSE, tell);
        }
    });
    classed("p", "visually-hidden")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .attr("aria-atomic", "true")
        .live_text(move || explorer.scene.with(|scene| scene.announced.clone()))
}
