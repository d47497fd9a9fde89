//! The saved lists as they are stored, and the operations on them.
//!
//! The stored JSON itself is held, not a copy in types of ours, so that fields
//! which this version does not know survive.

use std::sync::Arc;

use super::operation::Operation;
use crate::json::Json;

/// The version of the stored text that this code writes.
const SCHEMA: u64 = 1;

/// The reader's saved lists. The first of them is the current one, which is shown
/// and into which recommendations are saved.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedLists {
    /// `Null` as long as nothing was ever saved: a visit begins with that, and makes no
    /// JSON for it.
    pub(super) stored: Json,
}

/// A saved recommendation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub number: u16,
    /// The reader's note; empty for none.
    pub note: String,
}

/// The text is not a stored set of lists of any version that we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl Default for SavedLists {
    // Each visit begins with it; the rest of this module is deferred.
    #[inline(always)]
    fn default() -> Self {
        SavedLists { stored: Json::Null }
    }
}

impl SavedLists {
    /// Reads a stored text.
    ///
    /// # Errors
    /// [`Unreadable`] if any part of it is not of the expected shape: half a
    /// list would be a lost selection.
    pub fn read(text: &str) -> Result<SavedLists, Unreadable> {
        let stored = Json::read(text).ok_or(Unreadable)?;
        let lists = SavedLists { stored };
        let version = lists.version().ok_or(Unreadable)?;
        let shaped = lists.lists().is_some_and(|lists| lists.iter().all(is_list));
        if version == 0 || (version == SCHEMA && !shaped) {
            return Err(Unreadable);
        }
        Ok(lists)
    }

    /// The text to store.
    pub fn write(&self) -> String {
        self.whole().to_string()
    }

    /// What is stored, also where that is nothing yet.
    pub(super) fn whole(&self) -> Json {
        match self.stored {
            Json::Null => {
                let lists = Json::Array(Vec::new());
                Json::object([("schema", Json::number(SCHEMA)), ("lists", lists)])
            }
            _ => self.stored.clone(),
        }
    }

    /// Makes room for what is to be saved.
    pub(super) fn begin(&mut self) {
        if self.stored == Json::Null {
            self.stored = self.whole();
        }
    }

    /// Whether a newer version wrote it, whose rules we do not know.
    pub fn is_newer(&self) -> bool {
        self.version().is_some_and(|version| version > SCHEMA)
    }

    /// Whether there is no list.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        matches!(self.stored, Json::Null) || self.has_no_list()
    }

    #[inline(never)]
    fn has_no_list(&self) -> bool {
        self.lists().is_none_or(Vec::is_empty)
    }

    /// The recommendations of the current list in the reader's own order, each once.
    /// Entries that make no sense to this version are passed over, and kept.
    pub fn items(&self) -> Vec<Item> {
        let lists = self.lists().and_then(|lists| lists.first());
        lists.map(items_of).unwrap_or_default()
    }

    /// The name of the current list; empty for none.
    pub fn name(&self) -> String {
        let list = self.lists().and_then(|lists| lists.first());
        list.map(|list| text_of(list, "name")).unwrap_or_default()
    }

    /// The reader's note on the current list; empty for none.
    pub fn note(&self) -> String {
        let list = self.lists().and_then(|lists| lists.first());
        list.map(|list| text_of(list, "note")).unwrap_or_default()
    }

    /// Applies an operation and gives the one that undoes it; `None` where
    /// nothing changed. `now` is the time as RFC 3339 has it.
    pub fn apply(&mut self, operation: &Operation, now: &str) -> Option<Operation> {
        self.begin();
        let (place, action) = match operation {
            Operation::Edit(edit) => return self.edit(edit, now),
            // What is saved is not lost with a list that another tab has deleted.
            Operation::In(id, action) => match (self.place(id), &**action) {
                (None, Operation::Save(_)) => (0, &**action),
                (place, action) => (place?, action),
            },
            action => (0, action),
        };
        let mut entries = self.take_entries(place);
        let undo = match action {
            Operation::Save(numbers) => save(&mut entries, numbers),
            Operation::Remove(numbers) => remove(&mut entries, numbers),
            Operation::Restore(items) => restore(&mut entries, items),
            Operation::In(..) | Operation::Edit(_) => None,
        };
        self.give_entries(place, entries, undo.is_some().then_some(now));
        undo.map(|undo| self.in_list(place, undo))
    }

    /// The same operation, in the list that is the current one now.
    pub fn here(&self, operation: &Operation) -> Operation {
        match operation {
            Operation::In(..) | Operation::Edit(_) => operation.clone(),
            action => self.in_list(0, action.clone()),
        }
    }

    fn in_list(&self, place: usize, action: Operation) -> Operation {
        let list = self.lists().and_then(|lists| lists.get(place));
        match list.and_then(id_of) {
            Some(id) => Operation::In(id.into(), Arc::new(action)),
            None => action,
        }
    }

    fn place(&self, id: &str) -> Option<usize> {
        let mut lists = self.lists()?.iter();
        lists.position(|list| id_of(list) == Some(id))
    }

    fn version(&self) -> Option<u64> {
        self.stored.get("schema").and_then(Json::as_u64)
    }

    pub(super) fn lists(&self) -> Option<&Vec<Json>> {
        self.stored.get("lists").and_then(Json::as_array)
    }

    fn list(&mut self, place: usize) -> Option<&mut Json> {
        match self.stored.get_mut("lists") {
            Some(Json::Array(lists)) => lists.get_mut(place),
            _ => None,
        }
    }

    fn take_entries(&mut self, place: usize) -> Vec<Json> {
        let list = self.list(place);
        match list.and_then(|list| list.get_mut("items")) {
            Some(Json::Array(entries)) => std::mem::take(entries),
            _ => Vec::new(),
        }
    }

    fn give_entries(&mut self, place: usize, entries: Vec<Json>, changed: Option<&str>) {
        if self.list(place).is_none() && changed.is_some() {
            let name = Json::text("Saved recommendations");
            let list = Json::object([("id", Json::text("saved")), ("name", name)]);
            self.stored.set("lists", Json::Array(vec![list]));
        }
        if let Some(list) = self.list(place) {
            list.set("items", Json::Array(entries));
            if let Some(now) = changed {
                list.set("updated", Json::text(now));
            }
        }
    }
}

fn is_list(list: &Json) -> bool {
    let numbered = |entry: &Json| entry.get("number").and_then(Json::as_u64).is_some();
    entries(list).is_some_and(|entries| entries.iter().all(numbered))
}

/// The id of a list, where it has one.
pub(super) fn id_of(list: &Json) -> Option<&str> {
    let id = list.get("id").and_then(Json::as_text);
    id.filter(|id| !id.is_empty())
}

/// The recommendations of a list in its order, each once.
pub(super) fn items_of(list: &Json) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for entry in entries(list).into_iter().flatten() {
        let Some(number) = number_of(entry) else {
            continue;
        };
        if items.iter().all(|item| item.number != number) {
            let note = text_of(entry, "note");
            items.push(Item { number, note });
        }
    }
    items
}

/// The text in a field; empty for none.
pub(super) fn text_of(object: &Json, field: &str) -> String {
    let text = object.get(field).and_then(Json::as_text);
    text.unwrap_or_default().to_owned()
}

pub(super) fn entries(list: &Json) -> Option<&Vec<Json>> {
    list.get("items").and_then(Json::as_array)
}

pub(super) fn number_of(entry: &Json) -> Option<u16> {
    let number = entry.get("number").and_then(Json::as_u64)?;
    u16::try_from(number).ok()
}

pub(super) fn position(entries: &[Json], number: u16) -> Option<usize> {
    entries
        .iter()
        .position(|entry| number_of(entry) == Some(number))
}

fn save(entries: &mut Vec<Json>, numbers: &[u16]) -> Option<Operation> {
    let mut added = Vec::new();
    for &number in numbers {
        if position(entries, number).is_none() {
            let number_field = ("number", Json::number(u64::from(number)));
            entries.push(Json::object([number_field, ("note", Json::text(""))]));
            added.push(number);
        }
    }
    (!added.is_empty()).then_some(Operation::Remove(added))
}

fn remove(entries: &mut Vec<Json>, numbers: &[u16]) -> Option<Operation> {
    let mut removed = Vec::new();
    let mut kept = Vec::new();
    for (place, entry) in entries.drain(..).enumerate() {
        match number_of(&entry) {
            Some(number) if numbers.contains(&number) => removed.push((place, entry)),
            _ => kept.push(entry),
        }
    }
    *entries = kept;
    (!removed.is_empty()).then_some(Operation::Restore(removed))
}

fn restore(entries: &mut Vec<Json>, items: &[(usize, Json)]) -> Option<Operation> {
    let mut added = Vec::new();
    for (place, item) in items {
        let Some(number) = number_of(item) else {
            continue;
        };
        if !entries.contains(item) {
            entries.insert((*place).min(entries.len()), item.clone());
            added.push(number);
        }
    }
    (!added.is_empty()).then_some(Operation::Remove(added))
}
