//! What was done last, with Undo.

use super::Explorer;
use super::focus;
use super::kit::{Node, button, classed, effect, node, switch};
use super::scene::Status;
use crate::browser::page;
use crate::words;

const BY_HAND_ID: &str = "by-hand";

pub fn status_bar(explorer: Explorer) -> Node {
    let key = move || {
        explorer.scene.with(|scene| match scene.status {
            Some(_) => scene.statuses.to_string(),
            None => String::new(),
        })
    };
    classed("div", "status")
        .on("focusin", |event| page::note_focus(&event))
        .view(switch(key, move |_| {
            match explorer.scene.with(|scene| scene.status.clone()) {
                Some(status) => bar(explorer, status),
                None => node("div"),
            }
        }))
}

#[inline(never)]
fn bar(explorer: Explorer, status: Status) -> Node {
    let undo = status.undo.map(|operation| {
        button("status__button", move || {
            focus::back();
            explorer.shelve(operation.clone());
        })
        .attr("data-part", "undo")
        .text(words::UNDO)
    });
    let by_hand = status.by_hand.map(|text| {
        // Once it stands in the page.
        effect(|| page::select_all(BY_HAND_ID));
        classed("textarea", "status__field")
            .attr("id", BY_HAND_ID)
            .attr("rows", "2")
            .attr("readonly", "")
            .attr("aria-label", &status.sentence)
            .text(&text)
    });
    classed("div", "status__bar")
        .child(node("p").text(&status.sentence))
        .maybe(by_hand)
        .maybe(undo)
        .child(
            button("status__button", move || {
                focus::back();
                explorer.scene.update(|scene| scene.status = None)
            })
            .text(words::DISMISS),
        )
}
