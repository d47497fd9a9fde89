//! The whole page, and its start.

use leptos::prelude::*;

use super::Explorer;
use super::about::about;
use super::announcer::announcer;
use super::chips::chips;
use super::count::{self, count};
use super::documents::documents;
use super::facets::facets;
use super::kit::{Node, anchor, classed, node, switch};
use super::list_banner::{list_banner, saved_note};
use super::masthead::masthead;
use super::mirror::mirror;
use super::notices::notices;
use super::results::{outside, results};
use super::search::search_box;
use super::status::status_bar;
use super::toolbar::{listen_to_studio, toolbar};
use super::understood::understood;
use crate::agenda::Agenda;
use crate::browser::page;
use crate::embedded;
use crate::query::{Named, Page};
use crate::words;

/// Mounts the page. What keeps it from starting is told by the boot script.
pub fn start() {
    std::panic::set_hook(Box::new(|info| page::report_failure(&info.to_string())));
    let Some(place) = page::mount_point() else {
        return page::report_failure("The page has no element with the id “app”.");
    };
    let agenda = match embedded::agenda() {
        Ok(agenda) => agenda,
        Err(_) => return page::report_failure("The embedded data can't be read."),
    };
    // It is needed as long as the page lives.
    let agenda: &'static Agenda = Box::leak(Box::new(agenda));
    let mounted = leptos::mount::mount_to(place, move || {
        let explorer = Explorer::start(agenda);
        mirror(explorer);
        listen_to_studio(explorer);
        site(explorer)
    });
    mounted.forget();
    page::set_root("data-state", "ready");
}

fn site(explorer: Explorer) -> Vec<AnyView> {
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
    let head = classed("div", "explore__head")
        .child(count(explorer))
        .child(toolbar(explorer));
    let main = classed("section", "explore__main")
        .attr("aria-labelledby", count::ID)
        .view(list_banner(explorer))
        .child(head)
        .view(saved_note(explorer))
        .view(chips(explorer))
        .view(understood(explorer))
        .view(outside(explorer))
        .child(results(explorer));
    classed("div", "explore").child(side).child(main)
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
        .child(anchor("data/agenda.json", words::OPEN_DATA));
    classed("footer", "footer").child(text).child(links)
}
