//! What a reader may mean, in a list below the search field: a combobox with a listbox,
//! by the WAI-ARIA Authoring Practices. It comes after all else, and
//! makes its own elements then.
//!
//! It takes a key only from a reader who has gone into the list: Enter and Escape of
//! somebody who just types do not choose.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::OnceLock;
use std::time::Duration;

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, KeyboardEvent};

use crate::browser::{focus, page};
use crate::ids;
use crate::messages::{SearchMessages, messages};
use crate::state::{Page, Suggested, Suggester, Suggestion};
use crate::store::Store;
use crate::store::timer::Timer;
use crate::ui::dom::{all, append, append_text, first, set, set_text};

/// Made when something is first suggested without the further words, and with them.
static SUGGESTERS: [OnceLock<Suggester>; 2] = [OnceLock::new(), OnceLock::new()];

/// How long nothing is typed before something is offered.
const PAUSE: Duration = Duration::from_millis(150);

static TYPING: Timer = Timer::new();

/// What it listens to. The pages of the app come and go with their fields: it hears all.
const EVENTS: [&str; 6] = [
    "focusin",
    "focusout",
    "input",
    "keydown",
    "mousedown",
    "click",
];

/// The search field with its list.
struct Combobox {
    store: Store,
    offered: RefCell<Vec<Suggested>>,
    /// Which of them the reader has gone to.
    active: Cell<Option<usize>>,
}

/// Has the search field suggest, and the page know the keys that lead to it.
#[inline(never)]
pub fn attach(store: Store) {
    let combobox = Rc::new(Combobox {
        store,
        offered: RefCell::default(),
        active: Cell::default(),
    });
    for event in EVENTS {
        let combobox = combobox.clone();
        page::listen_before(event, Box::new(move |event| combobox.hear(&event)));
    }
    if let Some(field) = page::element(ids::SEARCH) {
        combobox.meet(&field);
    }
}

/// The list of the field. Both are made a combobox if they are not one yet.
fn list_of(field: &Element, store: Store) -> Option<Element> {
    let made = page::element(ids::SUGGESTIONS);
    if made.is_some() {
        return made;
    }
    let notes = first(&field.closest(".search").ok()??, ".search__notes")?;
    let list = append(&notes, "ul", "suggestions");
    let keys = if store.has_slash() {
        "/ Control+K"
    } else {
        "Control+K"
    };
    for (element, name, value) in [
        (&list, "id", ids::SUGGESTIONS),
        (&list, "role", "listbox"),
        (&list, "aria-label", messages().suggestions()),
        (&list, "hidden", ""),
        // What scrolls is a stop of the Tab key otherwise.
        (&list, "tabindex", "-1"),
        (field, "role", "combobox"),
        (field, "aria-autocomplete", "list"),
        (field, "aria-controls", ids::SUGGESTIONS),
        (field, "aria-expanded", "false"),
        (field, "aria-keyshortcuts", keys),
    ] {
        set(element, name, Some(value));
    }
    Some(list)
}

impl Combobox {
    fn hear(self: &Rc<Self>, event: &Event) {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let kind = event.type_();
        let field = page::element(ids::SEARCH);
        if let Some(field) = field.filter(|field| target.as_ref() == Some(field)) {
            match kind.as_str() {
                "focusin" => self.meet(&field),
                "input" => self.offer_soon(),
                "focusout" => self.leave(),
                "keydown" => self.press(&field, event),
                _ => {}
            }
        } else if kind == "keydown" {
            self.lead_to_field(event);
        } else if kind == "mousedown" && target.as_ref().is_some_and(is_in_list) {
            // The field keeps the focus.
            event.prevent_default();
        } else if kind == "click"
            && let Some(place) = target.and_then(|target| place_of(&target))
        {
            self.choose(place);
        }
    }

    /// Makes a field that comes into use suggest.
    fn meet(self: &Rc<Self>, field: &Element) {
        list_of(field, self.store);
        self.offer_soon();
    }

    /// Offers something once the reader pauses: what is typed is answered before.
    fn offer_soon(self: &Rc<Self>) {
        let combobox = self.clone();
        TYPING.start(PAUSE, move || {
            if let Some(field) = page::element(ids::SEARCH) {
                combobox.offer(&field);
            }
        });
    }

    /// Closes the list, but not while something is pressed: where the list takes room,
    /// that would move away before it is let go.
    fn leave(self: &Rc<Self>) {
        if page::is_pressed() {
            self.offer_soon();
        } else {
            self.close();
        }
    }

    /// Offers what fits what is typed by now to who is there.
    fn offer(self: &Rc<Self>, field: &Element) {
        let is_there = page::focused().is_some_and(|focused| focused == *field.unchecked_ref());
        if !is_there {
            return self.leave();
        }
        let Some(list) = list_of(field, self.store) else {
            return;
        };
        let found = self.suggestions();
        self.go_to(None);
        set_text(&list, "");
        for (place, suggestion) in found.iter().enumerate() {
            self.write(&list, place, suggestion);
        }
        show(&list, !found.is_empty());
        list.set_scroll_top(0);
        let found = found.into_iter().map(|suggestion| suggestion.what);
        self.offered.replace(found.collect());
    }

    /// What there is to suggest in the view as it is now.
    fn suggestions(&self) -> Vec<Suggestion> {
        self.store.with_scope(|view_state, _, scope| {
            let [without, with] = &SUGGESTERS;
            let suggester = if scope.index.has_all_words() {
                with
            } else {
                without
            };
            let suggester =
                suggester.get_or_init(|| Suggester::new(scope.agenda, scope.index, scope.fold));
            suggester.suggest(view_state, scope)
        })
    }

    fn write(&self, list: &Element, place: usize, suggestion: &Suggestion) {
        let agenda = self.store.agenda;
        let what = messages().suggestion(agenda, &suggestion.what);
        let name = messages().suggestion_name(agenda, &what, suggestion.count);
        let count = suggestion.count.to_string();
        let option = append(list, "li", "suggestion");
        for (attribute, value) in [
            ("id", ids::suggestion(place).as_str()),
            ("role", "option"),
            ("aria-selected", "false"),
            ("aria-label", &name),
            ("data-part", "suggestion"),
            ("data-count", &count),
        ] {
            set(&option, attribute, Some(value));
        }
        set_text(&append(&option, "span", "suggestion__name"), &what);
        append_text(&option, " ");
        set_text(&append(&option, "span", ""), &count);
    }

    fn press(self: &Rc<Self>, field: &Element, event: &Event) {
        let key = event.dyn_ref::<KeyboardEvent>();
        let Some(key) = key.filter(|key| !key.is_composing()) else {
            return;
        };
        // Who goes into the list goes into that of what is typed by now.
        if key.key().starts_with("Arrow") && TYPING.stop() {
            self.offer(field);
        }
        let is_open = field.get_attribute("aria-expanded").as_deref() == Some("true");
        let active = self.active.get().filter(|_| is_open);
        let count = self.offered.borrow().len();
        match (key.key().as_str(), active) {
            ("ArrowDown" | "ArrowUp", _) if !is_open => self.offer(field),
            ("ArrowDown", active) => {
                let next = active.map_or(0, |place| place + 1);
                self.go_to((next < count).then_some(next));
            }
            ("ArrowUp", Some(place)) => self.go_to(place.checked_sub(1)),
            ("ArrowUp", None) => self.go_to(count.checked_sub(1)),
            ("Enter", Some(place)) => self.choose(place),
            ("Escape", Some(_)) => self.close(),
            ("Enter", None) => return self.close(),
            ("Escape", None) if is_open => return self.close(),
            // As search fields of browsers do.
            ("Escape", None) => return self.store.search(""),
            _ => return self.lead_to_field(event),
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// Leads to one of those that are offered, or back to what is typed.
    fn go_to(&self, place: Option<usize>) {
        self.active.set(place);
        let (Some(list), Some(field)) =
            (page::element(ids::SUGGESTIONS), page::element(ids::SEARCH))
        else {
            return;
        };
        set(&list, "data-entered", place.map(|_| ""));
        for option in all(&list, "[role=option]") {
            let is_active = place.is_some() && place_of(&option) == place;
            set(&option, "aria-selected", Some(truth(is_active)));
            if is_active {
                page::scroll_within(&list, &option);
            }
        }
        let id = place.map(ids::suggestion);
        set(&field, "aria-activedescendant", id.as_deref());
    }

    /// `/` and Ctrl+K lead to the search.
    fn lead_to_field(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let is_command = key.ctrl_key() || key.meta_key();
        let is_asked = match key.key().as_str() {
            "/" => {
                let is_plain = !is_command && !key.alt_key() && !page::is_typing();
                is_plain && self.store.has_slash()
            }
            "k" | "K" => is_command && !key.alt_key() && !key.shift_key(),
            _ => false,
        };
        if !is_asked || page::has_dialog() {
            return;
        }
        let page = self.store.view_state.with(|view_state| view_state.page);
        if page::focus(ids::SEARCH) {
            event.prevent_default();
        } else if !page.has_results() {
            event.prevent_default();
            self.store.navigate(self.store.question_of(Page::List));
            focus::next(Some(ids::SEARCH.to_owned()));
        }
    }

    fn choose(&self, place: usize) {
        let chosen = self.offered.borrow().get(place).cloned();
        self.close();
        // The host page can have changed the view since it was offered.
        let mut found = self.suggestions().into_iter();
        if let Some(found) = found.find(|it| Some(&it.what) == chosen.as_ref()) {
            self.store.push(found.view_state);
        }
    }

    fn close(&self) {
        TYPING.stop();
        self.go_to(None);
        page::element(ids::SUGGESTIONS)
            .iter()
            .for_each(|list| show(list, false));
    }
}

fn show(list: &Element, is_open: bool) {
    set(list, "hidden", (!is_open).then_some(""));
    if let Some(field) = page::element(ids::SEARCH) {
        set(&field, "aria-expanded", Some(truth(is_open)));
    }
}

fn truth(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

fn is_in_list(element: &Element) -> bool {
    let list = page::element(ids::SUGGESTIONS);
    list.is_some_and(|list| list.contains(Some(element)))
}

/// Where the option stands in the list that an element is, or is in.
fn place_of(element: &Element) -> Option<usize> {
    let option = element.closest("[data-part=suggestion]").ok()??;
    let id = option.id();
    let (_, place) = id.rsplit_once('-')?;
    place.parse().ok()
}
