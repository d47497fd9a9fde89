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
    /// Of the saved list, on the page that shows it.
    title: Option<String>,
    note: String,
    notes: Vec<Item>,
}

impl Taken {
    /// From the page as it is now.
    pub fn now(store: Store) -> Taken {
        // Notes belong to the saved list.
        let is_own = store.view_state.with_untracked(|it| it.page == Page::Saved);
        let list = is_own.then(|| {
            store.saved.with_untracked(|saved| {
                let lists = &saved.lists;
                (lists.name(), lists.note(), lists.items())
            })
        });
        let (title, note, notes) = list.unwrap_or_default();
        let now = page::now();
        Taken {
            root: store.public_root(),
            view: store.public_link(&store.shared_view()),
            // The day in Greenwich.
            date: now.split('T').next().unwrap_or_default().to_owned(),
            title: Some(title).filter(|title| !title.is_empty()),
            note,
            notes,
        }
    }

    /// These recommendations.
    pub fn export<'a>(&'a self, store: Store, numbers: &'a [u16]) -> Export<'a> {
        Export {
            agenda: store.agenda,
            details: store.details(),
            numbers,
            root: &self.root,
            title: self.title.as_deref(),
            note: &self.note,
            notes: &self.notes,
            view: &self.view,
            date: &self.date,
            version: embedded::version(),
            without: &[],
        }
    }
}
