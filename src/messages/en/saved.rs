//! The words of the saved list, of lists in links, and of persistence error with the storage.

use super::recommendation;
use crate::state::saved::{Operation, PersistenceError, StorageError};

pub const SAVED_EMPTY: &str = "Nothing saved yet. “Save” at a recommendation puts it here, in this browser only; nothing is sent anywhere.";
pub const SAVED_HERE: &str = "Kept in this browser only; nothing is sent anywhere. The link to the list carries it to other devices and people.";
pub const SAVED_IN_FRAME: &str = "Kept in this browser only, for this site alone; nothing is sent anywhere. The link to the list carries it to the full page, other devices and people.";
pub const REMOVE_ALL: &str = "Remove all";
pub const UNDO: &str = "Undo";
pub const DISMISS: &str = "Dismiss";
pub const DOWNLOAD: &str = "Download it";
pub const DISCARD: &str = "Discard it";
pub const UNREADABLE: &str = "Saved data in this browser can't be read, so it is kept aside unchanged. Download it if it matters to you.";
pub const NOT_DISCARDED: &str = "The browser did not let us discard it.";
pub const NOT_DOWNLOADED: &str = "The browser did not let us hand out the file.";

/// What a list that came with a link is.
pub fn list_from_link(length: usize) -> String {
    match length {
        1 => "This link carries a list of 1 recommendation. It is not added to what you saved."
            .to_owned(),
        _ => format!(
            "This link carries a list of {length} recommendations, in its own order. It is not added to what you saved."
        ),
    }
}

/// The button that adds such a list to the saved ones.
pub fn save_list(new: usize) -> String {
    match new {
        0 => "All of them are saved".to_owned(),
        _ => format!("Save {new} of them"),
    }
}

/// Why saved things will not last.
pub fn persistence_error(persistence_error: PersistenceError) -> &'static str {
    match persistence_error {
        PersistenceError::Refused(StorageError::Unavailable) => {
            "This browser gives us no storage here: what you save lasts until the page closes. The link to the list keeps it."
        }
        PersistenceError::Refused(StorageError::Full) => {
            "The storage of this browser did not take it: what you save now lasts until the page closes. The link to the list keeps it."
        }
        PersistenceError::Newer => {
            "A newer version of this explorer saved these lists: they are shown, and changes last until the page closes. Reload to get the newer version."
        }
    }
}

/// What was taken out of the list, or put back.
pub fn done(operation: &Operation) -> String {
    match operation {
        Operation::Remove(numbers) => match numbers.as_slice() {
            [number] => format!("{} is no longer saved.", recommendation(*number)),
            numbers => format!("{} recommendations are no longer saved.", numbers.len()),
        },
        _ => "Put back.".to_owned(),
    }
}
