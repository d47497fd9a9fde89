//! One recommendation: its text, its themes, and what can be done with it.

use crate::ids;
use leptos::prelude::*;

use crate::data::Recommendation;
use crate::messages::{ActionMessages, Names, RecommendationMessages, SharingMessages, messages};
use crate::state::saved::Operation;
use crate::state::static_page::StaticPage;
use crate::state::{EmbedPart, Page, ViewState};
use crate::store::{STATIC, Store};
use crate::ui::dom::{Node, button, node, show};
use crate::ui::link::{page_link, question_link};
use crate::ui::results::details::details;
use crate::ui::results::match_reasons::{why, why_button};
use crate::ui::results::text::text;
use crate::ui::results::toolbar::{copy, copy_link};

/// Where a recommendation is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Among the results, under the heading of its cluster.
    InSection,
    /// Among the results, in a row of several clusters.
    InRow,
    /// Beside the results.
    Outside,
}

impl Place {
    /// The ranks of its heading and of those under it, without a step left out.
    fn headings(self) -> (&'static str, &'static str) {
        match self {
            Place::InSection => ("h4", "h5"),
            Place::InRow | Place::Outside => ("h3", "h4"),
        }
    }
}

pub fn recommendation(store: Store, entry: &'static Recommendation, place: Place) -> Node {
    let number = entry.number;
    let section = store.agenda.section_of(entry);
    let id = section.map_or("", |section| &section.id);
    let heading = ids::heading(number);
    let (rank, lower_rank) = place.headings();
    let open = move || {
        store
            .view_state
            .with(|view_state| view_state.open == Some(number))
    };
    let here = move || {
        if STATIC {
            store.question_on(number)
        } else {
            ViewState {
                open: Some(number),
                ..store.view_state.get()
            }
        }
    };
    // Of its name, the number is seen.
    let (before, after) = messages().around_number(store.agenda);
    let hidden = |text: &str| node("span").class("visually-hidden").text(text);
    let link = question_link(store, here)
        .child(hidden(&before))
        .text(&number.to_string())
        .child_if((!after.is_empty()).then(|| hidden(after)));
    let sections = store.agenda.section();
    let sections = sections.filter(|_| place != Place::InSection);
    let named = sections.map(|sections| {
        let name = messages().value_long(store.agenda, sections, entry.section);
        node("p").class("recommendation__cluster").text(&name)
    });
    let body = node("div")
        .class("recommendation__body")
        .child_if(named)
        .child(text(store, entry))
        .view(why(store, entry))
        .child_if(topics(store, number))
        .child(actions(store, entry))
        .view(show(open, move || details(store, entry, lower_rank)));
    let article = node("article")
        .class("recommendation")
        .attr("id", &ids::recommendation(number))
        .attr("data-number", &number.to_string())
        .attr("data-cluster", id)
        .attr("aria-labelledby", &heading)
        .child(
            node(rank)
                .class("recommendation__number")
                .attr("id", &heading)
                .attr("tabindex", "-1")
                .child(link),
        )
        .child(body);
    match place {
        Place::Outside => article,
        Place::InSection | Place::InRow => article.attr("data-part", "result"),
    }
}

/// The topics, each a filter.
fn topics(store: Store, number: u16) -> Option<Node> {
    let position = store.agenda.topic()?;
    let facet = store.agenda.facets.get(position)?;
    let locked = move || {
        store
            .view_state
            .with(|view_state| view_state.locks(position))
    };
    let topics = facet.values_of(number).map(|value| {
        let chosen = move || {
            store
                .view_state
                .with(|view_state| view_state.is_chosen(position, value))
        };
        let name = messages().value_short(store.agenda, position, value);
        if STATIC && !facet.pages {
            return node("li").text(&name);
        }
        if STATIC {
            let page = StaticPage::Value {
                facet: position,
                value,
            };
            let link = page_link(store, page).attr("class", "tag");
            return node("li").child(link.text(&name));
        }
        let tag = button("tag", move || store.toggle(position, value))
            .state("aria-pressed", chosen)
            .live_prop("disabled", locked)
            .text(&name);
        node("li").child(tag)
    });
    let list = node("ul")
        .class("recommendation__themes")
        .attr("aria-label", &facet.label_many);
    Some(list.children(topics))
}

fn actions(store: Store, entry: &'static Recommendation) -> Node {
    let number = entry.number;
    let saved = move || store.saved().contains(&number);
    let open = move || {
        store
            .view_state
            .with(|view_state| view_state.open == Some(number))
    };
    let ordering = move || {
        store
            .view_state
            .with(|view_state| view_state.page == Page::Saved && view_state.search.is_empty())
    };
    let save = button("action", move || store.toggle_saved(number))
        .attr("data-part", "save")
        .attr("data-number", &number.to_string())
        .live_attr("aria-label", move || {
            let action = messages().save(saved());
            (!STATIC).then(|| messages().action_on(store.agenda, action, number))
        })
        .state("aria-pressed", saved)
        .live_text(move || messages().save(saved()).to_owned());
    // The list is behind the header; what leads nowhere is left out.
    let has_list = !store.hides(EmbedPart::Header);
    node("div")
        .class("recommendation__actions")
        .child_if(has_list.then_some(save))
        .child(
            action_button(
                store,
                number,
                messages().details(),
                Box::new(move || store.toggle_open(number)),
            )
            .state("aria-expanded", open),
        )
        .child(action_button(
            store,
            number,
            messages().copy_text(),
            Box::new(move || copy_text(store, entry)),
        ))
        .child(action_button(
            store,
            number,
            messages().copy_link(),
            Box::new(move || copy_link(store, store.public_page(number))),
        ))
        .view(why_button(store, entry))
        .view(show(ordering, move || move_buttons(store, number)))
}

/// A button that says which recommendation it acts on.
fn action_button(store: Store, number: u16, action: &str, press: Box<dyn FnMut() + Send>) -> Node {
    let button = button("action", press).text(action);
    // What only keeps rendered needs no name.
    if STATIC {
        return button;
    }
    button.attr(
        "aria-label",
        &messages().action_on(store.agenda, action, number),
    )
}

#[inline(never)]
fn copy_text(store: Store, entry: &'static Recommendation) {
    let number = entry.number;
    let link = store.public_page(number);
    let text = messages().quotation(store.agenda, number, &entry.plain(), &link);
    let (done, manual_copy) = (messages().text_copied(), messages().select_text());
    copy(store, text, done, manual_copy);
}

/// Changes the order of the saved list. Deferred: few pages show it.
#[inline(never)]
fn move_buttons(store: Store, number: u16) -> Node {
    let move_button = move |label: &str, forward: bool| {
        let other = move || neighbour(&store.saved(), number, forward);
        let press = move || {
            if let Some(other) = untrack(other) {
                store.update_saved(Operation::Swap(number, other));
            }
        };
        // Not disabled: at the end of the way it has the focus.
        action_button(store, number, label, Box::new(press))
            .state("aria-disabled", move || other().is_none())
    };
    node("span")
        .class("recommendation__moves")
        .child(move_button(messages().move_up(), false))
        .child(move_button(messages().move_down(), true))
}

/// The one that stands before or behind a number in a row.
fn neighbour(row: &[u16], number: u16, forward: bool) -> Option<u16> {
    let place = row.iter().position(|other| *other == number)?;
    let place = if forward {
        place.checked_add(1)
    } else {
        place.checked_sub(1)
    };
    row.get(place?).copied()
}
