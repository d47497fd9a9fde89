//! What is said above the results about the list that they are from: the one
//! that came with a link, or the reader's own.

use leptos::prelude::*;

use super::Explorer;
use super::focus;
use super::kit::{button, classed, node, when};
use crate::query::Page;
use crate::shelf::Operation;
use crate::words;

pub fn list_banner(explorer: Explorer) -> AnyView {
    let list = move || {
        explorer.question.with(|question| match question.page {
            // In a frame it is the other site's choice, not a link that was opened.
            _ if question.embed => Vec::new(),
            Page::Saved => Vec::new(),
            _ => question.list.clone(),
        })
    };
    let new = move || {
        let saved = explorer.saved();
        let list = list();
        list.iter().filter(|number| !saved.contains(number)).count()
    };
    when(
        move || !list().is_empty(),
        move || {
            let save = button("button", move || {
                explorer.shelve(Operation::Save(untrack(list)));
            });
            let leave = button("button", move || {
                explorer.commit(|question| question.list.clear());
                focus::heading();
            });
            classed("div", "banner")
                .child(node("p").live_text(move || words::list_from_link(list().len())))
                .child(
                    save.state("aria-disabled", move || new() == 0)
                        .live_text(move || words::save_list(new())),
                )
                .child(leave.text(words::SHOW_ALL))
        },
    )
}

/// Where the reader's own list is kept, and how it goes elsewhere.
pub fn saved_note(explorer: Explorer) -> AnyView {
    let shown = move || {
        let saved_page = explorer
            .question
            .with(|question| question.page == Page::Saved);
        saved_page && !explorer.saved().is_empty()
    };
    // Browsers keep a storage apart for each site that has the frame.
    let note = match explorer.is_embedded() {
        true => words::SAVED_IN_FRAME,
        false => words::SAVED_HERE,
    };
    when(shown, move || classed("p", "banner__note").text(note))
}
