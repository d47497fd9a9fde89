//! What the filters show of the state: of each value its count, whether it is
//! chosen and whether it can be, and what choosing it would do. One pass after a
//! change writes what differs from what was written last.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlInputElement};

use crate::data::Agenda;
use crate::messages::{FilterMessages, Names, messages};
use crate::state::{Matching, ViewState};
use crate::store::Store;
use crate::store::effect::Following;
use crate::store::timer::once_made;
use crate::store::transient::Attention;
use crate::ui::dom::{Node, all, first, set, set_text};
use facet_search::SearchResults;

/// The positions of a facet and of one of its values.
type Place = (usize, usize);

/// A value in the panel.
struct Row {
    place: Place,
    field: HtmlInputElement,
    count: Element,
    /// What choosing it would do, as it is seen and as it is heard.
    effect: Element,
    described: Element,
    /// The count that was written last.
    written: Option<usize>,
    is_useless: bool,
    has_effect: bool,
}

/// Does what is done in the panel: one listener for all values.
pub fn listen(store: Store, mut panel: Node) -> Node {
    for event in ["focusin", "focusout", "pointerover", "pointerleave"] {
        panel = panel.on(event, move |event| attend(store, &event));
    }
    panel.on("change", move |event| {
        match place_at(store.agenda, &event) {
            Some((facet, value)) => store.toggle(facet, value),
            None => store.switch_matching(),
        }
    })
}

/// Takes down what the reader looks at, where that has changed.
fn attend(store: Store, event: &Event) {
    let before = store
        .transient
        .with_untracked(|transient| transient.attention);
    let mut attention = before;
    let place = place_at(store.agenda, event);
    match event.type_().as_str() {
        "focusin" => attention.focused = place,
        "focusout" => attention.focused = None,
        "pointerover" => attention.pointed = place,
        _ => attention.pointed = None,
    }
    if attention != before {
        store
            .transient
            .update(|transient| transient.attention = attention);
    }
}

/// The value on which something happens.
fn place_at(agenda: &Agenda, event: &Event) -> Option<Place> {
    let target = event.target()?;
    let label = target.dyn_ref::<Element>()?.closest("label").ok()??;
    place_of(agenda, &first(&label, "input")?)
}

/// The value of a checkbox.
fn place_of(agenda: &Agenda, field: &Element) -> Option<Place> {
    let facet = agenda.facet(&field.get_attribute("data-facet")?)?;
    let value = field.get_attribute("data-value")?;
    let value = agenda.facets.get(facet)?.value(&value)?;
    Some((facet, value))
}

/// Keeps the values of a panel as the state has them, as long as what it gives
/// lives.
pub fn follow(store: Store, panel: &Element) -> Rc<RefCell<Option<Following>>> {
    let panel = panel.clone();
    let kept = Rc::default();
    let keep = Rc::downgrade(&kept);
    // There is nothing in the panel yet.
    once_made(move || {
        let fields = all(&panel, "input[data-facet]").into_iter();
        let mut rows: Vec<Row> = fields
            .filter_map(|field| row(store.agenda, field))
            .collect();
        let switches = all(&panel, "[data-part=match]");
        let following = move || {
            let attention = store.transient.with(|transient| transient.attention);
            store.view_state.with(|view_state| {
                for switch in &switches {
                    if let Some(switch) = switch.dyn_ref::<HtmlInputElement>() {
                        switch.set_checked(view_state.matching == Matching::All);
                    }
                }
                store.results.with(|results| {
                    for row in &mut rows {
                        row.follow(store, results, view_state, attention);
                    }
                });
            });
        };
        if let Some(kept) = keep.upgrade() {
            *RefCell::borrow_mut(&kept) = Some(Following::new(following));
        }
    });
    kept
}

fn row(agenda: &Agenda, field: Element) -> Option<Row> {
    let place = place_of(agenda, &field)?;
    let label = field.parent_element()?;
    Some(Row {
        place,
        field: field.dyn_into().ok()?,
        count: first(&label, ".facet__count")?,
        effect: first(&label, ".facet__effect")?,
        described: first(&label, ".visually-hidden")?,
        written: None,
        is_useless: false,
        has_effect: false,
    })
}

impl Row {
    fn follow(
        &mut self,
        store: Store,
        results: &SearchResults,
        view_state: &ViewState,
        attention: Attention,
    ) {
        let (facet, value) = self.place;
        let counts = results.counts.get(facet);
        let count = counts.and_then(|counts| counts.get(value));
        let count = count.copied().unwrap_or_default();
        if self.written != Some(count) {
            self.written = Some(count);
            let count = count.to_string();
            set_text(&self.count, &count);
            set(&self.field, "data-count", Some(&count));
        }
        let is_chosen = view_state.is_chosen(facet, value);
        // A press has changed it by itself, whatever became of that.
        self.field.set_checked(is_chosen);
        let is_focused = attention.focused == Some(self.place);
        // What has the focus stays usable, or the focus would be lost.
        let is_useless = count == 0 && !is_chosen && !is_focused;
        if self.is_useless != is_useless {
            self.is_useless = is_useless;
            set(&self.field, "disabled", is_useless.then_some(""));
        }
        let is_looked_at = is_focused || attention.pointed == Some(self.place);
        if is_looked_at {
            let (now, then) = (results.matched, store.after_toggle(facet, value));
            set_text(&self.effect, &messages().effect(now, then));
            set_text(&self.described, &messages().number_of(store.agenda, then));
        } else if self.has_effect {
            set_text(&self.effect, "");
            set_text(&self.described, "");
        }
        self.has_effect = is_looked_at;
    }
}
