//! The verbs of the page of the lists.

use leptos::prelude::untrack;

use super::Store;
use crate::browser::{address, page};
use crate::messages::{ListMessages, messages};
use crate::state::saved::{Edit, Item, List, free_name};
use crate::store::transient::Toast;

/// How a change of the lists is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// In a message with Undo.
    Shown,
    /// To those who do not see the page: the others see it where it happened.
    Announced,
    /// Not at all, and it is not undone: another list is shown.
    Silent,
}

impl Store {
    /// Changes the lists and tells what was done; returns whether anything has changed.
    pub fn edit_lists(self, edit: Edit, done: &str, telling: Telling) -> bool {
        let undo = self.change_saved(&edit.into());
        let has_changed = undo.is_some();
        let toast = Toast {
            sentence: done.to_owned(),
            undo,
            ..Toast::default()
        };
        match telling {
            Telling::Shown if has_changed => self.show_toast(toast),
            Telling::Announced if has_changed => {
                self.transient
                    .update(|transient| transient.add_done(&toast));
                self.announce(toast.sentence);
            }
            _ => {}
        }
        has_changed
    }

    /// The list that is shown, if there is any.
    pub fn current_list(self) -> Option<List> {
        self.saved
            .with(|saved| saved.lists.all().into_iter().next())
    }

    /// A name that no list has.
    pub fn free_list_name(self, name: &str) -> String {
        let lists = untrack(|| self.saved.with(|saved| saved.lists.all()));
        let names: Vec<String> = lists.into_iter().map(|list| list.name).collect();
        free_name(&names, name)
    }

    /// Adds a list of recommendations, which becomes the current one.
    pub fn add_list(self, name: &str, numbers: &[u16]) {
        let name = self.free_list_name(name);
        let items = numbers.iter().map(|number| Item {
            number: *number,
            note: String::new(),
        });
        let items: Vec<Item> = items.collect();
        let edit = Edit::new_list((&page::unique(), &name), "", &items, &page::now());
        self.edit_lists(edit, &messages().list_added(&name), Telling::Shown);
    }

    /// Saves what is shown as a list, named after what was searched for.
    pub fn save_shown(self) {
        let search = self.view_state.with_untracked(|it| it.search.clone());
        let name = messages().name_of_shown(search.as_str());
        self.add_list(&name, &self.shown_numbers());
    }

    /// Takes pairs out of the address that are not of the view.
    pub fn forget_params(self, is_forgotten: fn(&str) -> bool) {
        self.transient.update(|transient| {
            transient
                .unknown_params
                .retain(|piece| !is_forgotten(piece));
        });
        self.sync_url(address::Entry::Replace);
    }
}
