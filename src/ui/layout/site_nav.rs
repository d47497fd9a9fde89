//! What pages of their own have until the app takes over: the ways to the other
//! pages, and the one recommendation that a page is about.

use super::Explorer;
use super::count;
use super::facets::{self, letter};
use super::kit::{Node, classed, node};
use super::link::page_link;
use super::recommendation::{Place, recommendation};
use crate::agenda::CLUSTER;
use crate::pages::{OwnPage, themes};
use crate::words;

/// A recommendation alone.
pub fn alone(explorer: Explorer, number: u16) -> Node {
    let agenda = explorer.agenda;
    let heading = classed("h2", "count")
        .attr("id", count::ID)
        .attr("tabindex", "-1")
        .text(&words::one_of(number, agenda));
    let entry = agenda.recommendation(number);
    let entry = entry.map(|entry| recommendation(explorer, entry, Place::InRow));
    classed("section", "explore__main")
        .attr("aria-labelledby", count::ID)
        .child(classed("div", "explore__head").child(heading))
        .child(classed("div", "results").maybe(entry))
}

/// The ways to the pages of all clusters and themes, in the form of the filters
/// that will take their place.
pub fn contents(explorer: Explorer) -> Node {
    let clusters = group(explorer, CLUSTER);
    let themes = themes(explorer.agenda).map(|facet| group(explorer, facet));
    classed("nav", "contents")
        .attr("id", facets::CONTENTS_ID)
        .attr("aria-label", words::CONTENTS)
        .child(clusters)
        .maybe(themes)
}

fn group(explorer: Explorer, position: usize) -> Node {
    let Some(facet) = explorer.agenda.facets.get(position) else {
        return node("div");
    };
    let mut values = classed("div", "facet__values");
    if facet.switchable {
        // The room of a switch that nothing would work yet.
        values = values.child(classed("p", "facet__match").text(words::MATCH_ALL));
    }
    let mut heading = None;
    for (value, entry) in facet.values.iter().enumerate() {
        if let Some(group) = entry.group.as_ref().filter(|group| heading != Some(*group)) {
            values = values.child(facets::heading(group));
            heading = Some(group);
        }
        let page = OwnPage::Value {
            facet: position,
            value,
        };
        let mut link = page_link(explorer, page).attr("class", "facet__value");
        if page == explorer.own_page {
            link = link.attr("aria-current", "page");
        }
        let carried = entry.tags.len();
        values = values.child(
            link.child(classed("span", "facet__room"))
                .maybe((position == CLUSTER).then(|| letter(&entry.id)))
                .child(classed("span", "facet__name").text(&entry.label))
                .child(classed("span", "facet__count").text(&carried.to_string())),
        );
    }
    facets::folded(facet, None).child(values)
}
