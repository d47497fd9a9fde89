//! What pages of their own have until the app takes over: the ways to the other
//! pages, and the one recommendation that a page is about.

use super::Explorer;
use super::count;
use super::facets::letter;
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

/// The ways to the pages of all clusters and themes.
pub fn contents(explorer: Explorer) -> Node {
    let clusters = group(explorer, CLUSTER, words::CLUSTERS);
    let themes = themes(explorer.agenda).map(|facet| group(explorer, facet, words::THEMES));
    classed("nav", "contents")
        .attr("aria-label", words::CONTENTS)
        .child(clusters)
        .maybe(themes)
}

fn group(explorer: Explorer, position: usize, label: &str) -> Node {
    let facet = explorer.agenda.facets.get(position);
    let values = facet.into_iter().flat_map(|facet| &facet.values);
    let links = values.enumerate().map(|(value, entry)| {
        let page = OwnPage::Value {
            facet: position,
            value,
        };
        let mut link = page_link(explorer, page);
        if page == explorer.own_page {
            link = link.attr("aria-current", "page");
        }
        node("li")
            .maybe((position == CLUSTER).then(|| letter(&entry.id)))
            .child(link.text(&entry.label))
    });
    classed("section", "contents__group")
        .child(classed("h2", "contents__label").text(label))
        .child(classed("ul", "contents__list").children(links))
}
