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
use crate::ui::dom::{Node, all, first, set, set_text};
use facet_search::SearchResults;

/// The positions of a facet and of one of its values.
type Place = (usize, usize);

/// The values in the panel of the page, and which of them the reader looks at.
#[derive(Default)]
struct Panel {
    rows: Vec<Row>,
    attention: Attention,
}

thread_local! {
    // Never dropped: it lasts as long as the page.
    static PANEL: &'static RefCell<Panel> = Box::leak(Box::default());
}

/// The values that the reader looks at.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Attention {
    /// The one that has the focus.
    focused: Option<Place>,
    /// The one that is pointed at.
    pointed: Option<Place>,
}

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
    let place = place_at(store.agenda, event);
    PANEL.with(|panel| {
        // Where an element does this because of what is just being written.
        let Ok(mut panel) = panel.try_borrow_mut() else {
            return;
        };
        let before = panel.attention;
        let now = &mut panel.attention;
        match event.type_().as_str() {
            "focusin" => now.focused = place,
            "focusout" => now.focused = None,
            "pointerover" => now.pointed = place,
            _ => now.pointed = None,
        }
        let now = *now;
        if now != before {
            let touched = [before.focused, before.pointed, now.focused, now.pointed];
            panel.follow(store, Some(touched));
        }
    });
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
        let rows = fields.filter_map(|field| row(store.agenda, field));
        let made = Panel {
            rows: rows.collect(),
            attention: Attention::default(),
        };
        PANEL.with(|panel| panel.replace(made));
        let switches = all(&panel, "[data-part=match]");
        let following = move || {
            store.view_state.with(|view_state| {
                for switch in &switches {
                    if let Some(switch) = switch.dyn_ref::<HtmlInputElement>() {
                        switch.set_checked(view_state.matching == Matching::All);
                    }
                }
            });
            store.results.with(|_| ());
            PANEL.with(|panel| panel.borrow_mut().follow(store, None));
        };
        if let Some(kept) = keep.upgrade() {
            *RefCell::borrow_mut(&kept) = Some(Following::new(following));
        }
    });
    kept
}

impl Panel {
    /// Brings the values up to date, or only some.
    fn follow(&mut self, store: Store, only: Option<[Option<Place>; 4]>) {
        store.view_state.with_untracked(|view_state| {
            store.results.with_untracked(|results| {
                for row in &mut self.rows {
                    if only.is_none_or(|only| only.contains(&Some(row.place))) {
                        row.follow(store, results, view_state, self.attention);
                    }
                }
            });
        });
    }
}

fn row(agenda: &Agenda, field: Element) -> Option<Row> {
    let place = place_of(agenda, &field)?;
    let label = field.parent_element()?;
    Some(Row {
        place,
        field: field.dyn_into().ok()?,
        count: first(&label, ".facet__count")?,
        effect: first(&label, ".facet__effect")?,
        described: first(&label, "[hidden]")?,
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
