//! The whole page.

use crate::ids;
use leptos::prelude::*;

use crate::browser::page;
use crate::messages::{AboutMessages, Grammar, Names, SharingMessages, messages};
use crate::state::EmbedPart;
use crate::state::static_page::StaticPage;
use crate::state::{Named, Page};
use crate::store::{Part, STATIC, Store};
use crate::ui::dom::{Node, anchor, keyed, node};
use crate::ui::filters::facets::facets;
use crate::ui::later::later_page;
use crate::ui::layout::alerts::notices;
use crate::ui::layout::gallery::gallery;
use crate::ui::layout::live_region::announcer;
use crate::ui::layout::masthead::{masthead, saved_in_reach};
use crate::ui::layout::site_nav::{alone, contents};
use crate::ui::layout::toast::status_bar;
use crate::ui::lists::list_place;
use crate::ui::pages::about::about;
use crate::ui::pages::compare::comparison;
use crate::ui::pages::documents::documents;
use crate::ui::pages::matrix::matrices;
use crate::ui::pages::statement::statement;
use crate::ui::results::download_menu::formats;
use crate::ui::results::list::{outside, results};
use crate::ui::results::result_count::count;
use crate::ui::results::toolbar::toolbar;
use crate::ui::search::chips::chips;
use crate::ui::search::query_feedback::understood;
use crate::ui::search::search_box::search_box;

/// The id of what only paper has: from where it is, and when.
const PRINTED: &str = "printed";

/// The classes of the pages beside the results.
const PAGE: &str = "page";

/// What stands in the mount point.
pub fn site(store: Store) -> Vec<AnyView> {
    let skip = anchor("#results", messages().skip_to_content())
        .attr("id", "skip")
        .attr("class", "skip")
        .on("click", |event| {
            event.prevent_default();
            page::focus(ids::RESULTS);
        });
    let page = move || store.view_state.with(|view_state| view_state.page);
    let main = node("main")
        .class("site")
        .child(notices(store))
        .view(keyed(
            move || kind(page()).name().to_owned(),
            move |_| {
                // One call, because each would be code of the first load.
                let (part, class, view): (Part, &str, fn(Store) -> Node) = match page() {
                    Page::About => (Part::Views, PAGE, about),
                    Page::Compare => (Part::Views, PAGE, comparison),
                    Page::Matrix => (Part::Views, PAGE, matrices),
                    Page::Documents => (Part::Views, PAGE, documents),
                    Page::Statement => (Part::Statement, PAGE, statement),
                    Page::Gallery => (Part::Gallery, "gallery", gallery),
                    Page::List | Page::Saved => return explore(store),
                };
                later_page(store, part, class, view)
            },
        ))
        .child(status_bar(store))
        .child_if((!STATIC).then(|| printed(store)));
    let part = |part: EmbedPart, view: fn(Store) -> Node| {
        let shown = !store.hides(part);
        shown.then(|| view(store).finish())
    };
    let parts = [
        Some(skip.finish()),
        part(EmbedPart::Header, masthead),
        // Not last: under the end of the page it would make a frame scroll.
        Some(announcer(store).finish()),
        Some(main.finish()),
        Some(footer(store).finish()),
    ];
    parts.into_iter().flatten().collect()
}

/// The page that stands for it: those with results are one.
fn kind(page: Page) -> Page {
    if page.has_results() { Page::List } else { page }
}

fn explore(store: Store) -> Node {
    let part = |part: EmbedPart, view: fn(Store) -> Node| {
        let shown = !store.hides(part);
        shown.then(|| view(store))
    };
    let side = node("div")
        .class("explore__side")
        .child_if(part(EmbedPart::Search, search_box))
        .child_if(part(EmbedPart::Facets, facets))
        .child_if((!store.is_embedded()).then(|| saved_in_reach(store)));
    let bare = store.hides(EmbedPart::Search) && store.hides(EmbedPart::Facets);
    // Without filters beside it the search stands above the list. The page of the lists
    // has them folded up.
    let class = move || {
        let is_narrow = store.hides(EmbedPart::Facets)
            || store
                .view_state
                .with(|it| it.page == Page::Saved && !it.embed);
        let class = if is_narrow {
            "explore explore--narrow"
        } else {
            "explore"
        };
        Some(class.to_owned())
    };
    let whole = node("div")
        .live_attr("class", class)
        .child_if((!bare).then_some(side));
    if STATIC {
        let main = match store.static_page {
            StaticPage::Recommendation(number) => alone(store, number),
            StaticPage::Home | StaticPage::Value { .. } => column(store),
        };
        return whole.child(main).child(contents(store));
    }
    whole.child(column(store))
}

/// The results, with what is said of them above.
fn column(store: Store) -> Node {
    let has_tools = !store.hides(EmbedPart::Toolbar);
    let formats = (has_tools && !STATIC && !store.is_embedded()).then(|| formats(store));
    // It stands below the search field where there is one.
    let explanation = if store.hides(EmbedPart::Search) {
        understood(store)
    } else {
        ().into_any()
    };
    let head = node("div")
        .class(if has_tools {
            "explore__head explore__head--tools"
        } else {
            "explore__head"
        })
        .child(count(store))
        .child_if(has_tools.then(|| toolbar(store)))
        .child_if(formats);
    node("section")
        .class("explore__main")
        .attr("aria-labelledby", ids::RESULTS)
        .view(list_place(store))
        .child(head)
        .view(chips(store))
        .view(explanation)
        .child(outside(store))
        .child(results(store))
}

/// From where a page on paper is, and when it was printed.
fn printed(store: Store) -> Node {
    let tell = move |_| {
        let link = store.public_link(&store.shared_view());
        page::set_text(PRINTED, &messages().printed(&link, &page::now()));
    };
    page::listen("beforeprint", Box::new(tell));
    node("p").class("printed").attr("id", PRINTED)
}

fn footer(store: Store) -> Node {
    let source = &store.agenda.source;
    let licence = anchor(&source.licence_url, &source.licence);
    // The licence asks for this much, wherever the text stands.
    if store.hides(EmbedPart::Footer) {
        let line = node("p")
            .text(&messages().text_of(&source.publisher_short))
            .text(messages().separator())
            .child(licence)
            .text(messages().separator())
            .child(full_page(store, false));
        return node("footer").class("footer").child(line);
    }
    let text = node("p").text(&source.attribution).text(" ").child(licence);
    if store.is_embedded() {
        return node("footer")
            .class("footer")
            .child(text)
            .child(node("p").child(full_page(store, true)));
    }
    let independence = store.agenda.site.independence.as_deref();
    let links = node("p")
        .text(independence.unwrap_or_default())
        .text(" ")
        .child(anchor(&source.url, &messages().official_page(store.agenda)))
        .text(messages().separator())
        .child(anchor(
            &store.file("data/agenda.json"),
            messages().open_data(),
        ));
    node("footer").class("footer").child(text).child(links)
}

/// The way out of a frame. Where there is room its address can be read, because
/// some frames let no link out.
fn full_page(store: Store, readable: bool) -> Node {
    let address = move || {
        store
            .view_state
            .with(|view_state| store.public_link(view_state))
    };
    let shown = move || {
        let address = address();
        let bare = address.split_once(':').map_or("", |(_, bare)| bare);
        let bare = bare.trim_start_matches('/');
        messages().full_page(if readable { bare } else { "" })
    };
    node("a")
        .attr("rel", "noopener")
        .attr("target", "_blank")
        .live_attr("href", move || Some(address()))
        .live_text(shown)
}
