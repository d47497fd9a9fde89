//! One recommendation: its text, its themes, and what can be done with it.

use leptos::prelude::*;

use super::details::details;
use super::kit::{Node, button, classed, node, when};
use super::link::{page_link, question_link};
use super::text::text;
use super::toolbar::{copy, copy_link};
use super::why::{why, why_button};
use super::{Explorer, STATIC};
use crate::agenda::Recommendation;
use crate::pages::OwnPage;
use crate::query::{Page, Question};
use crate::shelf::Operation;
use crate::words;

/// Where a recommendation is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Among the results, under the heading of its cluster.
    InCluster,
    /// Among the results, in a row of several clusters.
    InRow,
    /// Beside the results.
    Outside,
}

impl Place {
    /// The ranks of its heading and of those under it, without a step left out.
    fn headings(self) -> (&'static str, &'static str) {
        match self {
            Place::InCluster => ("h4", "h5"),
            Place::InRow | Place::Outside => ("h3", "h4"),
        }
    }
}

pub fn recommendation(explorer: Explorer, entry: &'static Recommendation, place: Place) -> Node {
    let number = entry.number;
    let cluster = explorer.agenda.cluster(entry);
    let id = cluster.map_or("", |cluster| &cluster.id);
    let heading = words::heading_id(number);
    let (rank, lower_rank) = place.headings();
    let open = move || {
        explorer
            .question
            .with(|question| question.open == Some(number))
    };
    let here = move || match STATIC {
        true => explorer.question_on(number),
        false => Question {
            open: Some(number),
            ..explorer.question.get()
        },
    };
    let link = question_link(explorer, here)
        .child(classed("span", "visually-hidden").text(words::RECOMMENDATION_SPACE))
        .text(&number.to_string());
    let named = cluster
        .filter(|_| place != Place::InCluster)
        .map(|cluster| {
            let name = words::cluster_with_title(&cluster.id, &cluster.label);
            classed("p", "recommendation__cluster").text(&name)
        });
    let body = classed("div", "recommendation__body")
        .maybe(named)
        .child(text(explorer, entry))
        .view(why(explorer, entry))
        .maybe(themes(explorer, number))
        .child(actions(explorer, entry))
        .view(when(open, move || details(explorer, entry, lower_rank)));
    let article = classed("article", "recommendation")
        .attr("id", &words::recommendation_id(number))
        .attr("data-number", &number.to_string())
        .attr("data-cluster", id)
        .attr("aria-labelledby", &heading)
        .child(
            classed(rank, "recommendation__number")
                .attr("id", &heading)
                .attr("tabindex", "-1")
                .child(link),
        )
        .child(body);
    match place {
        Place::Outside => article,
        Place::InCluster | Place::InRow => article.attr("data-part", "result"),
    }
}

/// The themes, each a filter.
fn themes(explorer: Explorer, number: u16) -> Option<Node> {
    let mut facets = explorer.agenda.facets.iter().enumerate();
    let (position, facet) = facets.find(|(_, facet)| facet.switchable)?;
    let locked = move || explorer.question.with(|question| question.locks(position));
    let themes = facet.values_of(number).map(|value| {
        let chosen = move || {
            explorer
                .question
                .with(|question| question.is_chosen(position, value))
        };
        let name = words::value_short(explorer.agenda, position, value);
        if STATIC {
            let page = OwnPage::Value {
                facet: position,
                value,
            };
            let link = page_link(explorer, page).attr("class", "tag");
            return node("li").child(link.text(&name));
        }
        let tag = button("tag", move || explorer.toggle(position, value))
            .state("aria-pressed", chosen)
            .live_prop("disabled", locked)
            .text(&name);
        node("li").child(tag)
    });
    let list = classed("ul", "recommendation__themes").attr("aria-label", words::THEMES);
    Some(list.children(themes))
}

fn actions(explorer: Explorer, entry: &'static Recommendation) -> Node {
    let number = entry.number;
    let saved = move || explorer.saved().contains(&number);
    let open = move || {
        explorer
            .question
            .with(|question| question.open == Some(number))
    };
    let ordering = move || {
        explorer
            .question
            .with(|question| question.page == Page::Saved && question.search.is_empty())
    };
    let copy_words = move || {
        let link = explorer.public_page(number);
        let text = words::quotation(number, &entry.plain(), explorer.agenda, &link);
        copy(explorer, text, words::TEXT_COPIED, words::SELECT_TEXT);
    };
    let act = move |action: &str, press: Box<dyn FnMut() + Send>| {
        let button = button("action", press).text(action);
        // What only keeps room needs no name.
        if STATIC {
            return button;
        }
        button.attr("aria-label", &words::action_on(action, number))
    };
    let save = button("action", move || explorer.toggle_saved(number))
        .attr("data-part", "save")
        .attr("data-number", &number.to_string())
        .live_attr("aria-label", move || {
            (!STATIC).then(|| words::action_on(words::save_or_saved(saved()), number))
        })
        .state("aria-pressed", saved)
        .live_text(move || words::save_or_saved(saved()).to_owned());
    let move_button = move |label: &str, forward: bool| {
        let other = move || neighbour(&explorer.saved(), number, forward);
        let press = move || {
            if let Some(other) = untrack(other) {
                explorer.shelve(Operation::Swap(number, other));
            }
        };
        // Not disabled: at the end of the way it has the focus.
        act(label, Box::new(press)).state("aria-disabled", move || other().is_none())
    };
    let moves = move || {
        classed("span", "recommendation__moves")
            .child(move_button(words::EARLIER, false))
            .child(move_button(words::LATER, true))
    };
    classed("div", "recommendation__actions")
        .child(save)
        .child(
            act(
                words::DETAILS,
                Box::new(move || explorer.toggle_open(number)),
            )
            .state("aria-expanded", open),
        )
        .child(act(words::COPY_TEXT, Box::new(copy_words)))
        .child(act(
            words::COPY_LINK,
            Box::new(move || copy_link(explorer, explorer.public_page(number))),
        ))
        .view(why_button(explorer, entry))
        .view(when(ordering, moves))
}

/// The one that stands before or behind a number in a row.
fn neighbour(row: &[u16], number: u16, forward: bool) -> Option<u16> {
    let place = row.iter().position(|other| *other == number)?;
    let place = match forward {
        true => place.checked_add(1),
        false => place.checked_sub(1),
    };
    row.get(place?).copied()
}
