//! The whole page.

use leptos::prelude::*;

use super::about::about;
use super::announcer::announcer;
use super::chips::chips;
use super::count::{self, count};
use super::documents::documents;
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
use crate::pages::OwnPage;
use crate::query::{Named, Page};
use crate::words;

/// What stands in the mount point.
pub fn site(explorer: Explorer) -> Vec<AnyView> {
    let skip = anchor("#results", words::SKIP)
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
        ));
    vec![
        skip.finish(),
        masthead(explorer).finish(),
        main.finish(),
        footer(explorer).finish(),
        status_bar(explorer).finish(),
        announcer(explorer).finish(),
    ]
}

/// The page that stands for it: those with results are one.
fn kind(page: Page) -> Page {
    match page {
        Page::About | Page::Documents => page,
        Page::List | Page::Saved | Page::Matrix | Page::Compare => Page::List,
    }
}

fn explore(explorer: Explorer) -> Node {
    let side = classed("div", "explore__side")
        .child(search_box(explorer))
        .child(facets(explorer));
    let whole = classed("div", "explore").child(side);
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
    let head = classed("div", "explore__head")
        .child(count(explorer))
        .child(toolbar(explorer));
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

fn footer(explorer: Explorer) -> Node {
    let source = &explorer.agenda.source;
    let text = node("p")
        .text(&source.attribution)
        .text(" ")
        .child(anchor(&source.licence_url, &source.licence));
    let links = node("p")
        .text(words::INDEPENDENT)
        .text(" ")
        .child(anchor(&source.url, words::OFFICIAL_PAGE))
        .text(" · ")
        .child(anchor(&explorer.file("data/agenda.json"), words::OPEN_DATA));
    classed("footer", "footer").child(text).child(links)
}
