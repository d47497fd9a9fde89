//! The one state of the page, and the verbs that change it.
//!
//! Address and storage come in, the view goes out. What is shown is derived;
//! the address bar and the storage only mirror what is here.

use std::ops::{Deref, Range};
use std::sync::OnceLock;
use std::time::Duration;

use leptos::prelude::*;

use super::STATIC;
use super::focus;
use super::signal::{self, Derived};
use super::timer::Timer;
use crate::agenda::Agenda;
use crate::browser::{address, page, storage::Local, unicode::UNICODE};
use crate::embedded;
use crate::engine::{Change, Corpus, Query, Reason, View, count, view};
use crate::frame::{Part, open_ways};
use crate::link::{self, Reading, Remark};
use crate::pages::{OwnPage, RECOMMENDATION};
use crate::query::{self, Matching, Page, Question, Scheme, SearchText, Sort};
use crate::shelf::{self, Kept, Operation};
use crate::words;

/// How long after the last key the address bar follows. Some browsers refuse
/// more than 100 entries in ten seconds.
const TYPING: Duration = Duration::from_millis(400);

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

/// What is on the page for the moment, beside question and answer.
#[derive(Clone, Default)]
pub struct Scene {
    /// What of the opened link is not shown as asked.
    pub remarks: Vec<Remark>,
    /// What belongs to others in the address.
    foreign: Vec<String>,
    /// What was done last.
    pub status: Option<Status>,
    /// How many there have been, so that equal ones are told apart.
    pub statuses: usize,
    /// What was announced last to those who do not see the page.
    pub announced: String,
    /// Whether the panel of the filters is open, on narrow screens.
    pub panel_open: bool,
    /// The value of a facet that has the focus.
    pub focused: Option<(usize, usize)>,
    /// The value of a facet that is pointed at.
    pub pointed: Option<(usize, usize)>,
    /// The recommendation of which the reader wants to know why it is shown.
    pub explained: Option<u16>,
    /// Whether the dialog for sharing was asked for and is not there yet.
    pub sharing: bool,
}

/// What was done last, and how to undo it.
#[derive(Clone)]
pub struct Status {
    pub sentence: String,
    pub undo: Option<Operation>,
    /// A text that could not be copied, to be copied by hand.
    pub by_hand: Option<String>,
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

    /// Searches for what was typed.
    pub fn search(self, text: &str) {
        let mut question = self.question.get_untracked();
        question.search = SearchText::new(text, UNICODE.compose);
        let question = question.normalised();
        if question != self.question.get_untracked() {
            self.question.set(question);
            self.typing
                .start(TYPING, move || self.mirror(address::Entry::Replace));
        }
    }

    /// Chooses a value of a facet, or no longer.
    pub fn toggle(self, facet: usize, value: usize) {
        self.commit(|question| question.toggle(facet, value));
    }

    /// Asks for all chosen themes instead of any, or the other way round.
    pub fn switch_matching(self) {
        self.commit(|question| {
            question.matching = match question.matching {
                Matching::Any => Matching::All,
                Matching::All => Matching::Any,
            };
        });
    }

    /// Opens a recommendation, or closes it where it is open.
    pub fn toggle_open(self, number: u16) {
        self.commit(|question| {
            question.open = (question.open != Some(number)).then_some(number);
        });
    }

    /// Orders the results.
    pub fn sort(self, sort: Sort) {
        self.commit(|question| question.sort = Some(sort));
    }

    /// Removes search and filters.
    pub fn clear(self) {
        self.commit(Question::clear);
    }

    /// Shows what the site around the frame asks for. It may change what its
    /// reader can't.
    pub fn follow_host(self, query: &str) {
        let reading = link::read(query, self.agenda, UNICODE.compose);
        let asked = self
            .question
            .with_untracked(|present| reading.question.shown_as(present));
        self.replace(asked);
    }

    /// Puts on the colours that the site around the frame has.
    pub fn dress(self, scheme: Scheme) {
        let mut question = self.question.get_untracked();
        question.scheme = Some(scheme);
        self.replace(question);
    }

    fn replace(self, question: Question) {
        self.typing.stop();
        self.question.set(question.normalised());
        self.mirror(address::Entry::Replace);
    }

    /// Makes a change that leads out of an empty result.
    pub fn relax(self, change: &Change) {
        self.commit(|question| *question = question.changed(change, UNICODE.fold));
    }

    /// Takes what was typed there as it is written, not as it was understood.
    pub fn as_written(self, range: Range<usize>) {
        self.commit(|question| *question = question.as_written(range, &UNICODE));
    }

    /// Goes to what the search names, if it names something.
    pub fn follow_search(self) {
        let named = self.view.with_untracked(|view| {
            let reference = view.reading.references.as_ref()?.first()?;
            let shown = view.hits.contains(&reference.document);
            shown.then(|| (reference.document, reference.passages.first().copied()))
        });
        let Some((document, passage)) = named else {
            return;
        };
        let Some(entry) = self.agenda.recommendations.get(document) else {
            return;
        };
        self.commit(|question| question.open = Some(entry.number));
        let block = passage.and_then(|passage| entry.text.get(passage));
        let id = match block.and_then(|block| block.id.as_deref()) {
            Some(id) => words::passage_id(entry.number, id),
            None => words::recommendation_id(entry.number),
        };
        self.bring(id, Some(words::heading_id(entry.number)));
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

    /// Changes the question for good: a new entry in the history.
    pub fn commit(self, change: impl FnOnce(&mut Question)) {
        let mut question = self.question.get_untracked();
        change(&mut question);
        self.ask(question);
    }

    /// Asks another question: a new entry in the history.
    pub fn ask(self, question: Question) {
        let question = self.allowed(question).normalised();
        if question == self.question.get_untracked() {
            return;
        }
        if self.typing.stop() {
            self.mirror(address::Entry::Replace);
        }
        self.forget_remarks();
        self.question.set(question);
        self.mirror(address::Entry::Push);
    }

    /// Asks another question and goes to what it opens.
    pub fn go(self, question: Question) {
        let open = question.open;
        self.ask(question);
        if let Some(number) = open {
            let heading = words::heading_id(number);
            self.bring(words::recommendation_id(number), Some(heading));
        }
    }

    /// Saves or removes what it says, keeps it, and tells how to undo it.
    pub fn shelve(self, operation: Operation) {
        let current = self.kept.get_untracked();
        let (kept, undo) = shelf::change(&Local, &current, &operation, &page::now());
        let trouble = kept.trouble.filter(|_| current.trouble.is_none());
        self.kept.set(kept);
        if let Some(trouble) = trouble {
            self.announce(words::trouble(trouble).to_owned());
        }
        match operation {
            Operation::Remove(_) | Operation::Put(_) if undo.is_some() => self.tell(Status {
                sentence: words::done(&operation),
                undo,
                by_hand: None,
            }),
            // What was added or moved is seen where it happened, and what could
            // be undone before is not what was done last any more.
            _ => self.scene.update(|scene| scene.status = None),
        }
    }

    /// Saves a recommendation, or removes it where it is saved.
    pub fn toggle_saved(self, number: u16) {
        let saved = self.saved().contains(&number);
        if self.question.with_untracked(|it| it.page == Page::Saved) {
            // It goes away, and with it the place of the focus.
            focus::next(self.beside(number).map(words::heading_id));
        }
        self.shelve(if saved {
            Operation::Remove(vec![number])
        } else {
            Operation::Save(vec![number])
        });
    }

    /// The one that stands behind another among the results, or else before it.
    fn beside(self, number: u16) -> Option<u16> {
        let document = self.agenda.position(number)?;
        let beside = self.view.with_untracked(|view| {
            let place = view.hits.iter().position(|hit| *hit == document)?;
            let before = || view.hits.get(place.checked_sub(1)?);
            view.hits.get(place + 1).or_else(before).copied()
        });
        Some(self.agenda.recommendations.get(beside?)?.number)
    }

    /// Forgets the stored texts that can't be read.
    pub fn discard_unreadable(self) {
        match shelf::discard_unreadable(&Local) {
            Ok(()) => self.kept.update(|kept| kept.unreadable.clear()),
            Err(_) => self.say(words::NOT_DISCARDED),
        }
    }

    /// Tells the reader something that has happened.
    pub fn say(self, sentence: &str) {
        self.tell(Status {
            sentence: sentence.to_owned(),
            undo: None,
            by_hand: None,
        });
    }

    /// Tells the reader what was done.
    pub fn tell(self, status: Status) {
        page::note_place();
        self.announce(status.sentence.clone());
        self.scene.update(|scene| {
            scene.status = Some(status);
            scene.statuses += 1;
        });
    }

    /// Tells something to those who do not see the page.
    pub fn announce(self, mut sentence: String) {
        self.scene.update(|scene| {
            // What stays the same is not heard again.
            if scene.announced == sentence {
                sentence.push('\u{a0}');
            }
            scene.announced = sentence;
        });
    }

    /// Takes the remarks on the opened link away.
    pub fn forget_remarks(self) {
        self.scene.update(|scene| scene.remarks.clear());
    }

    /// The numbers of the saved recommendations that this agenda has.
    pub fn saved(self) -> Vec<u16> {
        self.kept.with(|kept| saved_numbers(self.agenda, kept))
    }

    /// A question as it may be asked here.
    fn allowed(self, question: Question) -> Question {
        self.question
            .with_untracked(|present| question.allowed_by(present, self.agenda))
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

    /// The address of a question, relative to the page.
    pub fn href(self, question: &Question) -> String {
        if STATIC {
            return self.static_href(question);
        }
        let question = self.allowed(question.clone()).normalised();
        format!("?{}", self.query(&question))
    }

    /// The same for a page that nothing takes over: a page of its own where
    /// there is one, the home page with a query otherwise.
    fn static_href(self, question: &Question) -> String {
        let path = match OwnPage::of(question, self.agenda) {
            Some(page) => page.path(self.agenda),
            None => format!("?{}", link::write(question, self.agenda)),
        };
        let href = self.file(&path);
        if href.is_empty() {
            "./".to_owned()
        } else {
            href
        }
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

    /// The address of a file of the site, relative to the page.
    pub fn file(self, path: &str) -> String {
        self.own_page.root().to_owned() + path
    }

    /// The address of a question for others.
    pub fn public_link(self, question: &Question) -> String {
        let query = link::write(&question.unframed(), self.agenda);
        let root = self.public_root();
        if query.is_empty() {
            root
        } else {
            format!("{root}?{query}")
        }
    }

    /// The address of a recommendation for others: its own page, which can be
    /// previewed where links are shown.
    pub fn public_page(self, number: u16) -> String {
        format!("{}{RECOMMENDATION}/{number}/", self.public_root())
    }

    fn public_root(self) -> String {
        address::public_root(self.own_page.depth())
    }

    fn query(self, question: &Question) -> String {
        link::write_on(self.own_page, question, self.agenda)
    }

    /// The one that asks for a recommendation alone.
    pub fn question_on(self, number: u16) -> Question {
        Question {
            open: Some(number),
            ..Question::new(self.agenda)
        }
    }

    /// The question of a page without anything else.
    pub fn question_of(self, page: Page) -> Question {
        Question {
            page,
            ..Question::new(self.agenda)
        }
    }

    /// Writes the question to the address bar. A browser that refuses leaves
    /// the old address there; everything else goes on.
    fn mirror(self, entry: address::Entry) {
        let query = self
            .question
            .with_untracked(|question| self.query(question));
        let query = self
            .scene
            .with_untracked(|scene| link::with_foreign(query, &scene.foreign));
        let _ = address::write(&query, entry);
    }

    fn follow_address(self) {
        self.typing.stop();
        let reading = read_address(self.own_page, self.agenda);
        self.scene.update(|scene| {
            scene.foreign = reading.foreign;
            scene.remarks = reading.remarks;
        });
        self.question.set(reading.question);
    }

    /// Opens what a fragment such as `rec-12` or `rec-15-3` points to.
    fn follow_fragment(self) {
        let fragment = address::fragment();
        let Some((number, id)) = link::fragment(&fragment, self.agenda) else {
            return;
        };
        let mut question = self.question.get_untracked();
        question.open = Some(number);
        self.question.set(question);
        self.mirror(address::Entry::Replace);
        self.bring(id.to_owned(), None);
    }

    /// Brings an element into view, and gives the focus to another, once the
    /// components have followed the state.
    fn bring(self, id: String, focused: Option<String>) {
        request_animation_frame(move || {
            page::scroll_to(&id);
            if let Some(focused) = focused {
                page::focus(&focused);
            }
        });
    }

    fn follow_storage(self) {
        // What lasts only here can't be found there.
        if self.kept.with_untracked(|kept| kept.trouble.is_none()) {
            let kept = shelf::load(&Local);
            if self.kept.with_untracked(|current| *current != kept) {
                self.kept.set(kept);
            }
        }
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
