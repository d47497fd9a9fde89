//! The verbs that change what the reader asks for.

use std::ops::Range;
use std::time::Duration;

use leptos::prelude::request_animation_frame;

use super::Explorer;
use crate::browser::{address, page, unicode::UNICODE};
use crate::engine::Change;
use crate::link;
use crate::query::{Matching, Question, Scheme, SearchText, Sort};
use crate::words;

/// How long after the last key the address bar follows. Some browsers refuse
/// more than 100 entries in ten seconds.
const TYPING: Duration = Duration::from_millis(400);

impl Explorer {
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

    pub(super) fn replace(self, question: Question) {
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

    /// A question as it may be asked here.
    pub(super) fn allowed(self, question: Question) -> Question {
        self.question
            .with_untracked(|present| question.allowed_by(present, self.agenda))
    }

    /// Brings an element into view, and gives the focus to another, once the
    /// components have followed the state.
    pub(super) fn bring(self, id: String, focused: Option<String>) {
        request_animation_frame(move || {
            page::scroll_to(&id);
            if let Some(focused) = focused {
                page::focus(&focused);
            }
        });
    }
}
