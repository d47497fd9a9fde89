//! What stands at each recommendation of a saved list: its place, which can be typed,
//! stepped and dragged, and its note.
//!
//! The rows are those of the list of results, which outlive this page; here is only
//! what is put into them, and taken out with the page.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, KeyboardEvent};

use crate::browser::page;
use crate::ids;
use crate::messages::{ActionMessages, ListMessages, RecommendationMessages, messages};
use crate::state::saved::{Edit, Spot};
use crate::store::Store;
use crate::store::effect::Following;
use crate::store::list_actions::Telling;
use crate::ui::dom::{Mounted, Node, button, first, node};
use crate::ui::lists::drag::Drag;
use crate::ui::lists::field::{field, set_value, text};
use crate::ui::results::recommendation::BODY;

/// The selector of the list of results.
const RESULTS: &str = "[data-part=results]";

/// What stands in the rows of the page, which has it until this is dropped.
pub struct Rows {
    _following: Following,
    mounted: Rc<RefCell<Vec<Tools>>>,
}

/// What stands in one row.
struct Tools {
    /// The id of the list.
    list: String,
    number: u16,
    _moves: Mounted,
    _note: Mounted,
}

impl Drop for Rows {
    fn drop(&mut self) {
        self.mounted.borrow_mut().clear();
    }
}

impl Rows {
    /// Puts it into the rows, and keeps it there while they change.
    pub fn new(store: Store) -> Rows {
        let mounted: Rc<RefCell<Vec<Tools>>> = Rc::default();
        let weak = Rc::downgrade(&mounted);
        let _following = Following::new(move || {
            store.saved.with(|_| ());
            store.view_state.with(|_| ());
            store.results.with(|_| ());
            let weak = weak.clone();
            // Once the list has its rows.
            request_animation_frame(move || {
                if let Some(mounted) = weak.upgrade() {
                    follow(store, &mut mounted.borrow_mut());
                }
            });
        });
        Rows {
            _following,
            mounted,
        }
    }
}

fn follow(store: Store, mounted: &mut Vec<Tools>) {
    let list = untrack(|| store.current_list());
    let list = list.map(|list| list.id).unwrap_or_default();
    let shown = store.shown_numbers();
    mounted.retain(|it| it.list == list && shown.contains(&it.number));
    for number in shown {
        if mounted.iter().any(|it| it.number == number) {
            continue;
        }
        let row = page::element(&ids::recommendation(number));
        let row = row.filter(|row| row.closest(RESULTS).is_ok_and(|it| it.is_some()));
        if let Some(body) = row.and_then(|row| first(&row, BODY)) {
            let first = body.first_child();
            mounted.push(Tools {
                list: list.clone(),
                number,
                _moves: Mounted::inside(&body, first.as_ref(), || moves(store, &list, number)),
                _note: Mounted::inside(&body, None, || note(store, &list, number)),
            });
        }
    }
}

/// The reader's note, and the same on paper.
fn note(store: Store, list: &str, number: u16) -> Node {
    let (own, shown, printed) = (list.to_owned(), list.to_owned(), list.to_owned());
    let note = field(
        "textarea",
        &messages().note(store.agenda, number),
        move || note_of(store, &shown, number),
        move |note| {
            let done = messages().note_changed(store.agenda, Some(number));
            let edit = Edit::note(&own, Some(number), &note);
            store.edit_lists(edit, &done, Telling::Announced);
        },
    );
    node("div")
        .class("list-row")
        .child(
            note.class("lists__note")
                .attr("data-part", "note")
                .attr("data-number", &number.to_string())
                .attr("rows", "1")
                .attr("placeholder", messages().add_note()),
        )
        .child(
            node("p")
                .class("lists__paper")
                .live_text(move || note_of(store, &printed, number)),
        )
}

fn note_of(store: Store, list: &str, number: u16) -> String {
    let lists = store.saved.with(|saved| saved.lists.all());
    let list = lists.into_iter().find(|other| other.id == list);
    let items = list.map(|list| list.items).unwrap_or_default();
    let item = items.into_iter().find(|item| item.number == number);
    item.map(|item| item.note).unwrap_or_default()
}

/// Where it stands, and what moves it. While a search orders the list, nothing does.
fn moves(store: Store, list: &str, number: u16) -> Node {
    let place = move || store.saved().iter().position(|other| *other == number);
    let position = {
        let list = list.to_owned();
        node("input")
            .class("field")
            .attr("type", "number")
            .attr("inputmode", "numeric")
            .attr("min", "1")
            .attr(
                "aria-label",
                &messages().place_in_list(store.agenda, number),
            )
            .attr("data-part", "move")
            .attr("data-number", &number.to_string())
            .on("change", move |event| {
                let wanted: Option<usize> = text(&event).trim().parse().ok();
                if let Some(wanted) = wanted {
                    move_to(store, &list, number, wanted.saturating_sub(1));
                }
                // What can't be is not left there.
                if let (Some(field), Some(place)) = (event.target(), untrack(place)) {
                    set_value(&field, &(place + 1).to_string());
                }
            })
            .bind(move |element| {
                let element = element.clone();
                Following::new(move || {
                    let place = place().map_or(String::new(), |place| (place + 1).to_string());
                    set_value(&element, &place);
                })
            })
    };
    let step = |forward: bool, label: &str| {
        let is_end = move || {
            let last = store.saved().len().saturating_sub(1);
            place() == Some(if forward { last } else { 0 })
        };
        let list = list.to_owned();
        // Not disabled: at the end of the way it has the focus.
        button("action", move || step(store, &list, number, forward))
            .attr("data-part", if forward { "move-down" } else { "move-up" })
            .attr(
                "aria-label",
                &messages().action_on(store.agenda, label, number),
            )
            .state("aria-disabled", is_end)
            .text(label)
    };
    let (up, down) = (
        step(false, messages().move_up()),
        step(true, messages().move_down()),
    );
    let ordered = move || store.view_state.with(|it| it.search.is_empty());
    node("div")
        .class("list-row__moves")
        .live_prop("hidden", move || !ordered())
        .child(handle(store, list, number))
        .child(position)
        .child(up)
        .child(down)
}

/// What is dragged, or moved with the arrow keys.
fn handle(store: Store, list: &str, number: u16) -> Node {
    let (keys, list) = (list.to_owned(), list.to_owned());
    let drag = Drag::new(store, move |place| {
        move_to(store, &list, number, place);
    });
    let name = messages().drag(store.agenda, number);
    drag.listen(
        node("button")
            .class("list-row__handle")
            .attr("type", "button")
            .attr("data-part", "drag")
            .attr("data-number", &number.to_string())
            .attr("aria-label", &name)
            .text("⠿")
            .on("keydown", move |event| {
                if let Some(forward) = arrow(&event) {
                    event.prevent_default();
                    step(store, &keys, number, forward);
                }
            }),
        number,
        |store| store.announce(messages().not_moved().to_owned()),
    )
}

fn arrow(event: &Event) -> Option<bool> {
    match event.dyn_ref::<KeyboardEvent>()?.key().as_str() {
        "ArrowUp" => Some(false),
        "ArrowDown" => Some(true),
        _ => None,
    }
}

fn step(store: Store, list: &str, number: u16, forward: bool) {
    let saved = untrack(|| store.saved());
    let place = saved.iter().position(|other| *other == number);
    let place = place.and_then(|place| {
        if forward {
            place.checked_add(1).filter(|place| *place < saved.len())
        } else {
            place.checked_sub(1)
        }
    });
    if let Some(place) = place {
        move_to(store, list, number, place);
    }
}

/// Moves a recommendation to a place of the list, counted from zero, or to its end.
fn move_to(store: Store, list: &str, number: u16, place: usize) {
    let saved = untrack(|| store.saved());
    let place = place.min(saved.len().saturating_sub(1));
    let Some(other) = saved.get(place).filter(|other| **other != number) else {
        return;
    };
    let edit = Edit::Move {
        list: list.to_owned(),
        number,
        to: Spot::Of(*other),
    };
    let done = messages().moved(store.agenda, number, place + 1);
    store.edit_lists(edit, &done, Telling::Announced);
}
