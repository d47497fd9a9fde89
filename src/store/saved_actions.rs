//! The verbs of the reader's own list.

use super::{Explorer, saved_numbers};
use crate::browser::{page, storage::Local};
use crate::query::Page;
use crate::shelf::{self, Operation};
use crate::ui::focus;
use crate::ui::scene::Status;
use crate::words;

impl Explorer {
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
    pub(super) fn beside(self, number: u16) -> Option<u16> {
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

    /// The numbers of the saved recommendations that this agenda has.
    pub fn saved(self) -> Vec<u16> {
        self.kept.with(|kept| saved_numbers(self.agenda, kept))
    }

    pub(super) fn follow_storage(self) {
        // What lasts only here can't be found there.
        if self.kept.with_untracked(|kept| kept.trouble.is_none()) {
            let kept = shelf::load(&Local);
            if self.kept.with_untracked(|current| *current != kept) {
                self.kept.set(kept);
            }
        }
    }
}
