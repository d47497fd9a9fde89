//! What is applied, each with a click that removes it.

use leptos::prelude::*;

use crate::browser::focus;
use crate::browser::unicode::UNICODE;
use crate::joined::joined;
use crate::messages::{FilterMessages, Grammar, Names, messages};
use crate::state::{SearchText, ViewState};
use crate::store::Store;
use crate::ui::dom::{Node, button, keyed, node};
use crate::ui::search::query_feedback;
use facet_search::Expansion;

/// Something applied that can be removed.
#[derive(Clone)]
enum Applied {
    Search(String),
    Expansion(Expansion),
    Value { facet: usize, value: usize },
    List,
}

pub fn chips(store: Store) -> AnyView {
    let labels = move || {
        let applied = applied(store);
        let labels = applied.iter().map(|chip| label(store, chip));
        joined(&labels.collect::<Vec<_>>(), "\n")
    };
    keyed(labels, move |_| {
        let applied = untrack(|| applied(store));
        let removable = applied.iter().any(|chip| !locked(store, chip));
        let clear = removable.then(|| {
            button("button chips__clear", move || {
                store.clear();
                focus::heading();
            })
            .attr("data-part", "clear")
            .text(messages().clear_all())
        });
        node("div")
            .class("chips")
            .attr("role", "group")
            .attr("aria-label", messages().applied())
            .children(
                applied
                    .into_iter()
                    .enumerate()
                    .map(|(place, applied)| chip(store, place, applied)),
            )
            .child_if(clear)
    })
}

fn chip(store: Store, place: usize, chip: Applied) -> Node {
    let id = format!("chip-{place}");
    let label = label(store, &chip);
    if locked(store, &chip) {
        return node("span").class("chip chip--locked").text(&label);
    }
    let name = messages().remove_filter(&label);
    let next = id.clone();
    let press = move || {
        store.edit(|view_state| *view_state = without(view_state, &chip));
        // The chip is gone, and the next one has taken its place.
        focus::next(Some(next.clone()));
    };
    let cross = node("span")
        .class("chip__cross")
        .attr("aria-hidden", "true");
    button("chip", press)
        .attr("id", &id)
        .attr("data-part", "chip")
        .attr("aria-label", &name)
        .text(&label)
        .child(cross.text("×"))
}

fn label(store: Store, chip: &Applied) -> String {
    match chip {
        Applied::Search(text) => messages().quoted(text),
        Applied::Expansion(expansion) => query_feedback::label(store, expansion),
        Applied::Value { facet, value } => messages().value_short(store.agenda, *facet, *value),
        Applied::List => messages().list_from_link().to_owned(),
    }
}

/// Whether the site around the frame keeps it.
fn locked(store: Store, chip: &Applied) -> bool {
    match chip {
        Applied::Value { facet, .. } => store
            .view_state
            .with_untracked(|view_state| view_state.locks(*facet)),
        Applied::Search(_) | Applied::Expansion(_) | Applied::List => false,
    }
}

fn applied(store: Store) -> Vec<Applied> {
    let mut applied = Vec::new();
    store.view_state.with(|view_state| {
        if !view_state.search.is_empty() {
            applied.push(Applied::Search(view_state.search.as_str().to_owned()));
        }
        let expansions = query_feedback::expansions(store).into_iter();
        applied.extend(expansions.map(Applied::Expansion));
        if !view_state.list.is_empty() {
            applied.push(Applied::List);
        }
        for (facet, chosen) in view_state.chosen.iter().enumerate() {
            applied.extend(chosen.iter().map(|value| Applied::Value { facet, value }));
        }
    });
    applied
}

fn without(view_state: &ViewState, chip: &Applied) -> ViewState {
    let mut view_state = view_state.clone();
    match chip {
        Applied::Search(_) => view_state.search = SearchText::default(),
        Applied::Expansion(expansion) => {
            view_state = view_state.as_written(expansion.range.clone(), &UNICODE);
        }
        Applied::Value { facet, value } => {
            if view_state.is_chosen(*facet, *value) {
                view_state.toggle(*facet, *value);
            }
        }
        Applied::List => view_state.list.clear(),
    }
    view_state
}
