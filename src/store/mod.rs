//! The one state of the page, and the verbs that change it: what is asked, what
//! is saved, what the reader is told.
//!
//! Address and storage come in, the view goes out. What is shown is derived;
//! the address bar and the storage only mirror what is here.

pub mod effect;
pub mod list_actions;
mod notifications;
mod on_demand;
mod part;
mod query_actions;
mod saved_actions;
mod settings;
pub mod signal;
pub mod sync;
pub mod timer;
pub mod transient;
mod urls;

use std::ops::{Deref, Range};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};

use facet_search::{Interpretation, MatchReason, Query, SearchResults};

use crate::browser::{address, page, storage::Local, unicode::UNICODE};
use crate::data::{Agenda, Background, Details, History};
use crate::embedded;
use crate::ids;
use crate::state::saved::{self, Saved};
use crate::state::url::{self, ParsedUrl};
use crate::state::{
    self, EmbedPart, Page, Relaxation, Scope, SearchIndex, StaticPage, ViewState, relaxations,
};
pub use part::Part;
use signal::{Derived, Source};
use timer::Timer;
use transient::TransientState;

/// Whether the pages are written natively and nothing on them does anything.
pub const STATIC: bool = cfg!(feature = "prerender");

/// The state, shared by all components. A reference, because every closure of
/// the page holds one.
#[derive(Clone, Copy)]
pub struct Store(&'static State);

/// What is behind a [`Store`].
pub struct State {
    pub agenda: &'static Agenda,
    /// What few readers open, from when it is asked for.
    details: OnceLock<&'static Details>,
    /// What fewer readers open, from when it is asked for.
    background: OnceLock<&'static Background>,
    /// How the texts came about, from when it is asked for.
    history: OnceLock<&'static History>,
    pub index: &'static SearchIndex,
    /// The page of its own that is open, which is never left at run time.
    pub static_page: StaticPage,
    /// What the reader asks for.
    pub view_state: Source<ViewState>,
    /// The results, from which every number and every list is taken.
    pub results: Derived<SearchResults>,
    /// Whether the page is shown, or still made aside.
    started: AtomicBool,
    /// The reader's own list.
    pub saved: Source<Saved>,
    /// What else is on the page for the moment.
    pub transient: Source<TransientState>,
    /// The pending write of a search that is being typed.
    typing: Timer,
    changed_here: AtomicBool,
    /// The parts that are loaded on demand and whose arrival the page listens to, a bit
    /// each.
    awaited_parts: AtomicU8,
    /// The pending announcement of a result.
    pub announcing: Timer,
    /// The end of a message that leaves by itself.
    leaving: Timer,
}

impl Deref for Store {
    type Target = &'static State;

    fn deref(&self) -> &&'static State {
        &self.0
    }
}

impl Store {
    /// Reads address and storage and begins to listen to both. The page is not
    /// shown yet.
    pub fn start(agenda: &'static Agenda) -> Store {
        // Both are needed as long as the page lives.
        let index = SearchIndex::partial(
            agenda,
            UNICODE.fold,
            embedded::further_words,
            embedded::glossary_notes,
        );
        let index: &'static SearchIndex = Box::leak(Box::new(index));
        let static_page = StaticPage::at(&address::path(), agenda);
        let parsed = read_address(static_page, agenda);
        let storage = storage(agenda);
        let saved = saved::load(&storage);
        let store = Store::new(agenda, index, static_page, parsed, saved);
        let saved_key = saved::saved_key(&storage);
        page::listen("popstate", Box::new(move |_| store.follow_address()));
        page::listen("hashchange", Box::new(move |_| store.follow_fragment()));
        page::listen(
            "storage",
            Box::new(move |event| {
                let key = page::storage_key(&event);
                if key.is_none_or(|key| key == saved_key) {
                    store.follow_storage();
                }
            }),
        );
        // A page that comes back out of the browser's cache missed those.
        page::listen("pageshow", Box::new(move |_| store.follow_storage()));
        store.started.store(false, Ordering::Relaxed);
        store
    }

    /// Whether the last change was made on the page, and not in the history, after
    /// which the browser looks for the place where the reader was.
    pub fn was_changed_here(self) -> bool {
        self.changed_here.load(Ordering::Relaxed)
    }

    /// The numbers of what is found, in the order of the list.
    pub fn shown_numbers(self) -> Vec<u16> {
        let entries = &self.agenda.recommendations;
        self.results.with_untracked(|results| {
            let found = results.hits.iter().filter_map(|hit| entries.get(*hit));
            found.map(|entry| entry.number).collect()
        })
    }

    /// Whether the page is shown, or still made aside.
    pub fn has_started(self) -> bool {
        self.started.load(Ordering::Relaxed)
    }

    /// From now on the page is shown.
    pub fn show(self) {
        self.started.store(true, Ordering::Relaxed);
    }

    /// Goes to what the address points to, as the page is shown now.
    pub fn finish_startup(self) {
        self.follow_fragment();
        if let Some(number) = self.view_state.with_untracked(|view_state| view_state.open) {
            self.scroll_to(ids::recommendation(number), None);
        }
    }

    /// The state as it follows from what was read; it listens to nothing.
    pub fn new(
        agenda: &'static Agenda,
        index: &'static SearchIndex,
        static_page: StaticPage,
        parsed: ParsedUrl,
        saved: Saved,
    ) -> Store {
        let view_state = Source::new(parsed.view_state);
        let saved = Source::new(saved);
        let sources = (view_state.clone(), saved.clone());
        let results = move || {
            let (view_state, saved) = &sources;
            view_state.with(|view_state| index.search(&query_of(agenda, view_state, saved)))
        };
        Store(Box::leak(Box::new(State {
            agenda,
            details: OnceLock::new(),
            background: OnceLock::new(),
            history: OnceLock::new(),
            index,
            static_page,
            results: Derived::new(results),
            view_state,
            started: AtomicBool::new(true),
            saved,
            transient: Source::new(TransientState {
                warnings: parsed.warnings,
                unknown_params: parsed.unknown_params,
                ..TransientState::default()
            }),
            typing: Timer::default(),
            changed_here: AtomicBool::new(false),
            awaited_parts: AtomicU8::new(0),
            announcing: Timer::default(),
            leaving: Timer::default(),
        })))
    }

    /// How many would be shown if a value of a facet were chosen, or no longer.
    pub fn after_toggle(self, facet: usize, value: usize) -> usize {
        let mut view_state = self.view_state.get();
        view_state.toggle(facet, value);
        let query = query_of(self.agenda, &view_state, &self.saved);
        self.index.count(&query)
    }

    /// Why a recommendation is found, by position, and for each of its passages
    /// the bytes of what was found.
    pub fn explain(
        self,
        document: usize,
        results: &SearchResults,
    ) -> (Vec<MatchReason>, Vec<Vec<Range<usize>>>) {
        if !results.hits.contains(&document) {
            return Default::default();
        }
        let corpus = self.index.corpus_of(&results.interpretation);
        let reasons = results.interpretation.reasons(corpus, document);
        let marks = results.interpretation.marks_of(corpus, document, &reasons);
        (reasons, marks)
    }

    /// Where nothing is found, the changes that would find something.
    pub fn relaxations(self) -> Vec<Relaxation> {
        self.with_scope(relaxations)
    }

    /// The words of the search that no recommendation has.
    pub fn unmentioned(self) -> Vec<String> {
        self.with_scope(state::unmentioned)
    }

    /// Asks something of a view, its search as it was understood, and what it is
    /// counted in.
    pub fn with_scope<T>(self, ask: fn(&ViewState, &Interpretation, Scope) -> T) -> T {
        self.view_state.with(|view_state| {
            let saved = scope_of(self.agenda, view_state, &self.saved);
            let scope = Scope {
                agenda: self.agenda,
                index: self.index,
                saved: &saved,
                fold: UNICODE.fold,
            };
            self.results
                .with(|results| ask(view_state, &results.interpretation, scope))
        })
    }

    /// Where the saved list is kept.
    pub(super) fn storage(self) -> Local {
        storage(self.agenda)
    }

    /// Whether a part of the page is left out, as a site around it may wish.
    pub fn hides(self, part: EmbedPart) -> bool {
        self.view_state
            .with_untracked(|view_state| view_state.hides(part))
    }

    /// Whether this is the compact form for other sites.
    pub fn is_embedded(self) -> bool {
        self.view_state
            .with_untracked(|view_state| view_state.embed)
    }

    /// What few readers open.
    pub fn details(self) -> &'static Details {
        self.0
            .details
            .get_or_init(|| Box::leak(Box::new(embedded::details().unwrap_or_default())))
    }

    /// What fewer readers open.
    pub fn background(self) -> &'static Background {
        self.0
            .background
            .get_or_init(|| Box::leak(Box::new(embedded::background())))
    }

    /// How the texts came about.
    pub fn history(self) -> &'static History {
        self.0
            .history
            .get_or_init(|| Box::leak(Box::new(embedded::history())))
    }

    /// Takes the details and the background of a data set that is not the embedded one.
    #[cfg(feature = "prerender")]
    pub fn with_rest(self, details: &'static Details, background: &'static Background) -> Store {
        // Nobody has asked for them yet.
        let _ = self.0.details.set(details);
        let _ = self.0.background.set(background);
        let _ = self.0.history.set(&background.history);
        self
    }
}

fn storage(agenda: &'static Agenda) -> Local {
    Local {
        prefix: &agenda.site.storage_prefix,
    }
}

fn read_address(page: StaticPage, agenda: &Agenda) -> ParsedUrl {
    url::read_on(page, &address::query(), agenda, UNICODE.compose)
}

/// The numbers of the saved recommendations that this agenda has.
fn saved_numbers(agenda: &Agenda, saved: &Saved) -> Vec<u16> {
    if saved.lists.is_empty() {
        return Vec::new();
    }
    numbers_of(agenda, saved)
}

/// Deferred: most visits have saved nothing.
#[inline(never)]
fn numbers_of(agenda: &Agenda, saved: &Saved) -> Vec<u16> {
    let items = saved.lists.items().into_iter();
    items
        .map(|item| item.number)
        .filter(|number| agenda.position(*number).is_some())
        .collect()
}

/// A view as the search takes it.
fn query_of(agenda: &Agenda, view_state: &ViewState, saved: &Source<Saved>) -> Query {
    view_state.query(agenda, &scope_of(agenda, view_state, saved), UNICODE.fold)
}

/// The saved recommendations, on which only the page that shows them depends.
fn scope_of(agenda: &Agenda, view_state: &ViewState, saved: &Source<Saved>) -> Vec<u16> {
    match view_state.page {
        Page::Saved => saved.with(|saved| saved_numbers(agenda, saved)),
        _ => Vec::new(),
    }
}
