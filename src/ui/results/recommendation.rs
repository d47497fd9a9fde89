//! One recommendation as it stands in the page: its text, its topics, and what
//! can be done with it. Nothing here follows the state: the written pages and the
//! app have the same, and [`super::row`] changes what stands there.

use leptos::web_sys::Element;

use crate::data::Recommendation;
use crate::ids;
use crate::messages::{ActionMessages, Names, RecommendationMessages, messages};
use crate::state::static_page::StaticPage;
use crate::store::{STATIC, Store};
use crate::ui::dom::{Node, node, unseen};
use crate::ui::filters::facets::letter;
use crate::ui::results::button::{Action, action};
use crate::ui::results::details::details;
use crate::ui::results::text::text;

/// Where a recommendation is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Among the results, under the heading of its section.
    InSection,
    /// Among the results, where they are not grouped by section.
    Ungrouped,
    /// Beside the results.
    Outside,
}

impl Place {
    /// The rank of its heading, without a step left out.
    pub fn level(self) -> &'static str {
        match self {
            Place::InSection => "4",
            Place::Ungrouped | Place::Outside => "3",
        }
    }
}

/// The recommendation in a place; in the app, which moves it, always that of a
/// section.
pub fn recommendation(store: Store, entry: &'static Recommendation, place: Place) -> Node {
    let number = entry.number;
    let section = store.agenda.section_of(entry);
    let id = section.map_or("", |section| &section.id);
    let heading = ids::heading(number);
    let rank = match place {
        Place::InSection => "h4",
        Place::Ungrouped | Place::Outside => "h3",
    };
    // Of its name, the number is seen.
    let (before, after) = messages().around_number(store.agenda);
    let link = node("a")
        .attr(
            "href",
            &href(store, StaticPage::Recommendation(number), true),
        )
        .child(unseen(&before))
        .text(&number.to_string())
        .child_if((!after.is_empty()).then(|| unseen(after)));
    let section = (place != Place::InSection).then(|| section_name(store, entry));
    let section = section.map(|name| node("p").class(SECTION).text(&name));
    let body = node("div")
        .class("recommendation__body")
        .child_if(section)
        .child(text(store, entry))
        .child(node("ul").class("why").attr("data-part", "why"))
        .child_if(topics(store, number))
        .child(actions(number))
        .child_if(written_details(store, entry, place));
    node("article")
        .class("recommendation")
        .attr("id", &ids::recommendation(number))
        .attr("data-number", &number.to_string())
        .attr("data-cluster", id)
        .attr("aria-labelledby", &heading)
        .attr("data-part", "result")
        .child(
            node(rank)
                .class("recommendation__number")
                .attr("id", &heading)
                .attr("tabindex", "-1")
                .child(link),
        )
        .child(body)
}

/// The details, on the page that a recommendation has of its own.
fn written_details(store: Store, entry: &'static Recommendation, place: Place) -> Option<Node> {
    let is_open = STATIC && store.static_page == StaticPage::Recommendation(entry.number);
    is_open.then(|| {
        details(
            store,
            entry,
            if place == Place::InSection {
                "h5"
            } else {
                "h4"
            },
        )
    })
}

/// The element of a recommendation that the page does not have. Deferred: most pages
/// have them all.
#[inline(never)]
pub fn recommendation_element(store: Store, entry: &'static Recommendation) -> Option<Element> {
    recommendation(store, entry, Place::InSection).element()
}

/// A group of them with its heading.
#[inline(never)]
pub fn recommendation_group(store: Store, section: usize, rows: Vec<Node>) -> Node {
    let sections = store.agenda.section();
    let sections = sections.and_then(|position| store.agenda.facets.get(position));
    let section = sections.and_then(|sections| sections.values.get(section));
    let heading = section.map(|section| {
        node("h3")
            .class("results__cluster")
            .attr("id", &format!("cluster-{}", section.id))
            .attr("data-cluster", &section.id)
            .child_if(letter(section))
            .text(&section.label)
    });
    node("section")
        .class("results__group")
        .child_if(heading)
        .child(node("div").children(rows))
}

/// The selector of all of it but its number.
pub const BODY: &str = ".recommendation__body";

/// The class of the name of its section, which stands where no heading says it.
pub const SECTION: &str = "recommendation__cluster";

/// The name of its section.
pub fn section_name(store: Store, entry: &Recommendation) -> String {
    let sections = store.agenda.section();
    sections.map_or_else(String::new, |sections| {
        messages().value_long(store.agenda, sections, entry.section)
    })
}

/// The address of a page of its own or, where there is none, of the home page that
/// shows the same.
fn href(store: Store, page: StaticPage, has_page: bool) -> String {
    if has_page {
        return store.file(&page.path(store.agenda));
    }
    store.file("?") + &page.query(store.agenda)
}

/// The topics, each a filter: a link, so that it leads somewhere in any page.
fn topics(store: Store, number: u16) -> Option<Node> {
    let position = store.agenda.topic()?;
    let facet = store.agenda.facets.get(position)?;
    let topics = facet.values_of(number).map(|value| {
        let page = StaticPage::Value {
            facet: position,
            value,
        };
        let link = node("a")
            .class("tag")
            .attr("href", &href(store, page, facet.pages))
            .text(&messages().value_short(store.agenda, position, value));
        node("li").child(link)
    });
    let list = node("ul")
        .class("recommendation__themes")
        .attr("aria-label", &facet.label_many);
    Some(list.children(topics))
}

fn actions(number: u16) -> Node {
    let save = action(Action::Save, messages().save(false))
        .attr("data-part", "save")
        .attr("data-number", &number.to_string())
        .attr("aria-pressed", "false");
    let details = action(Action::Details, messages().details()).attr("aria-expanded", "false");
    node("div")
        .class("recommendation__actions")
        .child(save)
        .child(details)
        .child(action(Action::CopyText, messages().copy_text()))
        .child(action(Action::CopyLink, messages().copy_link()))
}
