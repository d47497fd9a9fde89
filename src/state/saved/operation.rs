//! What can be done with the saved lists, as values.

use std::sync::Arc;

use crate::json::Json;

/// What can be done with the lists. Each operation finds its place anew, so that
/// it can be applied to lists that another tab has changed. The first three
/// change the current list.
#[derive(Clone, Debug, PartialEq)]
pub enum Operation {
    /// Adds those that are not in yet, at the end.
    Save(Vec<u16>),
    /// Takes out.
    Remove(Vec<u16>),
    /// Puts back what was taken out, each as it was stored and where it was.
    Restore(Vec<(usize, Json)>),
    /// Does one of these in the list with an id, whichever is the current one.
    In(Arc<str>, Arc<Operation>),
    /// Does what only the page of the lists can ask for.
    Edit(Arc<Edit>),
}

impl Operation {
    /// What is done, without the list in which it is done.
    pub fn action(&self) -> &Operation {
        match self {
            Operation::In(_, action) => action,
            action => action,
        }
    }
}

/// A change of the lists that only their page asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Makes a list the current one: the first.
    Choose(String),
    /// Adds lists as they are stored, each at a place. Those whose id is there are
    /// passed over.
    Add(Vec<(usize, Json)>),
    /// Deletes the lists with these ids.
    Delete(Vec<String>),
    /// Writes a field of a list, or of a recommendation in it; `None` takes it out.
    Set {
        list: String,
        number: Option<u16>,
        field: &'static str,
        value: Option<Json>,
    },
    /// Moves a recommendation within its list.
    Move { list: String, number: u16, to: Spot },
    /// Adds what a list of a file has to a list: its recommendations at the end, and
    /// its notes below those that are there.
    Merge { list: String, from: Json },
    /// Deletes the stored texts that can't be read.
    Discard,
    /// Stores such texts again. Halves of surrogate pairs come back as JSON has them.
    PutBack(Vec<String>),
    /// Does several, one after the other.
    All(Vec<Operation>),
}

/// Where a recommendation is moved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The place that another one has.
    Of(u16),
    /// A place among the stored entries.
    Entry(usize),
}

impl Edit {
    /// Gives a list a name.
    pub fn rename(list: &str, name: &str) -> Edit {
        Edit::set(list, None, "name", name)
    }

    /// Writes the note of a list or, with a number, of a recommendation in it.
    pub fn note(list: &str, number: Option<u16>, note: &str) -> Edit {
        Edit::set(list, number, "note", note)
    }

    fn set(list: &str, number: Option<u16>, field: &'static str, text: &str) -> Edit {
        Edit::Set {
            list: list.to_owned(),
            number,
            field,
            value: Some(Json::text(text)),
        }
    }
}

impl From<Edit> for Operation {
    fn from(edit: Edit) -> Operation {
        Operation::Edit(Arc::new(edit))
    }
}
