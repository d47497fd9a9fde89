//! The reader's saved recommendations: the lists, what can be done with them, their
//! stored text, the file that takes them along, and how they are kept beside other
//! tabs and other versions.

mod catalogue;
mod edits;
mod file;
mod lists;
mod operation;
mod persistence;

pub use catalogue::{Combination, List, reading_time};
pub use file::{Import, ImportError, Importing, Preview, export, free_name};
pub use lists::{Item, SavedLists, Unreadable};
pub use operation::{Edit, Operation, Spot};
pub use persistence::{
    PersistenceError, Saved, Storage, StorageError, change, discard_unreadable, load, saved_key,
};
