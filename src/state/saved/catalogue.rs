//! All lists as their page shows them, and lists made from others.

use super::edits::joined_note;
use super::lists::{entries, items_of, number_of, position, text_of};
use super::{Edit, Item, SavedLists};
use crate::json::Json;
use crate::state::speaking::half_minutes;

/// A saved list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Which no other list has.
    pub id: String,
    pub name: String,
    /// The reader's note on the whole list; empty for none.
    pub note: String,
    /// In the reader's order, each number once.
    pub items: Vec<Item>,
}

/// How two lists make a third.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Combination {
    /// What either has.
    Union,
    /// What both have.
    Intersection,
    /// What the first has and the second has not.
    Difference,
}

impl Combination {
    /// All of them.
    pub const ALL: [Combination; 3] = [
        Combination::Union,
        Combination::Intersection,
        Combination::Difference,
    ];

    /// Its name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Combination::Union => "union",
            Combination::Intersection => "intersection",
            Combination::Difference => "difference",
        }
    }
}

/// How long words are read aloud, in half minutes, at least one.
pub fn reading_time(words: usize) -> usize {
    half_minutes(words).max(1)
}

impl SavedLists {
    /// All lists, the current one first.
    pub fn all(&self) -> Vec<List> {
        let lists = self.lists().into_iter().flatten().zip(self.ids());
        lists
            .map(|(list, id)| List {
                id,
                name: text_of(list, "name"),
                note: text_of(list, "note"),
                items: items_of(list),
            })
            .collect()
    }

    fn stored_list(&self, id: &str) -> Option<&Json> {
        let place = self.ids().iter().position(|other| other == id)?;
        self.lists()?.get(place)
    }

    /// Adds a copy of a list, which becomes the current one; `None` where there is no
    /// such list.
    pub fn duplicate(&self, list: &str, id: &str, name: &str) -> Option<Edit> {
        let mut copy = self.stored_list(list)?.clone();
        copy.set("id", Json::text(id));
        copy.set("name", Json::text(name));
        Some(Edit::Add(vec![(0, copy)]))
    }

    /// Adds what two lists make together, in the order of the first and then of the
    /// second. Notes of both stay. `None` where there are no such lists.
    pub fn combine(
        &self,
        (one, other): (&str, &str),
        how: Combination,
        (id, name): (&str, &str),
        now: &str,
    ) -> Option<Edit> {
        let (one, other) = (self.stored_list(one)?, self.stored_list(other)?);
        let (one, other) = (distinct(one), distinct(other));
        let mut made: Vec<Json> = Vec::new();
        for entry in &one {
            let Some(number) = number_of(entry) else {
                continue;
            };
            let twin = position(&other, number).and_then(|place| other.get(place));
            if twin.is_some() == (how == Combination::Difference) && how != Combination::Union {
                continue;
            }
            let mut entry = entry.clone();
            if let Some(twin) = twin {
                let note = joined_note(&text_of(&entry, "note"), &text_of(twin, "note"));
                entry.set("note", Json::text(&note));
            }
            made.push(entry);
        }
        if how == Combination::Union {
            let new = other.iter().filter(|entry| {
                let number = number_of(entry);
                number.is_some_and(|number| position(&one, number).is_none())
            });
            made.extend(new.cloned());
        }
        Some(Edit::Add(vec![(0, list_of(id, name, "", made, now))]))
    }
}

impl Edit {
    /// Adds a list of recommendations with their notes, which becomes the current one.
    pub fn new_list((id, name): (&str, &str), note: &str, items: &[Item], now: &str) -> Edit {
        let entries = items.iter().map(|item| {
            let number = Json::number(u64::from(item.number));
            Json::object([("number", number), ("note", Json::text(&item.note))])
        });
        let list = list_of(id, name, note, entries.collect(), now);
        Edit::Add(vec![(0, list)])
    }
}

/// A list as it is stored.
fn list_of(id: &str, name: &str, note: &str, items: Vec<Json>, now: &str) -> Json {
    let mut list = Json::object([
        ("id", Json::text(id)),
        ("name", Json::text(name)),
        ("items", Json::Array(items)),
        ("updated", Json::text(now)),
    ]);
    if !note.is_empty() {
        list.set("note", Json::text(note));
    }
    list
}

/// The entries of a list that say a number, each number once.
fn distinct(list: &Json) -> Vec<Json> {
    let mut kept: Vec<Json> = Vec::new();
    for entry in entries(list).into_iter().flatten() {
        if number_of(entry).is_some_and(|number| position(&kept, number).is_none()) {
            kept.push(entry.clone());
        }
    }
    kept
}
