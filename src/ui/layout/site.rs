//! The whole page.

use leptos::prelude::*;

use super::about::about;
use super::announcer::announcer;
use super::chips::chips;
use super::count::{self, count};
use super::documents::documents;
use super::export::formats;
use super::facets::facets;
use super::kit::{Node, anchor, classed, node, switch};
use super::list_banner::{list_banner, saved_note};
use super::masthead::masthead;
use super::notices::notices;
use super::own_page::{alone, contents};
use super::results::{outside, results};
use super::search::search_box;
use super::status::status_bar;
use super::toolbar::toolbar;
use super::understood::understood;
use super::{Explorer, STATIC};
use crate::browser::page;
use crate::frame::Part;
use crate::pages::OwnPage;
use crate::query::{Named, Page};
use crate::words;

/// The id of what only paper has: from where it is, and when.
const PRINTED: &str = "printed";

/// What stands in the mount point.
pub fn site(explorer: Explorer) -> Vec<AnyView> {
    let skip = anchor("#results", words::SKIP)
        .attr("id", "skip")
        .attr("class", "skip")
        .on("click", |event| {
            event.prevent_default();
            page::focus(count::ID);
        });
    let page = move || explorer.question.with(|question| question.page);
    let main = classed("main", "site")
        .child(notices(explorer))
        .view(switch(
            move || kind(page()).name().to_owned(),
            move |_| match kind(page()) {
                Page::About => about(explorer),
                Page::Documents => documents(explorer),
                _ => explore(explorer),
            },
        ))
        .child(status_bar(explorer))
        .maybe((!STATIC).then(|| printed(explorer)));
    let part = |part: Part, view: fn(Explorer) -> Node| {
        let shown = !explorer.hides(part);
        shown.then(|| view(explorer).finish())
    };
    let parts = [
        Some(skip.finish()),
        part(Part::Header, masthead),
        // Not last: under the end of the page it would make a frame scroll.
        Some(announcer(explorer).finish()),
        Some(main.finish()),
        part(Part::Footer, footer),
    ];
    parts.into_iter().flatten().collect()
}

/// The page that stands for it: those with results are one.
fn kind(page: Page) -> Page {
    match page {
        Page::About | Page::Documents => page,
        Page::List | Page::Saved | Page::Matrix | Page::Compare => Page::List,
    }
}

fn explore(explorer: Explorer) -> Node {
    let part = |part: Part, view: fn(Explorer) -> Node| {
        let shown = !explorer.hides(part);
        shown.then(|| view(explorer))
    };
    let side = classed("div", "explore__side")
        .maybe(part(Part::Search, search_box))
        .maybe(part(Part::Facets, facets));
    let bare = explorer.hides(Part::Search) && explorer.hides(Part::Facets);
    let whole = classed("div", "explore").maybe((!bare).then_some(side));
    if STATIC {
        let main = match explorer.own_page {
            OwnPage::Recommendation(number) => alone(explorer, number),
            OwnPage::Home | OwnPage::Value { .. } => column(explorer),
        };
        return whole.child(main).child(contents(explorer));
    }
    whole.child(column(explorer))
}

/// The results, with what is said of them above.
fn column(explorer: Explorer) -> Node {
    let has_tools = !explorer.hides(Part::Toolbar);
    let formats = (has_tools && !STATIC && !explorer.is_embedded()).then(|| formats(explorer));
    let head = classed("div", "explore__head")
        .child(count(explorer))
        .maybe(has_tools.then(|| toolbar(explorer)))
        .maybe(formats);
    classed("section", "explore__main")
        .attr("aria-labelledby", count::ID)
        .view(list_banner(explorer))
        .child(head)
        .view(saved_note(explorer))
        .view(chips(explorer))
        .view(understood(explorer))
        .view(outside(explorer))
        .child(results(explorer))
}

/// From where a page on paper is, and when it was printed.
fn printed(explorer: Explorer) -> Node {
    let tell = move |_| {
        let link = explorer
            .question
            .with_untracked(|question| explorer.public_link(question));
        page::set_text(PRINTED, &words::printed(&link, &page::now()));
    };
    page::listen("beforeprint", Box::new(tell));
    classed("p", "printed").attr("id", PRINTED)
}

fn footer(explorer: Explorer) -> Node {
    let source = &explorer.agenda.source;
    let text = node("p")
        .text(&source.attribution)
        .text(" ")
        .child(anchor(&source.licence_url, &source.licence));
    if explorer.is_embedded() {
        return classed("footer", "footer")
            .child(text)
            .child(full_page(explorer));
    }
    let links = node("p")
        .text(words::INDEPENDENT)
        .text(" ")
        .child(anchor(&source.url, words::OFFICIAL_PAGE))
        .text(" · ")
        .child(anchor(&explorer.file("data/agenda.json"), words::OPEN_DATA));
    classed("footer", "footer").child(text).child(links)
}

/// The way out of a frame. Its address can be read, because some frames let no
/// link out.
fn full_page(explorer: Explorer) -> Node {
    let address = move || {
        explorer
            .question
            .with(|question| explorer.public_link(question))
    };
    let shown = move || {
        let address = address();
        let bare = address.split_once("://").map_or("", |(_, bare)| bare);
        words::full_page(bare)
    };
    let link = node("a")
        .attr("rel", "noopener")
        .attr("target", "_blank")
        .live_attr("href", move || Some(address()))
        .live_text(shown);
    node("p").child(link)
}
