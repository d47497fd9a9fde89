//! The local storage of the browser.

use std::cell::Cell;

use gloo_storage::Storage as _;
use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};
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
        let item = item(&storage()?, key)?;
        Ok(item.dyn_ref().map(text))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        storage()?
            .set_item(key, text)
            .map_err(|_| StorageError::Full)
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StorageError> {
        let storage = storage()?;
        let item = item(&storage, from)?;
        Reflect::set(&storage, &JsValue::from_str(to), &item).map_err(|_| StorageError::Full)?;
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        FOUND.set(Some(storage()?));
        Found::delete(key);
        Ok(())
    }
}

thread_local! {
    static FOUND: Cell<Option<web_sys::Storage>> = const { Cell::new(None) };
}

/// The storage that a look has found. gloo-storage's own looks once more, and
/// panics where that is refused.
struct Found;

impl gloo_storage::Storage for Found {
    fn raw() -> web_sys::Storage {
        FOUND
            .take()
            .unwrap_or_else(|| JsValue::NULL.unchecked_into())
    }
}

/// What is under a key, as the browser has it: a text of Rust has no halves of
/// surrogate pairs.
fn item(storage: &web_sys::Storage, key: &str) -> Result<JsValue, StorageError> {
    Reflect::get(storage, &JsValue::from_str(key)).map_err(|_| StorageError::Unavailable)
}

fn text(item: &JsString) -> String {
    let text = String::from(item);
    // Not `contains`, which looks for a sign of several bytes by the search for a
    // text, two kilobytes that nothing else here needs.
    if text.chars().any(|it| it == char::REPLACEMENT_CHARACTER) {
        return escaped(item);
    }
    text
}

/// Writes halves of pairs as JSON has them, which means the same there. Deferred:
/// hardly any stored text has one.
#[inline(never)]
fn escaped(item: &JsString) -> String {
    let mut text = String::new();
    for character in char::decode_utf16(item.iter()) {
        match character {
            Ok(character) => text.push(character),
            Err(half) => text.push_str(&format!("\\u{:04x}", half.unpaired_surrogate())),
        }
    }
    text
}

fn storage() -> Result<web_sys::Storage, StorageError> {
    let storage = window().and_then(|window| window.local_storage().ok()?);
    storage.ok_or(StorageError::Unavailable)
}
