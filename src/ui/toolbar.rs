//! What can be done with the results: order them, copy the link to them.

use leptos::prelude::*;

use super::Explorer;
use super::explorer::Status;
use super::kit::{Node, button, classed, when};
use crate::browser::clipboard;
use crate::query::{Page, Question, Sort};
use crate::shelf::Operation;
use crate::words;

pub fn toolbar(explorer: Explorer) -> Node {
    let searching = move || {
        explorer
            .question
            .with(|question| !question.search.is_empty())
    };
    let own_list = move || {
        let saved_page = explorer
            .question
            .with(|question| question.page == Page::Saved);
        saved_page && !explorer.saved().is_empty()
    };
    let copy = button("button", move || {
        copy_link(explorer, explorer.public_link(&shared(explorer)));
    })
    .attr("data-part", "copy-link")
    .live_text(move || {
        let words = match own_list() {
            true => words::COPY_LIST_LINK,
            false => words::COPY_LINK,
        };
        words.to_owned()
    });
    classed("div", "toolbar")
        .view(when(searching, move || order(explorer)))
        .child(copy)
        .view(when(own_list, move || {
            let remove = move || explorer.shelve(Operation::Remove(untrack(|| explorer.saved())));
            button("button", remove).text(words::REMOVE_ALL)
        }))
}

fn order(explorer: Explorer) -> Node {
    let choice = move |sort: Sort, label: &str| {
        let sorted = move || explorer.question.with(Question::sort) == sort;
        button("toolbar__order", move || explorer.sort(sort))
            .state("aria-pressed", sorted)
            .text(label)
    };
    classed("div", "toolbar__orders")
        .attr("role", "group")
        .attr("aria-label", words::SORT)
        .child(choice(Sort::Relevance, words::BY_RELEVANCE))
        .child(choice(Sort::Number, words::BY_NUMBER))
}

/// The question that a link to what is shown carries: on the page of the saved
/// ones the list itself, since nobody else has it.
fn shared(explorer: Explorer) -> Question {
    let question = explorer.question.get_untracked();
    let saved = untrack(|| explorer.saved());
    match question.page {
        Page::Saved if !saved.is_empty() => Question {
            page: Page::List,
            list: saved,
            ..question
        },
        _ => question,
    }
}

/// Copies a link and says whether it worked.
pub fn copy_link(explorer: Explorer, link: String) {
    copy(explorer, link, words::LINK_COPIED, words::SELECT_LINK);
}

/// Copies a text; where the browser refuses, hands it out to be copied by hand.
pub fn copy(explorer: Explorer, text: String, done: &'static str, by_hand: &'static str) {
    leptos::task::spawn_local(async move {
        match clipboard::copy(&text).await {
            Ok(()) => explorer.say(done),
            Err(_) => explorer.tell(Status {
                sentence: by_hand.to_owned(),
                undo: None,
                by_hand: Some(text),
            }),
        }
    });
}
