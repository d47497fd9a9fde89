//! The reader's saved recommendations: the lists, what can be done with them, their
//! stored text, the file that takes them along, and how they are kept beside other
//! tabs and other versions.

mod catalogue;
mod edits;
mod file;
mod lists;
mod persistence;

pub use catalogue::{Combination, List, WORDS_A_MINUTE, reading_time};
pub use edits::{Edit, Spot};
pub use file::{Import, ImportError, Importing, Preview, export, free_name};
pub use lists::{Item, Operation, SavedLists, Unreadable};
pub use persistence::{
    PersistenceError, Saved, Storage, StorageError, change, discard_unreadable, load, saved_key,
};
