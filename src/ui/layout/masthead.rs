//! The head of the page: its name and its pages.

use crate::ids;
use crate::messages::{Names, messages};
use crate::state::Page;
use crate::store::Store;
use crate::ui::dom::{Node, button, node};
use crate::ui::link::question_link;
use crate::ui::sheet;

pub fn masthead(store: Store) -> Node {
    let embedded = store.is_embedded();
    let what = (!embedded).then(|| {
        let tagline = messages().tagline(store.agenda);
        node("span").class("masthead__what").text(&tagline)
    });
    let home = question_link(store, move || store.question_of(Page::List))
        .attr("id", "home")
        .text(&store.agenda.title)
        .text(" ")
        .child_if(what);
    let pages = node("nav")
        .class("masthead__pages")
        .attr("id", sheet::PAGES)
        .attr("aria-label", messages().pages())
        .child(page_link(store, Page::List).text(&messages().page_of_all(store.agenda)))
        .child(with_saved(store, page_link(store, Page::Saved)));
    // Another site takes the recommendations and what its readers do with them;
    // the rest is on the full page.
    let pages = if embedded {
        pages
    } else {
        let documents = store
            .agenda
            .has_documents
            .then(|| page_link(store, Page::Documents).text(messages().page_of_documents()));
        let matrix = page_link(store, Page::Matrix).text(messages().page_of_matrix());
        pages
            .child(matrix)
            .child_if(documents)
            .child(page_link(store, Page::Statement).text(messages().page_of_statement()))
            .child(page_link(store, Page::About).text(messages().page_of_about()))
    };
    // It comes first, to stand beside the name where the pages have no room.
    let menu = (!embedded).then(|| {
        button("button masthead__menu", move || {
            sheet::ask(store, sheet::PAGES)
        })
        .attr("aria-haspopup", "dialog")
        .text(messages().menu())
    });
    let inner = node("div")
        .class("masthead__inner")
        .child_if(menu)
        .child(node("h1").class("masthead__name").child(home))
        .child(pages);
    node("header").class("masthead").child(inner)
}

/// The link to what is saved that stays in reach on narrow screens.
pub fn saved_in_reach(store: Store) -> Node {
    let link = question_link(store, move || store.question_of(Page::Saved));
    with_saved(store, link.class("button saved-link"))
}

/// A link to what is saved, with its name and how many are.
fn with_saved(store: Store, link: Node) -> Node {
    let saved = move || store.saved().len().to_string();
    let badge = node("span")
        .class("masthead__saved")
        .attr("data-part", "saved-count")
        .live_attr("data-count", move || Some(saved()))
        .live_text(saved);
    link.text(messages().page_of_saved()).text(" ").child(badge)
}

fn page_link(store: Store, page: Page) -> Node {
    let current = move || store.view_state.with(|view_state| view_state.page) == page;
    question_link(store, move || store.question_of(page))
        .attr("id", &ids::page_link(page))
        .attr("class", "masthead__page")
        .live_attr("aria-current", move || current().then(|| "page".to_owned()))
}
