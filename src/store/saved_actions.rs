//! The verbs of the reader's own list.

use leptos::prelude::request_animation_frame;

use super::{Store, saved_numbers};
use crate::browser::focus;
use crate::browser::page;
use crate::ids;
use crate::messages::{SavedMessages, messages};
use crate::state::Page;
use crate::state::saved::{self, Operation, Saved};
use crate::store::transient::Toast;

impl Store {
    /// Saves or removes what it says, keeps it, and tells how to undo it.
    pub fn update_saved(self, operation: Operation) {
        let undo = self.change_saved(&operation);
        match operation.action() {
            Operation::Remove(_) | Operation::Restore(_) | Operation::Edit(_) if undo.is_some() => {
                self.show_toast(Toast {
                    sentence: messages().saved_changed(self.agenda, operation.action()),
                    undo,
                    ..Toast::default()
                })
            }
            // What was moved is seen where it happened. What is saved again need not be put
            // back.
            action => {
                self.transient.update(|transient| {
                    let saved = self.saved.with_untracked(|saved| saved.lists.clone());
                    let is_left = |toast: &Toast| {
                        let undo = toast.undo.as_ref();
                        undo.is_none_or(|undo| saved.clone().apply(undo, "").is_some())
                    };
                    transient.toast = transient.toast.take().filter(is_left);
                    transient.undoable = transient.undoable.take().filter(is_left);
                });
                // That it will not last is told instead.
                let name = self.saved.with_untracked(|saved| {
                    let lasts = saved.persistence_error.is_none();
                    lasts.then(|| saved.lists.name())
                });
                if let (Operation::Save(_), Some(_), Some(name)) = (action, undo, name) {
                    self.notify(&messages().saved_into(&name));
                }
            }
        }
    }

    /// Changes what is saved, keeps it, and gives what undoes it.
    pub(super) fn change_saved(self, operation: &Operation) -> Option<Operation> {
        let current = self.saved.get_untracked();
        let (saved, undo) = saved::change(&self.storage(), &current, operation, &page::now());
        let persistence_error = saved
            .persistence_error
            .filter(|_| current.persistence_error.is_none());
        self.saved.set(saved);
        if let Some(persistence_error) = persistence_error {
            self.announce(messages().persistence_error(persistence_error).to_owned());
        }
        // The browser keeps in its place what stood at the top of the window, and
        // rows that come, go or move may push the focus out of it.
        request_animation_frame(page::keep_focus_in_sight);
        undo
    }

    /// Saves a recommendation, or removes it where it is saved. Deferred.
    #[inline(never)]
    pub fn toggle_saved(self, number: u16) {
        let saved = self.saved().contains(&number);
        if self.view_state.with_untracked(|it| it.page == Page::Saved) {
            // It goes away, and with it the place of the focus.
            focus::next(self.beside(number).map(ids::heading));
        }
        self.update_saved(if saved {
            Operation::Remove(vec![number])
        } else {
            Operation::Save(vec![number])
        });
    }

    /// The one that stands behind another among the results, or else before it.
    pub(super) fn beside(self, number: u16) -> Option<u16> {
        let document = self.agenda.position(number)?;
        let beside = self.results.with_untracked(|results| {
            let place = results.hits.iter().position(|hit| *hit == document)?;
            let before = || results.hits.get(place.checked_sub(1)?);
            results.hits.get(place + 1).or_else(before).copied()
        });
        Some(self.agenda.recommendations.get(beside?)?.number)
    }

    /// The numbers of the saved recommendations that this agenda has.
    pub fn saved(self) -> Vec<u16> {
        self.saved.with(|saved| saved_numbers(self.agenda, saved))
    }

    pub(super) fn follow_storage(self) {
        // What lasts only here can't be found there.
        if self
            .saved
            .with_untracked(|saved| saved.persistence_error.is_none())
        {
            let saved = saved::load(&self.storage());
            // What is not stored yet is not compared: then nothing is followed.
            let is_same = |current: &Saved| {
                current.lists == saved.lists
                    && current.unreadable == saved.unreadable
                    && current.persistence_error == saved.persistence_error
            };
            if !self.saved.with_untracked(is_same) {
                self.saved.set(saved);
            }
        }
    }
}
