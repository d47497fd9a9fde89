//! Keeping the saved lists in a store that may refuse, be full, hold what we can't
//! read, or be changed by another tab at any time.

use super::{Operation, SavedLists};

/// A place that keeps texts by key.
pub trait Storage {
    /// What stands before the name of each key ([`Site::storage_prefix`]).
    ///
    /// [`Site::storage_prefix`]: crate::data::Site::storage_prefix
    fn prefix(&self) -> &str;

    /// The text under a key.
    ///
    /// # Errors
    /// If the store can't be used.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Keeps a text under a key.
    ///
    /// # Errors
    /// If the store can't be used or has no room.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Keeps what is under a key under another one as well, to the letter: it may
    /// be what a text of ours can't hold.
    ///
    /// # Errors
    /// As [`Storage::set`].
    fn copy(&self, from: &str, to: &str) -> Result<(), StorageError>;

    /// Forgets what is under a key.
    ///
    /// # Errors
    /// If the store can't be used.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
}

/// Why a store did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives no storage.
    Unavailable,
    /// It did not take the text.
    Full,
}

/// The lists as they are now, and how it is saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saved {
    pub lists: SavedLists,
    /// Why changes last only until the page closes; `None` if they are stored.
    pub persistence_error: Option<PersistenceError>,
    /// Stored texts that can't be read, saved for the reader to take away.
    pub unreadable: Vec<String>,
    /// What was changed and could not be stored, to be stored when there is room.
    pub unstored: Vec<Operation>,
}

/// Why changes are not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersistenceError {
    Refused(StorageError),
    /// A newer version wrote the lists.
    Newer,
}

/// Reads the saved lists. Text that can't be read is first copied to a key of its
/// own; only then may the next change take its place.
pub fn load(store: &dyn Storage) -> Saved {
    match store.get(&saved_key(store)) {
        // Most visits have saved nothing.
        Ok(None) if matches!(store.get(&unreadable_key(store)), Ok(None)) => Saved::default(),
        Ok(text) => load_stored(store, text),
        Err(refusal) => Saved {
            persistence_error: Some(PersistenceError::Refused(refusal)),
            ..Saved::default()
        },
    }
}

/// Reads the text of the saved lists, and those that could not be read. Deferred.
#[inline(never)]
fn load_stored(store: &dyn Storage, text: Option<String>) -> Saved {
    let mut saved = Saved {
        unreadable: unreadable(store).collect(),
        ..Saved::default()
    };
    match text.as_deref().map(SavedLists::read) {
        None => {}
        Some(Ok(lists)) => {
            saved.persistence_error = lists.is_newer().then_some(PersistenceError::Newer);
            saved.lists = lists;
        }
        Some(Err(_)) => {
            let text = text.unwrap_or_default();
            if !saved.unreadable.contains(&text) {
                let key = numbered_key(store, saved.unreadable.len());
                let copied = store.copy(&saved_key(store), &key);
                saved.persistence_error = copied.err().map(PersistenceError::Refused);
                saved.unreadable.push(text);
            }
        }
    }
    saved
}

/// Reads, applies, writes: what another tab stored meanwhile stays. Gives the
/// lists as they are then, and the operation that undoes this one.
///
/// Where nothing can be stored, the change is made in `current` alone. A store
/// that was full is asked again, with all that it did not take.
pub fn change(
    store: &dyn Storage,
    current: &Saved,
    operation: &Operation,
    now: &str,
) -> (Saved, Option<Operation>) {
    let full = PersistenceError::Refused(StorageError::Full);
    // Another tab may have made another list the current one.
    let operation = current.lists.here(operation);
    let mut saved = match current.persistence_error {
        Some(error) if error != full => current.clone(),
        _ => {
            let mut saved = load(store);
            if let Some(PersistenceError::Refused(_)) = saved.persistence_error {
                saved.lists = current.lists.clone();
            } else {
                for earlier in &current.unstored {
                    saved.lists.apply(earlier, now);
                }
            }
            saved.unstored = current.unstored.clone();
            saved
        }
    };
    let undo = saved.apply(store, &operation, now);
    if undo.is_some() {
        saved.unstored.push(operation);
    }
    if saved.persistence_error.is_none() && !saved.unstored.is_empty() {
        match store.set(&saved_key(store), &saved.lists.write()) {
            Ok(()) => saved.unstored.clear(),
            Err(refusal) => saved.persistence_error = Some(PersistenceError::Refused(refusal)),
        }
    }
    (saved, undo)
}

/// Stores a text that can't be read beside so many others.
///
/// # Errors
/// As [`Storage::set`].
pub(super) fn keep_unreadable(
    store: &dyn Storage,
    others: usize,
    text: &str,
) -> Result<(), StorageError> {
    store.set(&numbered_key(store, others), text)
}

/// Forgets the texts that can't be read, at the reader's wish.
///
/// # Errors
/// If the store can't be used.
pub fn discard_unreadable(store: &dyn Storage) -> Result<(), StorageError> {
    let key = saved_key(store);
    let saved = store.get(&key)?;
    if saved.is_some_and(|text| SavedLists::read(&text).is_err()) {
        store.remove(&key)?;
    }
    for number in (0..unreadable(store).count()).rev() {
        store.remove(&numbered_key(store, number))?;
    }
    Ok(())
}

fn unreadable(store: &dyn Storage) -> impl Iterator<Item = String> {
    (0..).map_while(|number| store.get(&numbered_key(store, number)).ok()?)
}

/// Where the saved lists are stored.
pub fn saved_key(store: &dyn Storage) -> String {
    format!("{}:saved", store.prefix())
}

/// Where what can't be read is stored.
fn unreadable_key(store: &dyn Storage) -> String {
    format!("{}.unreadable", saved_key(store))
}

/// The same for further ones, which get a number at the end.
fn numbered_key(store: &dyn Storage, number: usize) -> String {
    let key = unreadable_key(store);
    match number {
        0 => key,
        _ => format!("{key}-{}", number + 1),
    }
}
