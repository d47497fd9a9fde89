//! What is done with whole lists and with what is written beside recommendations.
//! Only the page of the lists asks for it.
//!
//! An edit names its list by id. Stored lists that have no id of their own get one
//! that follows from what is stored, so that every tab gives them the same.

use std::sync::Arc;

use super::lists::{SavedLists, entries, id_of, number_of, position, text_of};
use super::operation::{Edit, Operation, Spot};
use super::persistence::{Saved, Storage, discard_unreadable, keep_unreadable};
use crate::json::Json;

impl Saved {
    /// Applies an edit to what is stored, with the texts that can't be read, and gives
    /// the operation that undoes it; `None` where nothing changed.
    #[inline(never)]
    pub(super) fn edit(
        &mut self,
        store: &dyn Storage,
        edit: &Edit,
        now: &str,
    ) -> Option<Operation> {
        match edit {
            Edit::Discard => {
                let texts = self.unreadable.clone();
                if texts.is_empty() || discard_unreadable(store).is_err() {
                    return None;
                }
                self.unreadable.clear();
                Some(Edit::PutBack(texts).into())
            }
            Edit::PutBack(texts) => {
                let before = self.unreadable.len();
                for text in texts {
                    if !self.unreadable.contains(text) {
                        // Where there is no room for it, the page has it as long as it
                        // lives.
                        let _ = keep_unreadable(store, self.unreadable.len(), text);
                        self.unreadable.push(text.clone());
                    }
                }
                (self.unreadable.len() > before).then(|| Edit::Discard.into())
            }
            Edit::All(operations) => all(operations, |operation| self.apply(store, operation, now)),
            edit => self.lists.edit(edit, now),
        }
    }

    /// The same for any operation.
    pub(super) fn apply(
        &mut self,
        store: &dyn Storage,
        operation: &Operation,
        now: &str,
    ) -> Option<Operation> {
        match operation {
            Operation::Edit(edit) => self.edit(store, edit, now),
            operation => self.lists.apply(operation, now),
        }
    }

    /// Whether an operation would change anything of it.
    #[inline(never)]
    pub fn would_change(&self, operation: &Operation) -> bool {
        match operation {
            Operation::Edit(edit) => match &**edit {
                Edit::Discard => !self.unreadable.is_empty(),
                Edit::PutBack(texts) => texts.iter().any(|text| !self.unreadable.contains(text)),
                Edit::All(operations) => operations.iter().any(|it| self.would_change(it)),
                edit => self.lists.clone().edit(edit, "").is_some(),
            },
            operation => self.lists.clone().apply(operation, "").is_some(),
        }
    }
}

/// Does one operation after the other; what undoes them takes them back from the last on.
fn all(
    operations: &[Operation],
    apply: impl FnMut(&Operation) -> Option<Operation>,
) -> Option<Operation> {
    let mut undo: Vec<Operation> = operations.iter().filter_map(apply).collect();
    undo.reverse();
    (!undo.is_empty()).then(|| Edit::All(undo).into())
}

impl SavedLists {
    /// Applies an edit and gives the operation that undoes it; `None` where nothing
    /// changed.
    #[inline(never)]
    pub(super) fn edit(&mut self, edit: &Edit, now: &str) -> Option<Operation> {
        if let Edit::All(operations) = edit {
            return all(operations, |operation| self.apply(operation, now));
        }
        self.begin();
        self.give_ids();
        let Some(Json::Array(lists)) = self.stored.get_mut("lists") else {
            return None;
        };
        let undo = match edit {
            Edit::Choose(id) => choose(lists, id)?,
            Edit::Add(new) => add(lists, new)?,
            Edit::Delete(ids) => delete(lists, ids)?,
            Edit::Set {
                list,
                number,
                field,
                value,
            } => set(named(lists, list)?, *number, field, value, now)?,
            Edit::Move { list, number, to } => shift(named(lists, list)?, *number, *to, now)?,
            Edit::Merge { list, from } => {
                let undo = merge(named(lists, list)?, from, now)?;
                return Some(Edit::All(undo).into());
            }
            // Beside the lists: `Saved::edit` does it. Who asks whether an undo is of use
            // still hears that it is.
            Edit::Discard | Edit::PutBack(_) => return Some(edit.clone().into()),
            Edit::All(_) => return None,
        };
        Some(undo.into())
    }

    /// The ids of the lists in their order. What has no id of its own gets the first
    /// number that is free.
    pub(super) fn ids(&self) -> Vec<String> {
        let lists = self.lists().map(Vec::as_slice).unwrap_or_default();
        let mut ids: Vec<String> = Vec::new();
        let mut next = 1;
        for list in lists {
            let own = id_of(list).filter(|own| ids.iter().all(|id| id != own));
            let id = own.map(str::to_owned).unwrap_or_else(|| {
                loop {
                    let id = format!("list-{next}");
                    next += 1;
                    let stored = lists.iter().filter_map(id_of);
                    if stored
                        .chain(ids.iter().map(String::as_str))
                        .all(|it| it != id)
                    {
                        return id;
                    }
                }
            });
            ids.push(id);
        }
        ids
    }

    fn give_ids(&mut self) {
        let ids = self.ids();
        if let Some(Json::Array(lists)) = self.stored.get_mut("lists") {
            for (list, id) in lists.iter_mut().zip(ids) {
                if id_of(list) != Some(&id) {
                    list.set("id", Json::text(&id));
                }
            }
        }
    }
}

fn place(lists: &[Json], id: &str) -> Option<usize> {
    lists.iter().position(|list| id_of(list) == Some(id))
}

fn named<'a>(lists: &'a mut [Json], id: &str) -> Option<&'a mut Json> {
    lists.iter_mut().find(|list| id_of(list) == Some(id))
}

fn choose(lists: &mut Vec<Json>, id: &str) -> Option<Edit> {
    let place = place(lists, id).filter(|place| *place > 0)?;
    let before = lists.first().and_then(id_of)?.to_owned();
    let chosen = lists.remove(place);
    lists.insert(0, chosen);
    Some(Edit::Choose(before))
}

fn add(lists: &mut Vec<Json>, new: &[(usize, Json)]) -> Option<Edit> {
    let mut added = Vec::new();
    for (at, list) in new {
        if let Some(id) = id_of(list).filter(|id| place(lists, id).is_none()) {
            added.push(id.to_owned());
            lists.insert((*at).min(lists.len()), list.clone());
        }
    }
    (!added.is_empty()).then_some(Edit::Delete(added))
}

fn delete(lists: &mut Vec<Json>, ids: &[String]) -> Option<Edit> {
    let mut deleted = Vec::new();
    let mut kept = Vec::new();
    for (place, list) in lists.drain(..).enumerate() {
        match id_of(&list) {
            Some(id) if ids.iter().any(|other| other == id) => deleted.push((place, list)),
            _ => kept.push(list),
        }
    }
    *lists = kept;
    (!deleted.is_empty()).then_some(Edit::Add(deleted))
}

fn set(
    list: &mut Json,
    number: Option<u16>,
    field: &'static str,
    value: &Option<Json>,
    now: &str,
) -> Option<Edit> {
    let id = id_of(list)?.to_owned();
    let place = number.map(|number| entries(list).and_then(|entries| position(entries, number)));
    let target = match place {
        None => &mut *list,
        Some(place) => entries_mut(list)?.get_mut(place?)?,
    };
    let before = target.get(field).cloned();
    let says = value.as_ref().and_then(Json::as_text).unwrap_or_default();
    // A field that is missing says the same as an empty one.
    if text_of(target, field) == says {
        return None;
    }
    match value {
        Some(value) => target.set(field, value.clone()),
        None => target.unset(field),
    }
    list.set("updated", Json::text(now));
    Some(Edit::Set {
        list: id,
        number,
        field,
        value: before,
    })
}

fn shift(list: &mut Json, number: u16, to: Spot, now: &str) -> Option<Edit> {
    let id = id_of(list)?.to_owned();
    let entries = entries_mut(list)?;
    let from = position(entries, number)?;
    let to = match to {
        Spot::Of(other) => position(entries, other)?,
        Spot::Entry(place) => place.min(entries.len().saturating_sub(1)),
    };
    if from == to {
        return None;
    }
    let entry = entries.remove(from);
    entries.insert(to, entry);
    list.set("updated", Json::text(now));
    Some(Edit::Move {
        list: id,
        number,
        to: Spot::Entry(from),
    })
}

fn merge(list: &mut Json, from: &Json, now: &str) -> Option<Vec<Operation>> {
    let id = id_of(list)?.to_owned();
    let mut undo: Vec<Operation> = Vec::new();
    let note = with_note(&text_of(list, "note"), &text_of(from, "note"));
    undo.extend(set(list, None, "note", &note, now).map(Operation::from));
    let mut added = Vec::new();
    for entry in entries(from).into_iter().flatten() {
        let Some(number) = number_of(entry) else {
            continue;
        };
        let there = entries_mut(list)?;
        match position(there, number).and_then(|place| there.get(place)) {
            Some(present) => {
                let note = with_note(&text_of(present, "note"), &text_of(entry, "note"));
                undo.extend(set(list, Some(number), "note", &note, now).map(Operation::from));
            }
            None => {
                there.push(entry.clone());
                added.push(number);
            }
        }
    }
    if !added.is_empty() {
        let remove = Arc::new(Operation::Remove(added));
        undo.push(Operation::In(id.into(), remove));
        list.set("updated", Json::text(now));
    }
    undo.reverse();
    (!undo.is_empty()).then_some(undo)
}

/// A note with another below it, unless it has that already.
fn with_note(note: &str, more: &str) -> Option<Json> {
    Some(Json::text(&joined_note(note, more)))
}

/// Two notes as one: the second on lines of its own, unless the first has these.
pub(super) fn joined_note(note: &str, more: &str) -> String {
    let lines: Vec<&str> = note.split('\n').collect();
    let new: Vec<&str> = more.split('\n').collect();
    // Not a search for the text, whose code is two kilobytes.
    if more.is_empty() || lines.windows(new.len()).any(|lines| lines == new) {
        note.to_owned()
    } else if note.is_empty() {
        more.to_owned()
    } else {
        format!("{note}\n{more}")
    }
}

fn entries_mut(list: &mut Json) -> Option<&mut Vec<Json>> {
    match list.get_mut("items") {
        Some(Json::Array(entries)) => Some(entries),
        _ => None,
    }
}
