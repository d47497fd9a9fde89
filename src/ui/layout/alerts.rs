//! What the reader must know: a link not fully understood, storage refused,
//! stored data that can't be read.

use super::Explorer;
use super::focus;
use super::kit::{Node, button, classed, node, switch, when};
use crate::browser::file;
use crate::words;

pub fn notices(explorer: Explorer) -> Node {
    let remarks = move || explorer.scene.with(|scene| words::remarks(&scene.remarks));
    let trouble = move || explorer.kept.with(|kept| kept.trouble);
    let unreadable = move || explorer.kept.with(|kept| !kept.unreadable.is_empty());
    classed("div", "notices")
        .view(switch(
            move || remarks().join("\n"),
            move |told| {
                if told.is_empty() {
                    return node("div");
                }
                let dismiss = button("button", move || {
                    explorer.forget_remarks();
                    focus::heading();
                });
                let items = told.split('\n').map(|told| node("li").text(told));
                notice(words::REMARKS_INTRO)
                    .child(node("ul").children(items))
                    .child(dismiss.text(words::DISMISS))
            },
        ))
        .view(switch(
            move || trouble().map(words::trouble).unwrap_or_default().to_owned(),
            |told| match told {
                "" => node("div"),
                _ => notice(told),
            },
        ))
        .view(when(unreadable, move || {
            let discard = button("button", move || {
                explorer.discard_unreadable();
                focus::heading();
            });
            notice(words::UNREADABLE)
                .child(button("button", move || download(explorer)).text(words::DOWNLOAD))
                .child(discard.text(words::DISCARD))
        }))
}

fn notice(told: &str) -> Node {
    classed("div", "notice")
        .attr("data-part", "notice")
        .child(node("p").text(told))
}

#[inline(never)]
fn download(explorer: Explorer) {
    let text = explorer
        .kept
        .with_untracked(|kept| kept.unreadable.join("\n"));
    if file::download("agenda-explorer-saved.txt", "text/plain", &text).is_err() {
        explorer.say(words::NOT_DOWNLOADED);
    }
}
