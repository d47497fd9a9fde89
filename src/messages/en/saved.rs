use super::English;
use super::grammar::counted;
use crate::data::Agenda;
use crate::messages::{Names, SavedMessages};
use crate::state::saved::{Operation, PersistenceError, StorageError};

impl SavedMessages for English {
    fn nothing_saved(&self, agenda: &Agenda) -> String {
        let one = &agenda.noun.one;
        format!("Press “Save” on a {one} to add it here. Your list stays in this browser.")
    }

    fn saved_where(&self, framed: bool) -> &'static str {
        if framed {
            "Saved in this browser only, and for this site alone. Copy the link to open the list on the full page or elsewhere, or to share it."
        } else {
            "Saved in this browser only. Copy the link to open the list elsewhere or to share it."
        }
    }

    fn save_shown(&self, count: usize) -> String {
        match count {
            1 => "Save this one as a list".to_owned(),
            _ => format!("Save these {count} as a list"),
        }
    }

    fn saved_into(&self, name: &str) -> String {
        if name.is_empty() {
            return "Added to your list.".to_owned();
        }
        format!("Added to “{name}”.")
    }

    fn saved_changed(&self, agenda: &Agenda, operation: &Operation) -> String {
        match operation {
            Operation::Remove(numbers) => match numbers.as_slice() {
                [number] => format!("{} removed.", self.recommendation(agenda, *number)),
                numbers => format!("{} removed.", counted(agenda, numbers.len())),
            },
            _ => "Restored.".to_owned(),
        }
    }

    fn save_list(&self, length: usize, new: usize) -> String {
        match (length, new) {
            (1, 0) => "It is in your list".to_owned(),
            (_, 0) => format!("All {length} are in your list"),
            (1, _) => "Add it to your list".to_owned(),
            _ if new == length => format!("Add all {length} to your list"),
            _ => format!("Add the other {new} to your list"),
        }
    }

    fn show_all(&self, agenda: &Agenda) -> String {
        format!("Show all {}", agenda.noun.many)
    }

    fn persistence_error(&self, error: PersistenceError) -> &'static str {
        match error {
            PersistenceError::Refused(StorageError::Unavailable) => {
                "Your browser blocks storage here, so your list is lost when you close the page. Copy its link to keep it."
            }
            PersistenceError::Refused(StorageError::Full) => {
                "This browser’s storage is full. What you save now is lost when you close the page; copy the link to the list to keep it."
            }
            PersistenceError::Newer => {
                "A newer version of this explorer saved these lists. What you change now is lost when you close the page. Reload to get the newer version."
            }
        }
    }

    fn unreadable(&self) -> &'static str {
        "Saved data in this browser can’t be read, so it is kept unchanged. Download it if it matters to you."
    }
}
