//! The one state of the page, and the verbs that change it: what is asked, what
//! is saved, what the reader is told.
//!
//! Address and storage come in, the view goes out. What is shown is derived;
//! the address bar and the storage only mirror what is here.

mod addresses;
mod asking;
mod saving;
mod telling;

use std::ops::{Deref, Range};
use std::sync::OnceLock;

use super::STATIC;
use super::scene::Scene;
use super::signal::{self, Derived};
use super::timer::Timer;
use crate::agenda::Agenda;
use crate::browser::{address, page, storage::Local, unicode::UNICODE};
use crate::embedded;
use crate::engine::{Corpus, Query, Reason, View, count, view};
use crate::frame::{Part, open_ways};
use crate::link::{self, Reading};
use crate::pages::OwnPage;
use crate::query::{self, Page, Question};
use crate::shelf::{self, Kept};
use crate::words;

/// How many results are made at once while the page is made: on an old phone
/// they take as long as nobody notices.
const AT_ONCE: usize = 5;

/// The state, shared by all components. A reference, because every closure of
/// the page holds one.
#[derive(Clone, Copy)]
pub struct Explorer(&'static State);

/// What is behind an [`Explorer`].
pub struct State {
    pub agenda: &'static Agenda,
    corpus: &'static Corpus,
    /// The page of its own that is open, which is never left at run time.
    pub own_page: OwnPage,
    /// What the reader asks for.
    pub question: signal::State<Question>,
    /// The answer, from which every number and every list is taken.
    pub view: Derived<View>,
    /// How many of the results there is room for, which is all once the page is
    /// made: see [`Explorer::make_room`].
    room: signal::State<usize>,
    /// The reader's own list.
    pub kept: signal::State<Kept>,
    /// What else is on the page for the moment.
    pub scene: signal::State<Scene>,
    /// The pending write of a search that is being typed.
    typing: Timer,
    /// The pending announcement of a result.
    pub announcing: Timer,
}

impl Deref for Explorer {
    type Target = &'static State;

    fn deref(&self) -> &&'static State {
        &self.0
    }
}

impl Explorer {
    /// Reads address and storage and begins to listen to both. There is no room
    /// for results yet.
    pub fn start(agenda: &'static Agenda) -> Explorer {
        // Both are needed as long as the page lives.
        let corpus: &'static Corpus = Box::leak(Box::new(query::corpus(agenda, UNICODE.fold)));
        let own_page = OwnPage::at(&address::path(), agenda);
        let reading = read_address(own_page, agenda);
        let explorer = Explorer::new(agenda, corpus, own_page, reading, shelf::load(&Local));
        page::listen("popstate", Box::new(move |_| explorer.follow_address()));
        page::listen("hashchange", Box::new(move |_| explorer.follow_fragment()));
        page::listen(
            "storage",
            Box::new(move |event| {
                let key = page::storage_key(&event);
                if key.is_none_or(|key| key == shelf::SAVED_KEY) {
                    explorer.follow_storage();
                }
            }),
        );
        // A page that comes back out of the browser's cache missed those.
        page::listen("pageshow", Box::new(move |_| explorer.follow_storage()));
        explorer.room.set(0);
        explorer
    }

    /// Makes room for some more results, unless all have been made.
    pub fn make_room(self) -> bool {
        let results = self.view.with_untracked(|view| view.hits.len());
        let more = match page::is_hidden() {
            true => results,
            false => AT_ONCE,
        };
        let is_short = self.room.get_untracked() < results;
        if is_short {
            self.room.update(|room| *room += more);
        }
        is_short
    }

    /// The results that there is room for, as positions in the agenda.
    pub fn results(self) -> Vec<usize> {
        let room = self.room.get();
        self.view
            .with(|view| view.hits.iter().take(room).copied().collect())
    }

    /// The numbers of what is found, in the order of the list.
    pub fn shown(self) -> Vec<u16> {
        let entries = &self.agenda.recommendations;
        self.view.with_untracked(|view| {
            let found = view.hits.iter().filter_map(|hit| entries.get(*hit));
            found.map(|entry| entry.number).collect()
        })
    }

    /// Whether the page is shown, or still made aside.
    pub fn has_arrived(self) -> bool {
        self.room.get() == usize::MAX
    }

    /// Goes to what the address points to, as the page is shown now.
    pub fn arrive(self) {
        self.room.set(usize::MAX);
        self.follow_fragment();
        if let Some(number) = self.question.with_untracked(|question| question.open) {
            self.bring(words::recommendation_id(number), None);
        }
    }

    /// The state as it follows from what was read; it listens to nothing.
    pub fn new(
        agenda: &'static Agenda,
        corpus: &'static Corpus,
        own_page: OwnPage,
        reading: Reading,
        kept: Kept,
    ) -> Explorer {
        let question = signal::State::new(reading.question);
        let kept = signal::State::new(kept);
        let sources = (question.clone(), kept.clone());
        let answer = move || answer(agenda, corpus, &sources.0, &sources.1);
        Explorer(Box::leak(Box::new(State {
            agenda,
            corpus,
            own_page,
            view: Derived::new(answer),
            question,
            room: signal::State::new(usize::MAX),
            kept,
            scene: signal::State::new(Scene {
                remarks: reading.remarks,
                foreign: reading.foreign,
                ..Scene::default()
            }),
            typing: Timer::default(),
            announcing: Timer::default(),
        })))
    }

    /// How many would be shown if a value of a facet were chosen, or no longer.
    pub fn after_toggle(self, facet: usize, value: usize) -> usize {
        let mut question = self.question.get();
        question.toggle(facet, value);
        count(self.corpus, &query_of(self.agenda, &question, &self.kept))
    }

    /// For each passage of a recommendation, the bytes of what was found.
    pub fn marks(self, number: u16) -> Vec<Vec<Range<usize>>> {
        self.view.with(|view| match self.agenda.position(number) {
            Some(document) if view.hits.contains(&document) => {
                view.reading.marks(self.corpus, document)
            }
            _ => Vec::new(),
        })
    }

    /// Why a recommendation is found.
    pub fn reasons(self, number: u16) -> Vec<Reason> {
        let document = self.agenda.position(number);
        self.view.with(|view| {
            let shown = document.filter(|it| view.hits.contains(it));
            let reasons = shown.map(|it| view.reading.reasons(self.corpus, it));
            reasons.unwrap_or_default()
        })
    }

    /// Whether a part of the page is left out, as a site around it may wish.
    pub fn hides(self, part: Part) -> bool {
        self.question
            .with_untracked(|question| question.hides(part))
    }

    /// Whether this is the compact form for other sites.
    pub fn is_embedded(self) -> bool {
        self.question.with_untracked(|question| question.embed)
    }

    /// The agenda with all that few readers open.
    pub fn whole(self) -> &'static Agenda {
        static WHOLE: OnceLock<Option<Agenda>> = OnceLock::new();
        if STATIC {
            return self.agenda;
        }
        let whole = WHOLE.get_or_init(|| embedded::agenda().ok());
        whole.as_ref().unwrap_or(self.agenda)
    }
}

fn read_address(page: OwnPage, agenda: &Agenda) -> Reading {
    link::read_on(page, &address::query(), agenda, UNICODE.compose)
}

fn saved_numbers(agenda: &Agenda, kept: &Kept) -> Vec<u16> {
    let items = kept.shelf.items().into_iter();
    let numbers = items.map(|item| item.number);
    numbers
        .filter(|number| agenda.position(*number).is_some())
        .collect()
}

fn answer(
    agenda: &Agenda,
    corpus: &Corpus,
    question: &signal::State<Question>,
    kept: &signal::State<Kept>,
) -> View {
    question.with(|question| {
        let saved = ground(agenda, question, kept);
        let mut view = view(corpus, &question.query(agenda, &saved, UNICODE.fold));
        let ground = (corpus, &saved[..], UNICODE.fold);
        view.relaxations = open_ways(view.relaxations, question, agenda, ground);
        view
    })
}

/// A question as the engine takes it.
fn query_of(agenda: &Agenda, question: &Question, kept: &signal::State<Kept>) -> Query {
    question.query(agenda, &ground(agenda, question, kept), UNICODE.fold)
}

/// The saved recommendations, on which only the page that shows them depends.
fn ground(agenda: &Agenda, question: &Question, kept: &signal::State<Kept>) -> Vec<u16> {
    match question.page {
        Page::Saved => kept.with(|kept| saved_numbers(agenda, kept)),
        _ => Vec::new(),
    }
}
