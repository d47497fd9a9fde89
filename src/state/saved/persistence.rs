//! Keeping the shelf in a store that may refuse, be full, hold what we can't
//! read, or be changed by another tab at any time.

use super::{Operation, Shelf};

/// Where the saved lists are kept.
pub const SAVED_KEY: &str = "agenda-explorer:saved";

/// Where what can't be read is kept; further ones get a number behind it.
const UNREADABLE_KEY: &str = "agenda-explorer:saved.unreadable";

/// A place that keeps texts by key.
pub trait Store {
    /// The text under a key.
    ///
    /// # Errors
    /// If the store can't be used.
    fn get(&self, key: &str) -> Result<Option<String>, Refusal>;

    /// Keeps a text under a key.
    ///
    /// # Errors
    /// If the store can't be used or has no room.
    fn set(&self, key: &str, text: &str) -> Result<(), Refusal>;

    /// Forgets what is under a key.
    ///
    /// # Errors
    /// If the store can't be used.
    fn remove(&self, key: &str) -> Result<(), Refusal>;
}

/// Why a store did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The browser gives no storage.
    Unavailable,
    /// It did not take the text.
    Full,
}

/// The shelf as it is now, and how it is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    pub shelf: Shelf,
    /// Why changes last only until the page closes; `None` if they are stored.
    pub trouble: Option<Trouble>,
    /// Stored texts that can't be read, kept for the reader to take away.
    pub unreadable: Vec<String>,
}

/// Why changes are not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    Refused(Refusal),
    /// A newer version wrote the lists.
    Newer,
}

/// Reads the shelf. Text that can't be read is first copied to a key of its
/// own; only then may the next change take its place.
pub fn load(store: &dyn Store) -> Kept {
    let mut kept = Kept::default();
    let text = match store.get(SAVED_KEY) {
        Ok(text) => text,
        Err(refusal) => {
            kept.trouble = Some(Trouble::Refused(refusal));
            return kept;
        }
    };
    kept.unreadable = unreadable(store).collect();
    match text.as_deref().map(Shelf::read) {
        None => {}
        Some(Ok(shelf)) => {
            kept.trouble = shelf.is_newer().then_some(Trouble::Newer);
            kept.shelf = shelf;
        }
        Some(Err(_)) => {
            let text = text.unwrap_or_default();
            if !kept.unreadable.contains(&text) {
                let key = unreadable_key(kept.unreadable.len());
                let set = store.set(&key, &text);
                kept.trouble = set.err().map(Trouble::Refused);
                kept.unreadable.push(text);
            }
        }
    }
    kept
}

/// Reads, applies, writes: what another tab stored meanwhile stays. Gives the
/// shelf as it is then, and the operation that undoes this one.
///
/// Where nothing can be stored, the change is made in `current` alone.
pub fn change(
    store: &dyn Store,
    current: &Kept,
    operation: &Operation,
    now: &str,
) -> (Kept, Option<Operation>) {
    let mut kept = match current.trouble {
        Some(_) => current.clone(),
        None => load(store),
    };
    if let (None, Some(Trouble::Refused(_))) = (current.trouble, kept.trouble) {
        kept.shelf = current.shelf.clone();
    }
    let undo = kept.shelf.apply(operation, now);
    if kept.trouble.is_none() && undo.is_some() {
        let set = store.set(SAVED_KEY, &kept.shelf.write());
        kept.trouble = set.err().map(Trouble::Refused);
    }
    (kept, undo)
}

/// Forgets the texts that can't be read, at the reader's wish.
///
/// # Errors
/// If the store can't be used.
pub fn discard_unreadable(store: &dyn Store) -> Result<(), Refusal> {
    let saved = store.get(SAVED_KEY)?;
    if saved.is_some_and(|text| Shelf::read(&text).is_err()) {
        store.remove(SAVED_KEY)?;
    }
    for number in (0..unreadable(store).count()).rev() {
        store.remove(&unreadable_key(number))?;
    }
    Ok(())
}

fn unreadable(store: &dyn Store) -> impl Iterator<Item = String> {
    (0..).map_while(|number| store.get(&unreadable_key(number)).ok()?)
}

fn unreadable_key(number: usize) -> String {
    match number {
        0 => UNREADABLE_KEY.to_owned(),
        _ => format!("{UNREADABLE_KEY}-{}", number + 1),
    }
}
