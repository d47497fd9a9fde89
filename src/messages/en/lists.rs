use super::English;
use super::grammar::{self, counted, listed, minutes};
use crate::data::Agenda;
use crate::joined::joined;
use crate::messages::{Grammar, ListMessages, Names};
use crate::state::saved::{Combination, ImportError, Importing, Preview};

impl ListMessages for English {
    fn lists(&self) -> &'static str {
        "Your lists"
    }

    fn untitled(&self) -> &'static str {
        "Untitled list"
    }

    fn list_choice(&self, name: &str, count: usize) -> String {
        format!("{name} ({count})")
    }

    fn new_list(&self) -> &'static str {
        "New list"
    }

    fn list_title(&self) -> &'static str {
        "Title of this list"
    }

    fn list_note(&self) -> &'static str {
        "Note on this list"
    }

    fn note(&self, agenda: &Agenda, number: u16) -> String {
        format!("Note on {}", self.recommendation(agenda, number))
    }

    fn add_note(&self) -> &'static str {
        "Add a note"
    }

    fn totals(&self, agenda: &Agenda, count: usize, words: usize, half_minutes: usize) -> String {
        let time = format!("about {}", minutes(half_minutes));
        let parts = [counted(agenda, count), grammar::words(words), time];
        joined(&parts, self.separator())
    }

    fn more(&self) -> &'static str {
        "More"
    }

    fn print(&self) -> &'static str {
        "Print"
    }

    fn duplicate(&self) -> &'static str {
        "Duplicate"
    }

    fn remove_all(&self) -> &'static str {
        "Remove all"
    }

    fn delete_list(&self) -> &'static str {
        "Delete this list"
    }

    fn clear_everything(&self) -> &'static str {
        "Clear everything saved here"
    }

    fn combine(&self) -> &'static str {
        "Combine with another list"
    }

    fn combination(&self, how: Combination, one: &str, other: &str) -> String {
        let (one, other) = (self.quoted(one), self.quoted(other));
        match how {
            Combination::Union => format!("{one} and {other} together"),
            Combination::Intersection => format!("In both {one} and {other}"),
            Combination::Difference => format!("{one} without {other}"),
        }
    }

    fn other_list(&self) -> &'static str {
        "The other list"
    }

    fn name_of_shown(&self, search: &str) -> String {
        if search.is_empty() {
            return "Filtered list".to_owned();
        }
        format!("Search: {search}")
    }

    fn list_added(&self, name: &str) -> String {
        format!("List {} added.", self.quoted(name))
    }

    fn list_renamed(&self, name: &str) -> String {
        format!("List renamed to {}.", self.quoted(name))
    }

    fn list_deleted(&self, name: &str) -> String {
        format!("List {} deleted.", self.quoted(name))
    }

    fn all_cleared(&self, count: usize, unreadable: bool) -> String {
        let lists = match count {
            1 => "1 list".to_owned(),
            _ => format!("{count} lists"),
        };
        let deleted = match (count, unreadable) {
            (0, _) => "Unreadable data".to_owned(),
            (_, true) => format!("{lists} and unreadable data"),
            (_, false) => lists,
        };
        format!(
            "{deleted} deleted. No list, name or note is stored in this browser now. Your settings are kept."
        )
    }

    fn note_changed(&self, agenda: &Agenda, number: Option<u16>) -> String {
        let note = match number {
            Some(number) => self.note(agenda, number),
            None => self.list_note().to_owned(),
        };
        format!("{note} changed.")
    }

    fn not_moved(&self) -> &'static str {
        "Not moved."
    }

    fn moved(&self, agenda: &Agenda, number: u16, place: usize) -> String {
        let name = self.recommendation(agenda, number);
        format!("{name} moved to position {place}.")
    }

    fn undo_earlier(&self) -> &'static str {
        "Earlier changes"
    }

    fn undo_of(&self, done: &str) -> String {
        format!("Undo: {done}")
    }

    fn place_in_list(&self, agenda: &Agenda, number: u16) -> String {
        format!("Position of {}", self.recommendation(agenda, number))
    }

    fn drag(&self, agenda: &Agenda, number: u16) -> String {
        let name = self.recommendation(agenda, number);
        format!("Drag {name}, or move it with the arrow keys")
    }

    fn take_along(&self) -> &'static str {
        "Share, export and import"
    }

    fn with_notes(&self) -> &'static str {
        "Include title and notes in the link"
    }

    fn with_notes_warning(&self) -> &'static str {
        "They become part of the link. Everyone who gets the link, and every program that it passes through, can read them."
    }

    fn link_too_long(&self, length: usize, most: usize) -> String {
        format!(
            "With these notes the link would have {length} characters. Links longer than {most} may not arrive. Shorten the notes, or download the lists as a file."
        )
    }

    fn download_lists(&self) -> &'static str {
        "Download all lists as a file"
    }

    fn lists_downloaded(&self, file: &str) -> String {
        format!("Downloaded {file}.")
    }

    fn import(&self) -> &'static str {
        "Add lists from a file"
    }

    fn file_too_large(&self, size: usize, most: usize) -> String {
        format!("This file is {size} MB. The limit is {most} MB.")
    }

    fn file_not_read(&self) -> &'static str {
        "Your browser could not read this file."
    }

    fn import_error(&self, error: ImportError) -> &'static str {
        match error {
            ImportError::NotLists => {
                "This is not a file of lists, or it is damaged. Nothing was changed."
            }
            ImportError::Newer => {
                "A newer version of this explorer wrote this file. Reload the page to get that version. Nothing was changed."
            }
        }
    }

    fn preview(&self, agenda: &Agenda, preview: &Preview, how: Importing) -> String {
        let lists = |count: usize| match count {
            1 => "1 list".to_owned(),
            count => format!("{count} lists"),
        };
        let mut done = vec![format!("{} would be added", counted(agenda, preview.added))];
        if preview.new > 0 {
            done.push(format!("{} would be new", lists(preview.new)));
        }
        if preview.changed > 0 {
            done.push(match preview.changed {
                1 => "1 note would get more lines".to_owned(),
                count => format!("{count} notes would get more lines"),
            });
        }
        if preview.present > 0 {
            done.push(match preview.present {
                1 => "1 is there already".to_owned(),
                count => format!("{count} are there already"),
            });
        }
        if !preview.ignored.is_empty() {
            let count = match preview.ignored.len() {
                1 => "1 entry would be ignored".to_owned(),
                count => format!("{count} entries would be ignored"),
            };
            let shown = preview.ignored.iter().take(10).map(|it| cut(it));
            let shown: Vec<String> = shown.collect();
            done.push(format!("{count} (number {})", joined(&shown, ", ")));
        }
        if preview.more > 0 {
            done.push(format!("{} too many would be ignored", lists(preview.more)));
        }
        let how = match how {
            Importing::Merge => "Merged",
            Importing::AsNew => "Added as new",
        };
        format!("{how}: {}.", listed(&done))
    }

    fn do_import(&self, how: Importing) -> &'static str {
        match how {
            Importing::Merge => "Merge into lists of the same name",
            Importing::AsNew => "Add as new lists",
        }
    }

    fn cancel(&self) -> &'static str {
        "Cancel"
    }

    fn imported(&self, file: &str) -> String {
        format!("Lists from {file} added.")
    }

    fn nothing_imported(&self) -> &'static str {
        "Your lists already contain everything in this file."
    }

    fn qr_code(&self) -> &'static str {
        "QR code of the link to this list"
    }

    fn list_of_link(&self, agenda: &Agenda, title: &str, count: usize) -> String {
        let list = counted(agenda, count);
        if title.is_empty() {
            return format!("A list of {list}, from a link. Your own lists are unchanged.");
        }
        let title = self.quoted(title);
        format!("{title}: a list of {list}, from a link. Your own lists are unchanged.")
    }

    fn keep_list(&self, kept: bool) -> &'static str {
        if kept {
            "Kept as a list"
        } else {
            "Keep as a list"
        }
    }

    fn name_of_kept(&self) -> &'static str {
        "List from a link"
    }

    fn download_unreadable(&self) -> &'static str {
        "Download it"
    }

    fn discard_unreadable(&self) -> &'static str {
        "Delete it"
    }

    fn discarded(&self) -> &'static str {
        "Unreadable data deleted."
    }

    fn not_discarded(&self) -> &'static str {
        "Your browser could not delete it."
    }
}

/// What a file says for a number, cut where it is long.
fn cut(text: &str) -> String {
    text.chars().take(12).collect()
}
