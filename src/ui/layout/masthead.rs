//! The head of the page: its name and its pages.

use super::Explorer;
use super::kit::{Node, classed};
use super::link::question_link;
use crate::query::Page;
use crate::words;

pub fn masthead(explorer: Explorer) -> Node {
    let embedded = explorer.is_embedded();
    let what = (!embedded).then(|| classed("span", "masthead__what").text(words::TAGLINE));
    let home = question_link(explorer, move || explorer.question_of(Page::List))
        .attr("id", "home")
        .text(&explorer.agenda.title)
        .text(" ")
        .maybe(what);
    let saved = move || explorer.saved().len().to_string();
    let badge = classed("span", "masthead__saved")
        .attr("data-part", "saved-count")
        .live_attr("data-count", move || Some(saved()))
        .live_text(saved);
    let pages = classed("nav", "masthead__pages")
        .attr("aria-label", words::PAGES)
        .child(page_link(explorer, Page::List).text(words::EXPLORE))
        .child(
            page_link(explorer, Page::Saved)
                .text(words::SAVED)
                .text(" ")
                .child(badge),
        );
    // Another site takes the recommendations and what its readers do with them;
    // the rest is on the full page.
    let pages = match embedded {
        true => pages,
        false => pages
            .child(page_link(explorer, Page::Documents).text(words::DOCUMENTS))
            .child(page_link(explorer, Page::About).text(words::ABOUT)),
    };
    let inner = classed("div", "masthead__inner")
        .child(classed("h1", "masthead__name").child(home))
        .child(pages);
    classed("header", "masthead").child(inner)
}

fn page_link(explorer: Explorer, page: Page) -> Node {
    let current = move || explorer.question.with(|question| question.page) == page;
    question_link(explorer, move || explorer.question_of(page))
        .attr("id", &words::page_link_id(page))
        .attr("class", "masthead__page")
        .live_attr("aria-current", move || current().then(|| "page".to_owned()))
}
