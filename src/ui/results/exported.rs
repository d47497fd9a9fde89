//! What goes into files and citations of what is shown. In the part with the files.

use crate::browser::page;
use crate::embedded;
use crate::export::Export;
use crate::state::Page;
use crate::state::saved::Item;
use crate::store::Store;

/// Where and when something is taken from the page, and what the reader notes on it.
pub struct Taken {
    root: String,
    view: String,
    date: String,
    notes: Vec<Item>,
}

impl Taken {
    /// From the page as it is now.
    pub fn now(store: Store) -> Taken {
        // Notes belong to the saved list.
        let is_own = store.view_state.with_untracked(|it| it.page == Page::Saved);
        let notes = is_own.then(|| store.saved.with_untracked(|saved| saved.lists.items()));
        let now = page::now();
        Taken {
            root: store.public_root(),
            view: store.public_link(&store.shared_view()),
            // The day in Greenwich.
            date: now.split('T').next().unwrap_or_default().to_owned(),
            notes: notes.unwrap_or_default(),
        }
    }

    /// These recommendations.
    pub fn export<'a>(&'a self, store: Store, numbers: &'a [u16]) -> Export<'a> {
        Export {
            agenda: store.agenda,
            details: store.details(),
            numbers,
            root: &self.root,
            title: None,
            note: "",
            notes: &self.notes,
            view: &self.view,
            date: &self.date,
            version: embedded::version(),
            without: &[],
        }
    }
}
