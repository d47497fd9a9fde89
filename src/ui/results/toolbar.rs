//! What can be done with the results: order them, copy the link to them, hand
//! them on.

use leptos::prelude::*;

use super::Explorer;
use super::export::export_button;
use super::focus;
use super::kit::{Node, button, classed, when};
use super::scene::Status;
use crate::browser::{clipboard, page};
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
    // On the pages of others these are left to the full page.
    let full = |part: fn(Explorer) -> Node| (!explorer.is_embedded()).then(|| part(explorer));
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
        .maybe(full(share))
        .maybe(full(export_button))
        .view(when(own_list, move || {
            let remove = move || {
                explorer.shelve(Operation::Remove(untrack(|| explorer.saved())));
                focus::heading();
            };
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

/// Opens the dialog for sharing and embedding, which is not part of the app.
fn share(explorer: Explorer) -> Node {
    let ask = move || {
        let numbers = explorer.shown().into_iter();
        let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
        let mut view = explorer.public_link(&shared(explorer));
        view.push('#');
        view.push_str(&numbers.join("_"));
        explorer.scene.update(|scene| scene.sharing = true);
        page::ask_for_studio(&view);
    };
    button("button", ask)
        .attr("data-part", "share")
        .state("aria-busy", move || {
            explorer.scene.with(|scene| scene.sharing)
        })
        .text(words::SHARE)
}

/// Listens to whether that dialog has opened.
pub fn listen_to_studio(explorer: Explorer) {
    page::listen_to_studio(move |opened| {
        explorer.scene.update(|scene| scene.sharing = false);
        if !opened {
            explorer.say(words::NO_STUDIO);
        }
    });
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
