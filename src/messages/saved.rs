//! The saved list, lists in links, and storage that fails.

use crate::data::Agenda;
use crate::state::saved::{Operation, PersistenceError};

pub trait SavedMessages {
    /// How the first one is saved.
    fn nothing_saved(&self, agenda: &Agenda) -> String;

    /// Where the list is kept; in a frame, for the site around it alone.
    fn saved_where(&self, framed: bool) -> &'static str;

    /// The button that saves what is shown as a list.
    fn save_shown(&self, count: usize) -> String;

    /// That a recommendation was saved, into the list with a name.
    fn saved_into(&self, name: &str) -> String;

    /// What was taken out of the list, or put back.
    fn saved_changed(&self, agenda: &Agenda, operation: &Operation) -> String;

    /// The button that saves a list of a link, of which some are `new`.
    fn save_list(&self, length: usize, new: usize) -> String;

    /// The button that leaves such a list.
    fn show_all(&self, agenda: &Agenda) -> String;

    /// Why the list will not last.
    fn persistence_error(&self, error: PersistenceError) -> &'static str;

    /// That stored data can't be read, and what can be done with it.
    fn unreadable(&self) -> &'static str;
}
