//! Lists in a file: as they are stored, with what the file is and where it is from.
//! Reading is total, and nothing that is there is written over.

use super::edits::joined_note;
use super::lists::{entries, id_of, items_of, number_of, text_of};
use super::{Edit, List, Operation, SavedLists};
use crate::json::Json;

/// What the file says that it is.
const FORMAT: &str = "agenda-explorer-lists";

/// How many lists of a file are taken.
const MOST_LISTS: usize = 200;

/// The lists as a file. `source` is the address of the explorer, `now` the time as
/// RFC 3339 has it.
pub fn export(lists: &SavedLists, source: &str, now: &str) -> String {
    let mut file = Json::object([
        ("format", Json::text(FORMAT)),
        ("source", Json::text(source)),
        ("exported", Json::text(now)),
    ]);
    if let (Json::Object(file), Json::Object(stored)) = (&mut file, lists.whole()) {
        file.extend(stored);
    }
    file.to_string()
}

/// The lists of a file that can be imported.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    lists: Vec<Json>,
    ignored: Vec<String>,
    more: usize,
}

/// Why a file can't be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// It is not a file of lists.
    NotLists,
    /// A newer version wrote it.
    Newer,
}

/// How the lists of a file are added to those that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Importing {
    /// To the lists with the same names; as new lists where there are none.
    Merge,
    /// As new lists, unless they are there as they are in the file.
    AsNew,
}

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// How many lists the file has.
    pub lists: usize,
    /// How many lists would be added.
    pub new: usize,
    /// How many recommendations would be added, in all lists.
    pub added: usize,
    /// How many recommendations are there already and stay as they are.
    pub present: usize,
    /// How many notes would get the note of the file below them.
    pub changed: usize,
    /// What is left out, as it is written in the file.
    pub ignored: Vec<String>,
    /// How many lists are left out because the file has too many.
    pub more: usize,
}

impl Import {
    /// Reads a file. `known` tells which numbers the agenda has.
    ///
    /// # Errors
    /// Why it can't be imported.
    pub fn read(text: &str, known: &dyn Fn(u16) -> bool) -> Result<Import, ImportError> {
        // Editors put a byte order mark in front.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let file = SavedLists::read(text).map_err(|_| ImportError::NotLists)?;
        let format = file.stored.get("format");
        if format.is_some_and(|format| format.as_text() != Some(FORMAT)) {
            return Err(ImportError::NotLists);
        }
        if file.is_newer() {
            return Err(ImportError::Newer);
        }
        let stored = file.lists().map(Vec::as_slice).unwrap_or_default();
        let mut import = Import {
            lists: Vec::new(),
            ignored: Vec::new(),
            more: stored.len().saturating_sub(MOST_LISTS),
        };
        for list in stored.iter().take(MOST_LISTS) {
            let mut seen = Vec::new();
            let mut kept = Vec::new();
            for entry in entries(list).into_iter().flatten() {
                match number_of(entry).filter(|number| known(*number)) {
                    Some(number) if !seen.contains(&number) => {
                        seen.push(number);
                        kept.push(entry.clone());
                    }
                    Some(number) => import.ignore(number.to_string()),
                    None => {
                        import.ignore(entry.get("number").map(Json::to_string).unwrap_or_default())
                    }
                }
            }
            let mut list = list.clone();
            list.set("items", Json::Array(kept));
            import.lists.push(list);
        }
        Ok(import)
    }

    fn ignore(&mut self, number: String) {
        if !self.ignored.contains(&number) && self.ignored.len() < MOST_LISTS {
            self.ignored.push(number);
        }
    }

    /// What importing would do to the lists that are there.
    pub fn preview(&self, lists: &SavedLists, how: Importing) -> Preview {
        let mut preview = Preview {
            lists: self.lists.len(),
            ignored: self.ignored.clone(),
            more: self.more,
            ..Preview::default()
        };
        let present = lists.all();
        for (list, target) in self.targets(&present, how) {
            let items = items_of(list);
            match target {
                Target::New => {
                    preview.new += 1;
                    preview.added += items.len();
                }
                Target::There => preview.present += items.len(),
                Target::Into(into) => {
                    let changes = |note: &str, more: &str| joined_note(note, more) != note;
                    preview.changed += usize::from(changes(&into.note, &text_of(list, "note")));
                    for item in items {
                        let twin = into.items.iter().find(|twin| twin.number == item.number);
                        match twin {
                            None => preview.added += 1,
                            Some(twin) if changes(&twin.note, &item.note) => preview.changed += 1,
                            Some(_) => preview.present += 1,
                        }
                    }
                }
            }
        }
        preview
    }

    /// The edit that imports. `id` gives ids that no list has.
    pub fn edit(&self, lists: &SavedLists, how: Importing, mut id: impl FnMut() -> String) -> Edit {
        let present = lists.all();
        let names: Vec<String> = present.iter().map(|list| list.name.clone()).collect();
        let mut ids: Vec<String> = present.iter().map(|list| list.id.clone()).collect();
        let mut operations: Vec<Operation> = Vec::new();
        for (list, target) in self.targets(&present, how) {
            let edit = match target {
                Target::There => continue,
                Target::Into(into) => Edit::Merge {
                    list: into.id.clone(),
                    from: list.clone(),
                },
                Target::New => {
                    let mut list = list.clone();
                    let own = id_of(&list).filter(|own| ids.iter().all(|id| id != own));
                    let own = own.map_or_else(&mut id, str::to_owned);
                    list.set("id", Json::text(&own));
                    ids.push(own);
                    let name = text_of(&list, "name");
                    let free = free_name(&names, &name);
                    // Merging again finds it by its name.
                    if free != name && how == Importing::AsNew {
                        list.set("name", Json::text(&free));
                    }
                    Edit::Add(vec![(usize::MAX, list)])
                }
            };
            operations.push(edit.into());
        }
        Edit::All(operations)
    }

    /// What becomes of each list. No two of them go into one that is there, so that
    /// importing twice adds nothing twice.
    fn targets<'a>(&self, present: &'a [List], how: Importing) -> Vec<(&Json, Target<'a>)> {
        let mut free: Vec<&List> = present.iter().collect();
        let targets = self.lists.iter().map(|list| {
            let place = match how {
                Importing::Merge => namesake(&free, list),
                Importing::AsNew => copy(&free, list),
            };
            let target = match (place.map(|place| free.remove(place)), how) {
                (None, _) => Target::New,
                (Some(into), Importing::Merge) => Target::Into(into),
                (Some(_), Importing::AsNew) => Target::There,
            };
            (list, target)
        });
        targets.collect()
    }
}

/// What becomes of a list of a file.
enum Target<'a> {
    New,
    There,
    Into(&'a List),
}

/// A name that none of these lists has: with a number at its end where one has it.
pub fn free_name(names: &[String], name: &str) -> String {
    let mut free = name.to_owned();
    let mut number = 2;
    while names.contains(&free) {
        free = format!("{name} ({number})");
        number += 1;
    }
    free
}

/// The place of the list with the same name, and of several the one with the same id.
fn namesake(lists: &[&List], list: &Json) -> Option<usize> {
    let (name, id) = (text_of(list, "name"), id_of(list));
    let same = |other: &&List| other.name == name;
    let place = lists
        .iter()
        .position(|other| same(other) && Some(other.id.as_str()) == id);
    place.or_else(|| lists.iter().position(same))
}

/// The place of a list with the same content. It may have got a number at the end of
/// its name.
fn copy(lists: &[&List], list: &Json) -> Option<usize> {
    let (name, note, items) = (text_of(list, "name"), text_of(list, "note"), items_of(list));
    let numbered = format!("{name} (");
    lists.iter().position(|other| {
        let is_named = other.name == name || other.name.starts_with(&numbered);
        is_named && other.note == note && other.items == items
    })
}
