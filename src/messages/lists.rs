//! Several saved lists: what is done with them, and how they go elsewhere.

use crate::data::Agenda;
use crate::state::saved::{Combination, ImportError, Importing, Preview};

pub trait ListMessages {
    /// What the part of the page is called.
    fn lists(&self) -> &'static str;

    /// What a list is called that has no name.
    fn untitled(&self) -> &'static str;

    /// A list in the choice of lists.
    fn list_choice(&self, name: &str, count: usize) -> String;

    fn new_list(&self) -> &'static str;
    fn list_title(&self) -> &'static str;
    fn list_note(&self) -> &'static str;
    fn note(&self, agenda: &Agenda, number: u16) -> String;

    /// What stands in a field without a note.
    fn add_note(&self) -> &'static str;

    /// How many recommendations and words a list has, and how long it is read aloud.
    fn totals(&self, agenda: &Agenda, count: usize, words: usize, half_minutes: usize) -> String;

    /// What unfolds what is seldom done.
    fn more(&self) -> &'static str;
    fn print(&self) -> &'static str;
    fn duplicate(&self) -> &'static str;
    fn remove_all(&self) -> &'static str;
    fn delete_list(&self) -> &'static str;
    fn clear_everything(&self) -> &'static str;

    /// The heading of what can be done with several lists.
    fn combine(&self) -> &'static str;

    /// The name of the list that two lists make, and of the button that makes it.
    fn combination(&self, how: Combination, one: &str, other: &str) -> String;

    /// The label of the choice of the other list.
    fn other_list(&self) -> &'static str;

    /// The name of a list of what was shown.
    fn name_of_shown(&self, search: &str) -> String;

    // What was done.

    fn list_added(&self, name: &str) -> String;
    fn list_renamed(&self, name: &str) -> String;
    fn list_deleted(&self, name: &str) -> String;
    /// So many lists, with or without stored texts that can't be read.
    fn all_cleared(&self, count: usize, unreadable: bool) -> String;
    /// Of the list, or of a recommendation in it.
    fn note_changed(&self, agenda: &Agenda, number: Option<u16>) -> String;
    /// That what was dragged stays where it was.
    fn not_moved(&self) -> &'static str;
    fn moved(&self, agenda: &Agenda, number: u16, place: usize) -> String;

    /// What unfolds what can be undone beside the last change, and a button that does it.
    fn undo_earlier(&self) -> &'static str;
    fn undo_of(&self, done: &str) -> String;

    // Where a recommendation stands in a list.

    fn place_in_list(&self, agenda: &Agenda, number: u16) -> String;
    fn drag(&self, agenda: &Agenda, number: u16) -> String;

    // Taking a list along.

    fn take_along(&self) -> &'static str;
    fn with_notes(&self) -> &'static str;

    /// What becomes of a title and notes in a link.
    fn with_notes_warning(&self) -> &'static str;

    /// That a link would be longer than links may be.
    fn link_too_long(&self, length: usize, most: usize) -> String;

    fn download_lists(&self) -> &'static str;
    fn lists_downloaded(&self, file: &str) -> String;
    fn import(&self) -> &'static str;

    /// That a file is larger than is read: its size and the limit, in megabytes.
    fn file_too_large(&self, size: usize, most: usize) -> String;

    /// That the browser does not read a file.
    fn file_not_read(&self) -> &'static str;

    fn import_error(&self, error: ImportError) -> &'static str;

    /// What an import would do.
    fn preview(&self, agenda: &Agenda, preview: &Preview, how: Importing) -> String;

    /// The button that imports.
    fn do_import(&self, how: Importing) -> &'static str;
    fn cancel(&self) -> &'static str;
    fn imported(&self, file: &str) -> String;
    fn nothing_imported(&self) -> &'static str;

    /// What a QR code leads to.
    fn qr_code(&self) -> &'static str;

    // A list of a link.

    /// What such a list is: its title, if it has one, and how many it has.
    fn list_of_link(&self, agenda: &Agenda, title: &str, count: usize) -> String;
    fn keep_list(&self, kept: bool) -> &'static str;

    /// The name of a kept list that has no title.
    fn name_of_kept(&self) -> &'static str;

    // Stored texts that can't be read.

    fn download_unreadable(&self) -> &'static str;
    fn discard_unreadable(&self) -> &'static str;
    fn discarded(&self) -> &'static str;
    fn not_discarded(&self) -> &'static str;
}
