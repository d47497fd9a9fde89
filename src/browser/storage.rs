//! The local storage of the browser.

use gloo_storage::{LocalStorage, Storage};
use web_sys::window;

use crate::shelf::{Refusal, Store};

/// The local storage, asked anew each time whether it is there: a browser may
/// refuse it from the start or take it away.
#[derive(Clone, Copy)]
pub struct Local;

impl Store for Local {
    fn get(&self, key: &str) -> Result<Option<String>, Refusal> {
        let item = storage()?.get_item(key);
        item.map_err(|_| Refusal::Unavailable)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Refusal> {
        storage()?.set_item(key, text).map_err(|_| Refusal::Full)
    }

    fn remove(&self, key: &str) -> Result<(), Refusal> {
        storage()?;
        LocalStorage::delete(key);
        Ok(())
    }
}

/// Asks first by a road that does not panic where storage is refused;
/// `LocalStorage::raw` does.
fn storage() -> Result<web_sys::Storage, Refusal> {
    let storage = window().and_then(|window| window.local_storage().ok()?);
    storage.ok_or(Refusal::Unavailable)?;
    Ok(LocalStorage::raw())
}
