//! The reader's saved recommendations: the list, what can be done with it, its
//! stored text, and how it is kept beside other tabs and other versions.

mod lists;
mod persistence;

pub use lists::{Item, Operation, SavedLists, Unreadable};
pub use persistence::{
    PersistenceError, Saved, Storage, StorageError, change, discard_unreadable, load, saved_key,
};
