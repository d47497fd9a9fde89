//! What readers do with a recommendation: one listener for the whole list, and
//! what saving changes in a row. Deferred.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event};

use crate::browser::page;
use crate::data::Recommendation;
use crate::ids;
use crate::messages::{CompareMessages, Names, RecommendationMessages, SharingMessages, messages};
use crate::state::compare::MOST;
use crate::store::{Part, Store};
use crate::ui::dom::{Mounted, all, first, node, set, set_text};
use crate::ui::later::later;
use crate::ui::link::is_plain;
use crate::ui::results::button::{Action, name, said};
use crate::ui::results::compare_tray::tray;
use crate::ui::results::copying::{copy, copy_link};

/// Does what was pressed in the list; `explain` tells why a recommendation is shown.
#[inline(never)]
pub fn press(store: Store, event: &Event, explain: fn(Store, u16)) {
    let target = event.target();
    let target = target.as_ref().and_then(|it| it.dyn_ref::<Element>());
    let pressed = target.and_then(|target| target.closest("button, a").ok()?);
    let Some(pressed) = pressed else { return };
    let article = pressed.closest("article").ok().flatten();
    let number = article
        .as_ref()
        .and_then(|it| it.get_attribute("data-number"));
    let number = number.and_then(|number| number.parse().ok());
    let entry = number.and_then(|number| store.agenda.recommendation(number));
    let (Some(article), Some(entry)) = (article, entry) else {
        return;
    };
    if let Some(name) = pressed.get_attribute(Action::ATTRIBUTE) {
        let known = Action::ALL.into_iter().find(|action| action.name() == name);
        known
            .into_iter()
            .for_each(|action| act(store, &article, entry, action, explain));
        // What is pressed in the details goes with them.
        if pressed.closest(".details__head").ok().flatten().is_some() {
            page::focus(&ids::heading(entry.number));
        }
        return;
    }
    let is_tag = pressed.closest(".tag").is_ok_and(|tag| tag.is_some());
    let is_heading = pressed
        .closest("h3, h4")
        .is_ok_and(|heading| heading.is_some());
    if !(is_tag || is_heading) || !is_plain(event) {
        return;
    }
    event.prevent_default();
    if is_heading {
        let open = Some(entry.number);
        let mut view_state = store.view_state.get_untracked();
        view_state.open = open;
        return store.navigate(view_state);
    }
    let place = all(&article, ".tag").iter().position(|tag| *tag == pressed);
    let value = store.agenda.topic().and_then(|facet| {
        let mut values = store.agenda.facets.get(facet)?.values_of(entry.number);
        Some((facet, values.nth(place?)?))
    });
    if let Some((facet, value)) = value
        && !store.view_state.with_untracked(|it| it.locks(facet))
    {
        store.toggle(facet, value);
    }
}

fn act(
    store: Store,
    article: &Element,
    entry: &'static Recommendation,
    action: Action,
    explain: fn(Store, u16),
) {
    let number = entry.number;
    match action {
        Action::Save => store.toggle_saved(number),
        Action::Details => store.toggle_open(number),
        Action::CopyText => copy_whole(store, entry),
        Action::CopyLink => copy_link(store, store.public_page(number)),
        Action::Why => explain(store, number),
        Action::Compare => add_to_tray(store, article, number),
    }
}

fn copy_whole(store: Store, entry: &Recommendation) {
    let number = entry.number;
    let link = store.public_page(number);
    let name = messages().recommendation(store.agenda, number);
    let text = messages().quotation(store.agenda, &name, &entry.plain(), &link);
    copy_text(store, text);
}

/// Copies a text with its source.
pub fn copy_text(store: Store, text: String) {
    let (done, manual_copy) = (messages().text_copied(), messages().select_text());
    copy(store, text, done, manual_copy);
}

/// Adds a recommendation to those that are to be compared, and shows these.
fn add_to_tray(store: Store, article: &Element, number: u16) {
    let mut numbers = store.transient.with_untracked(|it| it.compared.clone());
    if !numbers.contains(&number) {
        if numbers.len() == MOST {
            return store.notify(&messages().comparison_full(store.agenda));
        }
        numbers.push(number);
    }
    store.announce(messages().to_be_compared(&numbers));
    store.transient.update(|it| it.compared = numbers);
    let main = article.closest("main").ok().flatten();
    if let Some(main) = main.filter(|main| first(main, ".compared").is_none()) {
        let made = || {
            node("div").class("compared").view(later(
                store,
                Part::Views,
                Box::new(move || tray(store)),
            ))
        };
        // It stays as long as the page.
        std::mem::forget(Mounted::inside(&main, None, made));
    }
}

/// Writes into a row whether it is saved.
#[inline(never)]
pub fn write_saved((article, entry): (&Element, &Recommendation), store: Store, is_saved: bool) {
    if let Some(button) = first(article, ".recommendation__actions [data-part=save]") {
        set_text(&button, messages().save(is_saved));
        set(&button, "aria-pressed", Some(said(is_saved)));
        name(&button, store, entry.number);
    }
}
