//! The local storage of the browser.

use web_sys::window;

use crate::state::saved::{Storage, StorageError};

/// The local storage, asked anew each time whether it is there: a browser may
/// refuse it from the start or take it away.
#[derive(Clone, Copy)]
pub struct Local {
    /// What stands before the name of each key.
    pub prefix: &'static str,
}

impl Storage for Local {
    fn prefix(&self) -> &str {
        self.prefix
    }

    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        let item = storage()?.get_item(key);
        item.map_err(|_| StorageError::Unavailable)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        storage()?
            .set_item(key, text)
            .map_err(|_| StorageError::Full)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        let removed = storage()?.remove_item(key);
        removed.map_err(|_| StorageError::Unavailable)
    }
}

fn storage() -> Result<web_sys::Storage, StorageError> {
    let storage = window().and_then(|window| window.local_storage().ok()?);
    storage.ok_or(StorageError::Unavailable)
}
