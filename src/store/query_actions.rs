//! The verbs that change what the reader asks for.

use crate::ids;
use std::ops::Range;
use std::sync::atomic::Ordering;
use std::time::Duration;

use leptos::prelude::request_animation_frame;

use super::transient::OnDemand;
use super::{Part, Store};
use crate::browser::{address, page, unicode::UNICODE};
use crate::messages::{SearchMessages, messages};
use crate::state::url;
use crate::state::{Change, Matching, Scheme, SearchText, Sort, ViewState};

/// How long after the last key the address bar follows. Some browsers refuse
/// more than 100 entries in ten seconds.
const TYPING: Duration = Duration::from_millis(400);

impl Store {
    /// Searches for what was typed.
    pub fn search(self, text: &str) {
        let mut view_state = self.view_state.get_untracked();
        let (search, cut) = SearchText::clipped(text, UNICODE.compose);
        let cut = if cut {
            search.clone()
        } else {
            SearchText::default()
        };
        if self
            .transient
            .with_untracked(|transient| transient.cut != cut)
        {
            self.transient.update(|transient| transient.cut = cut);
        }
        view_state.search = search;
        let view_state = view_state.normalised();
        if self.needs_words(&view_state) {
            return self.await_words(text);
        }
        if view_state != self.view_state.get_untracked() {
            self.changed_here.store(true, Ordering::Relaxed);
            self.view_state.set(view_state);
            self.typing
                .start(TYPING, move || self.sync_url(address::Entry::Replace));
        }
        // Only now, as the field follows the state as soon as nothing is awaited.
        self.stop_awaiting();
    }

    /// Whether a view can only be shown with words that are not loaded.
    pub fn needs_words(self, view_state: &ViewState) -> bool {
        self.index.needs_words(&view_state.search) && !self.is_there(Part::Words)
    }

    /// Whether the search that was typed last waits for its words.
    pub fn is_awaiting_words(self) -> bool {
        self.transient
            .with_untracked(|transient| transient.awaiting_words.is_some())
    }

    /// Searches for a text as soon as the words that it needs are there. Until then
    /// everything stays as it is, also where they do not arrive: they are asked for again
    /// with the next letter, or with Enter.
    #[inline(never)]
    fn await_words(self, text: &str) {
        let is_loading = self.transient.with_untracked(|it| {
            it.awaiting_words.is_some() && it.on_demand(Part::Words) != OnDemand::Failed
        });
        self.transient
            .update(|transient| transient.awaiting_words = Some(text.to_owned()));
        if is_loading {
            return;
        }
        let answered = move |arrived| {
            let awaited = self
                .transient
                .with_untracked(|it| it.awaiting_words.clone());
            let Some(text) = awaited else { return };
            if arrived {
                self.search(&text);
            } else {
                self.announce(messages().words_not_loaded(&text));
            }
        };
        self.when_answered(Part::Words, Box::new(answered));
    }

    /// No longer waits for the words of what was typed.
    pub(super) fn stop_awaiting(self) {
        if self.is_awaiting_words() {
            self.forget_awaited();
        }
    }

    #[inline(never)]
    fn forget_awaited(self) {
        self.transient.update(|it| it.awaiting_words = None);
    }

    /// Chooses a value of a facet, or no longer.
    pub fn toggle(self, facet: usize, value: usize) {
        self.edit(|view_state| view_state.toggle(facet, value));
    }

    /// Asks for all chosen themes instead of any, or the other way round.
    pub fn switch_matching(self) {
        self.edit(|view_state| {
            view_state.matching = match view_state.matching {
                Matching::Any => Matching::All,
                Matching::All => Matching::Any,
            };
        });
    }

    /// Opens a recommendation, or closes it where it is open.
    pub fn toggle_open(self, number: u16) {
        self.edit(|view_state| {
            view_state.open = (view_state.open != Some(number)).then_some(number);
        });
    }

    /// Orders the results.
    pub fn sort(self, sort: Sort) {
        self.edit(|view_state| view_state.sort = Some(sort));
    }

    /// Removes search and filters.
    pub fn clear(self) {
        self.edit(ViewState::clear);
    }

    /// Shows what the site around the frame asks for. It may change what its
    /// reader can't.
    pub fn follow_host(self, query: &str) {
        let reading = url::read(query, self.agenda, UNICODE.compose);
        let asked = self
            .view_state
            .with_untracked(|present| reading.view_state.shown_as(present));
        self.replace(asked);
    }

    /// Puts on the colours that the site around the frame has; without any, those of the
    /// reader.
    pub fn set_scheme(self, scheme: Option<Scheme>) {
        let mut view_state = self.view_state.get_untracked();
        view_state.scheme = scheme;
        self.replace(view_state);
    }

    pub(super) fn replace(self, view_state: ViewState) {
        self.typing.stop();
        self.view_state.set(view_state.normalised());
        self.sync_url(address::Entry::Replace);
    }

    /// Makes a change that leads out of an empty result.
    pub fn relax(self, change: &Change) {
        self.edit(|view_state| *view_state = view_state.changed(change, UNICODE.fold));
    }

    /// Takes what was typed there as it is written, not as it was understood.
    pub fn as_written(self, range: Range<usize>) {
        self.edit(|view_state| *view_state = view_state.as_written(range, &UNICODE));
    }

    /// Goes to what the search names, if it names something.
    pub fn follow_search(self) {
        if let Some(text) = self
            .transient
            .with_untracked(|it| it.awaiting_words.clone())
        {
            return self.search(&text);
        }
        let named = self.results.with_untracked(|results| {
            let reference = results.interpretation.references.as_ref()?.first()?;
            let shown = results.hits.contains(&reference.document);
            shown.then(|| (reference.document, reference.passages.first().copied()))
        });
        let Some((document, passage)) = named else {
            // The keyboard of a screen goes away, which covers what was found.
            if page::is_touched() {
                page::focus(ids::RESULTS);
            }
            return;
        };
        let Some(entry) = self.agenda.recommendations.get(document) else {
            return;
        };
        self.edit(|view_state| view_state.open = Some(entry.number));
        let block = passage.and_then(|passage| entry.text.get(passage));
        let id = match block.and_then(|block| block.id.as_deref()) {
            Some(id) => ids::item(entry.number, id),
            None => ids::recommendation(entry.number),
        };
        self.scroll_to(id, Some(ids::heading(entry.number)));
    }

    /// Changes the view state for good: a new entry in the history.
    pub fn edit(self, change: impl FnOnce(&mut ViewState)) {
        let mut view_state = self.view_state.get_untracked();
        change(&mut view_state);
        self.push(view_state);
    }

    /// Asks another view_state: a new entry in the history.
    pub fn push(self, view_state: ViewState) {
        let view_state = self.allowed(view_state).normalised();
        if view_state == self.view_state.get_untracked() {
            return;
        }
        if self.typing.stop() {
            self.sync_url(address::Entry::Replace);
        }
        self.clear_url_warnings();
        self.changed_here.store(true, Ordering::Relaxed);
        self.view_state.set(view_state);
        self.sync_url(address::Entry::Push);
    }

    /// Asks another view state and goes to what it opens.
    pub fn navigate(self, view_state: ViewState) {
        let open = view_state.open;
        self.push(view_state);
        if let Some(number) = open {
            let heading = ids::heading(number);
            self.scroll_to(ids::recommendation(number), Some(heading));
        }
    }

    /// A view state as it may be asked here.
    pub(super) fn allowed(self, view_state: ViewState) -> ViewState {
        self.view_state
            .with_untracked(|present| view_state.allowed_by(present, self.agenda))
    }

    /// Brings an element into view, and gives the focus to another, once the
    /// components have followed the state.
    pub(super) fn scroll_to(self, id: String, focused: Option<String>) {
        request_animation_frame(move || {
            page::scroll_to(&id);
            if let Some(focused) = focused {
                page::focus(&focused);
            }
        });
    }
}
