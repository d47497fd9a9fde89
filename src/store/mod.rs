//! The one state of the page, and the verbs that change it: what is asked, what
//! is saved, what the reader is told.
//!
//! Address and storage come in, the view goes out. What is shown is derived;
//! the address bar and the storage only mirror what is here.

pub mod effect;
mod notifications;
mod query_actions;
mod saved_actions;
pub mod signal;
pub mod sync;
pub mod timer;
pub mod transient;
mod urls;

use std::ops::{Deref, Range};
use std::sync::OnceLock;

use facet_search::{Corpus, MatchReason, Query, SearchResults, count, search};

use crate::browser::{address, page, storage::Local, unicode::UNICODE};
use crate::data::{Agenda, Details};
use crate::embedded;
use crate::ids;
use crate::state::saved::{self, Saved};
use crate::state::url::{self, ParsedUrl};
use crate::state::{self, EmbedPart, Page, Relaxation, Scope, StaticPage, ViewState, relaxations};
use signal::{Derived, Source};
use timer::Timer;
use transient::TransientState;

/// Whether the pages are written natively and nothing on them does anything.
pub const STATIC: bool = cfg!(feature = "prerender");

/// How many results are made at once while the page is made: on an old phone
/// they take as long as nobody notices.
const AT_ONCE: usize = 5;

/// The state, shared by all components. A reference, because every closure of
/// the page holds one.
#[derive(Clone, Copy)]
pub struct Store(&'static State);

/// What is behind a [`Store`].
pub struct State {
    pub agenda: &'static Agenda,
    /// What few readers open, from when it is asked for.
    details: OnceLock<&'static Details>,
    corpus: &'static Corpus,
    /// The page of its own that is open, which is never left at run time.
    pub static_page: StaticPage,
    /// What the reader asks for.
    pub view_state: Source<ViewState>,
    /// The results, from which every number and every list is taken.
    pub results: Derived<SearchResults>,
    /// How many of the results are rendered, which is all once the page is shown:
    /// see [`Store::render_more`].
    rendered: Source<usize>,
    /// The reader's own list.
    pub saved: Source<Saved>,
    /// What else is on the page for the moment.
    pub transient: Source<TransientState>,
    /// The pending write of a search that is being typed.
    typing: Timer,
    /// The pending announcement of a result.
    pub announcing: Timer,
}

impl Deref for Store {
    type Target = &'static State;

    fn deref(&self) -> &&'static State {
        &self.0
    }
}

impl Store {
    /// Reads address and storage and begins to listen to both. No results are
    /// rendered yet.
    pub fn start(agenda: &'static Agenda) -> Store {
        // Both are needed as long as the page lives.
        let corpus: &'static Corpus = Box::leak(Box::new(state::corpus(agenda, UNICODE.fold)));
        let static_page = StaticPage::at(&address::path(), agenda);
        let parsed = read_address(static_page, agenda);
        let storage = storage(agenda);
        let saved = saved::load(&storage);
        let store = Store::new(agenda, corpus, static_page, parsed, saved);
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
        store.rendered.set(0);
        store
    }

    /// Renders some more results; tells whether there were any left.
    pub fn render_more(self) -> bool {
        let results = self.results.with_untracked(|results| results.hits.len());
        let more = if page::is_hidden() { results } else { AT_ONCE };
        let is_short = self.rendered.get_untracked() < results;
        if is_short {
            self.rendered.update(|rendered| *rendered += more);
        }
        is_short
    }

    /// The results that are rendered, as positions in the agenda.
    pub fn rendered_results(self) -> Vec<usize> {
        let rendered = self.rendered.get();
        self.results
            .with(|results| results.hits.iter().take(rendered).copied().collect())
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
        self.rendered.get() == usize::MAX
    }

    /// Goes to what the address points to, as the page is shown now.
    pub fn finish_startup(self) {
        self.rendered.set(usize::MAX);
        self.follow_fragment();
        if let Some(number) = self.view_state.with_untracked(|view_state| view_state.open) {
            self.scroll_to(ids::recommendation(number), None);
        }
    }

    /// The state as it follows from what was read; it listens to nothing.
    pub fn new(
        agenda: &'static Agenda,
        corpus: &'static Corpus,
        static_page: StaticPage,
        parsed: ParsedUrl,
        saved: Saved,
    ) -> Store {
        let view_state = Source::new(parsed.view_state);
        let saved = Source::new(saved);
        let sources = (view_state.clone(), saved.clone());
        let results = move || {
            let (view_state, saved) = &sources;
            view_state.with(|view_state| search(corpus, &query_of(agenda, view_state, saved)))
        };
        Store(Box::leak(Box::new(State {
            agenda,
            details: OnceLock::new(),
            corpus,
            static_page,
            results: Derived::new(results),
            view_state,
            rendered: Source::new(usize::MAX),
            saved,
            transient: Source::new(TransientState {
                warnings: parsed.warnings,
                unknown_params: parsed.unknown_params,
                ..TransientState::default()
            }),
            typing: Timer::default(),
            announcing: Timer::default(),
        })))
    }

    /// How many would be shown if a value of a facet were chosen, or no longer.
    pub fn after_toggle(self, facet: usize, value: usize) -> usize {
        let mut view_state = self.view_state.get();
        view_state.toggle(facet, value);
        count(
            self.corpus,
            &query_of(self.agenda, &view_state, &self.saved),
        )
    }

    /// For each passage of a recommendation, the bytes of what was found.
    pub fn marks(self, number: u16) -> Vec<Vec<Range<usize>>> {
        self.results
            .with(|results| match self.agenda.position(number) {
                Some(document) if results.hits.contains(&document) => {
                    results.interpretation.marks(self.corpus, document)
                }
                _ => Vec::new(),
            })
    }

    /// Why a recommendation is found.
    pub fn reasons(self, number: u16) -> Vec<MatchReason> {
        let document = self.agenda.position(number);
        self.results.with(|results| {
            let shown = document.filter(|it| results.hits.contains(it));
            let reasons = shown.map(|it| results.interpretation.reasons(self.corpus, it));
            reasons.unwrap_or_default()
        })
    }

    /// Where nothing is found, the changes that would find something.
    pub fn relaxations(self) -> Vec<Relaxation> {
        self.view_state.with(|view_state| {
            let saved = scope_of(self.agenda, view_state, &self.saved);
            let scope = Scope {
                agenda: self.agenda,
                corpus: self.corpus,
                saved: &saved,
                fold: UNICODE.fold,
            };
            self.results
                .with(|results| relaxations(view_state, &results.interpretation, scope))
        })
    }

    /// Where the saved list is kept.
    fn storage(self) -> Local {
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

    /// Takes the details of a data set that is not the embedded one.
    #[cfg(feature = "prerender")]
    pub fn with_details(self, details: &'static Details) -> Store {
        // Nobody has asked for them yet.
        let _ = self.0.details.set(details);
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
