//! Tells those who do not see the page what changes on it: what was done, at
//! once; how many results there are, once they have stopped typing. The one live
//! region of the page: several are heard in any order.

use std::time::Duration;

use crate::messages::{Grammar, messages};
use crate::store::Store;
use crate::store::effect::Following;
use crate::ui::dom::{Node, node};
use crate::ui::results::result_count::sentence;
use crate::ui::search::query_feedback;

/// How long a change must stand before it is told.
const PAUSE: Duration = Duration::from_millis(800);

pub fn announcer(store: Store) -> Node {
    node("p")
        .class("visually-hidden")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .attr("aria-atomic", "true")
        .live_text(move || {
            store
                .transient
                .with(|transient| transient.announced.clone())
        })
        .bind(move |_| announce_changes(store))
}

/// Announces what is found whenever it has changed for a while.
fn announce_changes(store: Store) -> Following {
    // The first one is the page itself and not news.
    let mut last = None;
    Following::new(move || {
        let mut sentences = query_feedback::news(store);
        sentences.push(sentence(store));
        let sentence = messages().sentences(&sentences);
        // Also where the next letter changes nothing, it is not yet told.
        store.view_state.with(|_| ());
        let before = last.replace(sentence.clone());
        let waiting = store.announcing.stop();
        if before.is_some_and(|before| waiting || before != sentence) {
            let tell = move || store.announce(sentence);
            store.announcing.start(PAUSE, tell);
        }
    })
}
