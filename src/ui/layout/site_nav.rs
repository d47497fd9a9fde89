//! What pages of their own have until the app takes over: the ways to the other
//! pages, and the one recommendation that a page is about.

use crate::data::Facet;
use crate::ids;
use crate::messages::{FilterMessages, MetadataMessages, Names, messages};
use crate::state::static_page::StaticPage;
use crate::store::Store;
use crate::ui::dom::{Node, node};
use crate::ui::filters::facets::{self, letter};
use crate::ui::link::page_link;
use crate::ui::results::recommendation::{Place, recommendation};

/// A recommendation alone.
pub fn alone(store: Store, number: u16) -> Node {
    let agenda = store.agenda;
    let heading = node("h2")
        .class("count")
        .attr("id", ids::RESULTS)
        .attr("tabindex", "-1")
        .text(&messages().one_of(agenda, number));
    let entry = agenda.recommendation(number);
    let entry = entry.map(|entry| recommendation(store, entry, Place::Ungrouped));
    node("section")
        .class("explore__main")
        .attr("aria-labelledby", ids::RESULTS)
        .child(node("div").class("explore__head").child(heading))
        .child(node("div").class("results").child_if(entry))
}

/// Links to the pages of sections and topics, in the form of the filters that will
/// take their place.
pub fn contents(store: Store) -> Node {
    let facets = store.agenda.facets.iter().enumerate();
    let listed = facets.filter(|(_, facet)| facet.is_listed());
    let groups = listed.map(|(position, facet)| group(store, position, facet));
    node("nav")
        .class("contents")
        .attr("id", facets::CONTENTS_ID)
        .attr("aria-label", &messages().contents(store.agenda))
        .children(groups)
}

fn group(store: Store, position: usize, facet: &'static Facet) -> Node {
    let mut values = node("div").class("facet__values");
    if facet.any_all {
        // The rendered of a switch that nothing would work yet.
        values = values.child(
            node("p")
                .class("facet__match")
                .text(&messages().match_all(facet)),
        );
    }
    let mut heading = None;
    for (value, entry) in facet.values.iter().enumerate() {
        if let Some(group) = entry.group.as_ref().filter(|group| heading != Some(*group)) {
            values = values.child(facets::heading(group));
            heading = Some(group);
        }
        let page = StaticPage::Value {
            facet: position,
            value,
        };
        let mut link = page_link(store, page).attr("class", "facet__value");
        if page == store.static_page {
            link = link.attr("aria-current", "page");
        }
        let carried = entry.tags.len();
        values = values.child(
            link.child(node("span").class("facet__room"))
                .child_if(letter(entry))
                .child(node("span").class("facet__name").text(&entry.label))
                .child(
                    node("span")
                        .class("facet__count")
                        .text(&carried.to_string()),
                ),
        );
    }
    facets::folded(facet, None).child(values)
}
