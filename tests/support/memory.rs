//! A place to keep texts that can be made to misbehave, and short ways to act
//! on the lists in it.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use explorer::state::saved::{
    Edit, Operation, Saved, SavedLists, Spot, Storage, StorageError, change, load,
};
use serde_json::{Value, json};

/// Where the saved lists are stored.
pub const SAVED_KEY: &str = "agenda-explorer:saved";

/// When all changes of these tests are made.
pub const NOW: &str = "2026-03-01T12:00:00Z";

/// A store in memory that can refuse or be full, and counts what it is told.
#[derive(Default)]
pub struct Memory {
    pub texts: RefCell<BTreeMap<String, String>>,
    pub writes: Cell<usize>,
    /// How many bytes it takes in all.
    pub room: Option<usize>,
    pub refuses: bool,
}

impl Memory {
    /// A store with this text where the saved lists are kept.
    pub fn holding(text: &str) -> Memory {
        let store = Memory::default();
        store.plant(SAVED_KEY, text);
        store
    }

    /// Stores behind the back of the code under test, as another tab does.
    pub fn plant(&self, key: &str, text: &str) {
        let mut texts = self.texts.borrow_mut();
        texts.insert(key.to_owned(), text.to_owned());
    }

    /// The text under a key, whoever may be refused it.
    pub fn text(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    /// The saved lists as they are stored.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text(SAVED_KEY).unwrap()).unwrap()
    }
}

impl Storage for Memory {
    fn prefix(&self) -> &str {
        "agenda-explorer"
    }

    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        if self.refuses {
            Err(StorageError::Unavailable)
        } else {
            Ok(self.text(key))
        }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.writes.set(self.writes.get() + 1);
        let size = |(key, text): (&String, &String)| key.len() + text.len();
        let used: usize = self.texts.borrow().iter().map(size).sum();
        let freed = self.text(key).map_or(0, |text| key.len() + text.len());
        if self.refuses {
            return Err(StorageError::Unavailable);
        }
        if self
            .room
            .is_some_and(|room| used - freed + key.len() + text.len() > room)
        {
            return Err(StorageError::Full);
        }
        self.plant(key, text);
        Ok(())
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StorageError> {
        let text = self.get(from)?.unwrap_or_default();
        self.set(to, &text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if self.refuses {
            return Err(StorageError::Unavailable);
        }
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}

/// The numbers that a lists shows.
pub fn numbers(lists: &SavedLists) -> Vec<u16> {
    lists.items().iter().map(|item| item.number).collect()
}

/// The numbers that a store keeps, as a page that opens now reads them.
pub fn kept(store: &Memory) -> Vec<u16> {
    numbers(&load(store).lists)
}

/// Changes the lists as a tab does, and gives the undo.
pub fn act(store: &Memory, tab: &mut Saved, operation: &Operation) -> Option<Operation> {
    let (now, undo) = change(store, tab, operation, NOW);
    *tab = now;
    undo
}

/// The operation that saves these numbers.
pub fn save(numbers: &[u16]) -> Operation {
    Operation::Save(numbers.to_vec())
}

/// The operation that moves a recommendation of a list to the place of another.
pub fn shift(list: &str, number: u16, other: u16) -> Operation {
    let (list, to) = (list.to_owned(), Spot::Of(other));
    Edit::Move { list, number, to }.into()
}

/// A stored text with fields of a later version at every level, and with
/// numbers that mean nothing to this one.
pub fn rich() -> Value {
    let items = json!([
        { "number": 12, "note": "é \"x\"", "colour": [1, null] },
        { "number": 70000, "note": "too high" },
        { "number": 3, "note": "" },
        { "number": 99 },
        { "number": 45, "note": "last" },
    ]);
    let list =
        json!({ "id": "x", "name": "Mine", "items": items, "updated": "then", "shared": true });
    json!({ "schema": 1, "lists": [list, { "items": [], "id": "second" }], "device": { "a": 1 } })
}

/// The stored JSON without the time of its last change.
pub fn timeless(store: &Memory) -> Value {
    let mut stored = store.json();
    stored["lists"][0]
        .as_object_mut()
        .unwrap()
        .remove("updated");
    stored
}
