//! The saved list, lists in links, and storage that fails.

use crate::data::Agenda;
use crate::state::saved::{Operation, PersistenceError};

pub trait SavedMessages {
    /// How the first one is saved.
    fn nothing_saved(&self, agenda: &Agenda) -> String;

    /// Where the list is kept; in a frame, for the site around it alone.
    fn saved_where(&self, framed: bool) -> &'static str;

    fn remove_all(&self) -> &'static str;

    /// What was taken out of the list, or put back.
    fn saved_changed(&self, agenda: &Agenda, operation: &Operation) -> String;

    /// Above the results: that they are the list of a link.
    fn shared_list(&self, agenda: &Agenda, length: usize) -> String;

    /// The button that saves a list of a link, of which some are `new`.
    fn save_list(&self, length: usize, new: usize) -> String;

    /// The button that leaves such a list.
    fn show_all(&self, agenda: &Agenda) -> String;

    /// Why the list will not last.
    fn persistence_error(&self, error: PersistenceError) -> &'static str;

    /// That stored data can't be read, and what can be done with it.
    fn unreadable(&self) -> &'static str;

    fn download_unreadable(&self) -> &'static str;
    fn discard_unreadable(&self) -> &'static str;
    fn not_discarded(&self) -> &'static str;
}
