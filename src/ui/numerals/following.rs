//! What the numerals do in the app.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use crate::browser::page;
use crate::ids;
use crate::messages::{Names, messages};
use crate::state::ViewState;
use crate::store::Store;
use crate::store::effect::Following;
use crate::ui::dom::{all, append, set, set_text};
use crate::ui::link::is_plain;
use crate::ui::results::text::beginning;

/// How many bytes of a recommendation are shown at least.
const BEGINNING: usize = 130;

/// Marks the numerals of recommendations that are similar to the one pointed at.
const NEAR: &str = "data-near";

/// A number of the page.
struct Numeral {
    number: u16,
    link: Element,
    /// What was written last: whether it is found, and whether it is saved.
    written: Option<(bool, bool)>,
}

/// The numerals of the page, with what is told of the one that is pointed at.
struct Numerals {
    all: Vec<Numeral>,
    caption: Element,
}

/// Has the numerals of the page follow the state, if it has some.
#[inline(never)]
pub fn attach(store: Store) {
    let Some(root) = page::element(ids::NUMERALS) else {
        return;
    };
    let caption = append(&root, "p", "numerals__caption");
    // The name of each numeral says which it is; its text is at hand in the list.
    set(&caption, "aria-hidden", Some("true"));
    let found = all(&root, ".numeral").into_iter();
    let found = found.filter_map(|link| {
        let number = link.text_content()?;
        set(&link, "data-part", Some("numeral"));
        set(&link, "data-number", Some(&number));
        Some(Numeral {
            number: number.parse().ok()?,
            link,
            written: None,
        })
    });
    let numerals = Rc::new(RefCell::new(Numerals {
        all: found.collect(),
        caption,
    }));
    let following = numerals.clone();
    Following::new(move || following.borrow_mut().follow(store)).forever();
    for event in [
        "click",
        "keydown",
        "pointerover",
        "pointerleave",
        "focusin",
        "focusout",
    ] {
        let numerals = numerals.clone();
        let act = move |event: Event| numerals.borrow().act(store, &event);
        page::listen_at(&root, event, Box::new(act));
    }
}

impl Numerals {
    /// Brings them up to date.
    fn follow(&mut self, store: Store) {
        let saved = store.saved();
        store.results.with(|results| {
            for numeral in &mut self.all {
                let position = store.agenda.position(numeral.number);
                let is_found = position.is_some_and(|it| results.hits.contains(&it));
                let is_saved = saved.contains(&numeral.number);
                if numeral.written == Some((is_found, is_saved)) {
                    continue;
                }
                numeral.written = Some((is_found, is_saved));
                let state = if is_found { "shown" } else { "dimmed" };
                set(&numeral.link, "data-state", Some(state));
                set(&numeral.link, "data-saved", is_saved.then_some(""));
                let name = messages().numeral(store.agenda, numeral.number, is_found, is_saved);
                set(&numeral.link, "aria-label", Some(&name));
            }
        });
    }

    fn act(&self, store: Store, event: &Event) {
        let place = self.place_of(event);
        match (event.type_().as_str(), place) {
            ("click", Some(place)) => self.open(store, event, place),
            ("keydown", Some(place)) => self.move_from(event, place),
            ("pointerover" | "focusin", Some(place)) => self.tell(store, place),
            ("pointerleave" | "focusout", _) => self.fall_silent(),
            _ => {}
        }
    }

    /// The numeral on which something happens.
    fn place_of(&self, event: &Event) -> Option<usize> {
        let target = event.target()?;
        let link = target
            .dyn_ref::<Element>()?
            .closest("[data-number]")
            .ok()??;
        self.all.iter().position(|numeral| numeral.link == link)
    }

    /// Opens a recommendation where it stands; what is asked stays.
    fn open(&self, store: Store, event: &Event, place: usize) {
        let Some(numeral) = self.all.get(place).filter(|_| is_plain(event)) else {
            return;
        };
        event.prevent_default();
        let present = store.view_state.get_untracked();
        store.navigate(if present.page.has_results() {
            ViewState {
                open: Some(numeral.number),
                ..present
            }
        } else {
            store.question_on(numeral.number)
        });
    }

    /// Shows the first words of one, and those that are similar.
    fn tell(&self, store: Store, place: usize) {
        let numeral = self.all.get(place);
        let entry = numeral.and_then(|it| store.agenda.recommendation(it.number));
        if let Some(entry) = entry {
            let name = messages().recommendation(store.agenda, entry.number);
            let text = beginning(entry, BEGINNING);
            set_text(&self.caption, &messages().named(&name, &text));
            let position = store.agenda.position(entry.number);
            let relatives = store.details().relatives_of(position);
            for numeral in &self.all {
                let is_near = relatives.iter().any(|it| it.number == numeral.number);
                set(&numeral.link, NEAR, is_near.then_some(""));
            }
        }
    }

    fn fall_silent(&self) {
        set_text(&self.caption, "");
        for numeral in &self.all {
            set(&numeral.link, NEAR, None);
        }
    }

    /// Moves the focus with the arrow keys: all are one stop of the Tab key.
    fn move_from(&self, event: &Event, place: usize) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if key.ctrl_key() || key.meta_key() || key.alt_key() {
            return;
        }
        let last = self.all.len().saturating_sub(1);
        let to = match key.key().as_str() {
            "ArrowRight" | "ArrowDown" => place.saturating_add(1).min(last),
            "ArrowLeft" | "ArrowUp" => place.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            // What it tells may cover what a reader wants to see.
            "Escape" => return self.fall_silent(),
            _ => return,
        };
        event.prevent_default();
        self.stop_at(to);
        let link = self.all.get(to).map(|numeral| numeral.link.clone());
        if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
            page::give_focus(&link);
        }
    }

    /// Makes one of them the stop of the Tab key.
    fn stop_at(&self, place: usize) {
        for (position, numeral) in self.all.iter().enumerate() {
            let index = (position != place).then_some("-1");
            set(&numeral.link, "tabindex", index);
        }
    }
}
