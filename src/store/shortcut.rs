//! The key `/`, which leads to the search: a shortcut of one character must be one that
//! readers can turn off (WCAG 2.2, criterion 2.1.4).

use crate::messages::{AboutMessages, messages};
use crate::state::saved::Storage;

use super::Store;

/// The key of the storage under which it is noted that it is off, and how.
const KEY: &str = "slash";
const OFF: &str = "off";

impl Store {
    /// Whether `/` leads to the search, as it does if nobody has turned it off in this
    /// browser.
    pub fn has_slash(self) -> bool {
        let noted = self.storage().get(KEY);
        noted.ok().flatten().as_deref() != Some(OFF)
    }

    /// Turns it on or off, or says that this browser does not let us note that.
    pub fn turn_slash(self, on: bool) {
        let storage = self.storage();
        let noted = if on {
            storage.remove(KEY)
        } else {
            storage.set(KEY, OFF)
        };
        if noted.is_err() {
            self.notify_failure(messages().slash_not_stored());
        }
    }
}
