//! A recommendation in the list. Its element is made once, mostly by the page as
//! it was written; what a row shows of the state is compared with what was
//! written last, and only what differs is touched.

use leptos::web_sys::Element;

use crate::data::Recommendation;
use crate::messages::{SearchMessages, messages};
use crate::state::{EmbedPart, ViewState};
use crate::store::Store;
use crate::ui::dom::{Mounted, all, append, create, first, put, set, set_text};
use crate::ui::results::actions::write_saved;
use crate::ui::results::button::{Action, add_button, name, said};
use crate::ui::results::details::show_opened;
use crate::ui::results::match_reasons;
use crate::ui::results::recommendation::{BODY, Place, SECTION, section_name};
use crate::ui::results::text::{Marks, marks, passages, write};
use facet_search::{MatchReason, SearchResults};

/// A recommendation in the page.
pub struct Row {
    entry: &'static Recommendation,
    pub article: Element,
    /// What is changed inside, once something is.
    parts: Option<Parts>,
    /// Where it was put last.
    place: Option<Place>,
    /// What is marked in each passage.
    marks: Vec<Marks>,
    why: String,
    why_button: Option<Element>,
    /// Which of its topics are chosen, a bit each.
    chosen: u32,
    is_locked: bool,
    is_saved: bool,
    details: Option<(Place, Mounted)>,
}

/// The elements inside that change.
struct Parts {
    passages: Vec<Element>,
    why: Option<Element>,
    tags: Vec<Element>,
    actions: Element,
}

impl Row {
    /// The row of an element that was written for a view state. `place` is where it
    /// stands; none where its heading is not of the rank that rows have.
    pub fn new(
        store: Store,
        entry: &'static Recommendation,
        article: Element,
        written: &ViewState,
        place: Option<Place>,
    ) -> Row {
        let marks = marks(store, entry, Vec::new(), written);
        Row {
            entry,
            article,
            parts: None,
            place,
            marks,
            why: String::new(),
            why_button: None,
            chosen: 0,
            is_locked: false,
            is_saved: false,
            details: None,
        }
    }

    /// Follows where it stands.
    pub fn stand(&mut self, store: Store, place: Place) {
        if self.place == Some(place) {
            return;
        }
        // Those of its own page have headings of other ranks.
        if self.place.is_none()
            && let Some(details) = first(&self.article, ".details__column")
        {
            details.remove();
        }
        self.place = Some(place);
        if let Some(heading) = first(&self.article, ".recommendation__number") {
            set(&heading, "aria-level", Some(place.level()));
        }
        // A style sheet hides it where a heading says it.
        let body = first(&self.article, BODY).filter(|_| place != Place::InSection);
        if let Some(body) = body
            && first(&body, ".recommendation__cluster").is_none()
        {
            let name = create("p", SECTION);
            set_text(&name, &section_name(store, self.entry));
            put(&body, &name, body.first_child().as_ref());
        }
        let part = (place != Place::Outside).then_some("result");
        set(&self.article, "data-part", part);
    }

    /// Follows what is asked and found.
    /// `explained` is the recommendation of which the reader wants to know why it is
    /// shown.
    pub fn follow(
        &mut self,
        store: Store,
        results: &SearchResults,
        view_state: &ViewState,
        explained: Option<u16>,
    ) {
        let number = self.entry.number;
        if self.parts.is_none() {
            self.parts = Some(Parts::find(&self.article, store, number));
        }
        let document = store.agenda.position(number).unwrap_or_default();
        let (reasons, hits) = store.explain(document, results);
        let place = self.place.filter(|_| view_state.open == Some(number));
        if self.details.as_ref().map(|(place, _)| *place) != place {
            self.follow_open(store, place);
        }
        self.follow_marks(marks(store, self.entry, hits, view_state));
        self.follow_reasons(store, &reasons, explained == Some(number));
        self.follow_topics(store, view_state);
    }

    #[inline(never)]
    fn follow_marks(&mut self, new: Vec<Marks>) {
        let passages = self.parts.iter().flat_map(|parts| &parts.passages);
        let blocks = passages.zip(&self.entry.text).zip(&new).enumerate();
        for (place, ((passage, block), new)) in blocks {
            if self.marks.get(place) != Some(new) {
                write(passage, &block.text, new);
            }
        }
        self.marks = new;
    }

    #[inline(never)]
    fn follow_reasons(&mut self, store: Store, reasons: &[MatchReason], asked: bool) {
        let Some(parts) = &self.parts else { return };
        let why = match_reasons::sentences(store, self.entry, reasons, asked);
        if let Some(list) = parts.why.as_ref().filter(|_| self.why != why) {
            match_reasons::write(list, &why);
            self.why = why;
        }
        let can_ask = match_reasons::on_demand(reasons);
        if can_ask != self.why_button.is_some() {
            match self.why_button.take() {
                Some(button) => button.remove(),
                None => {
                    let button = why_button(&parts.actions, store, self.entry.number);
                    self.why_button = Some(button);
                }
            }
        }
        if let Some(button) = &self.why_button {
            set(button, "aria-expanded", Some(said(!self.why.is_empty())));
        }
    }

    #[inline(never)]
    fn follow_topics(&mut self, store: Store, view_state: &ViewState) {
        let Some(facet) = store.agenda.topic() else {
            return;
        };
        let is_locked = view_state.locks(facet);
        let Some(topics) = store.agenda.facets.get(facet) else {
            return;
        };
        let tags = self.parts.iter().flat_map(|parts| &parts.tags);
        let topics = topics.values_of(self.entry.number).zip(tags);
        for (place, (value, tag)) in topics.enumerate() {
            // A number has room for more topics than a text can have.
            let (bit, is) = (1 << (place & 31), view_state.is_chosen(facet, value));
            if (self.chosen & bit != 0) != is {
                self.chosen ^= bit;
                set(tag, "aria-current", is.then_some("true"));
            }
            if self.is_locked != is_locked {
                set(tag, "aria-disabled", is_locked.then_some("true"));
            }
        }
        self.is_locked = is_locked;
    }

    /// Shows the details in a place, or takes them away.
    fn follow_open(&mut self, store: Store, place: Option<Place>) {
        // The old ones go first, and what they had marked in the text.
        if self.details.take().is_some() {
            self.marks.clear();
        }
        self.details = place.and_then(|place| {
            let rank = match place {
                Place::InSection => "h5",
                Place::Ungrouped | Place::Outside => "h4",
            };
            Some((place, show_opened(&self.article, store, self.entry, rank)?))
        });
        set(&self.article, "data-opened", place.map(|_| ""));
        if let Some(button) = first(&self.article, "[data-action=details]") {
            set(&button, "aria-expanded", Some(said(place.is_some())));
        }
    }

    /// Follows the saved list.
    pub fn follow_saved(&mut self, store: Store, saved: &[u16]) {
        let is_saved = saved.contains(&self.entry.number);
        if is_saved != self.is_saved {
            self.is_saved = is_saved;
            write_saved((&self.article, self.entry), store, is_saved);
        }
    }
}

/// Makes the button that asks for the reasons.
fn why_button(actions: &Element, store: Store, number: u16) -> Element {
    let button = add_button(actions, Action::Why, messages().why());
    name(&button, store, number);
    button
}

impl Parts {
    fn find(article: &Element, store: Store, number: u16) -> Parts {
        let actions = first(article, ".recommendation__actions");
        let actions = actions.unwrap_or_else(|| append(article, "div", ""));
        // The list is behind the header; what leads nowhere is left out.
        if store.hides(EmbedPart::Header)
            && let Some(save) = first(&actions, "[data-part=save]")
        {
            save.remove();
        }
        for button in all(&actions, "button") {
            name(&button, store, number);
        }
        Parts {
            passages: passages(article),
            why: first(article, ".why"),
            tags: all(article, ".tag"),
            actions,
        }
    }
}
