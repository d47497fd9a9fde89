//! The reader's saved recommendations: the list, what can be done with it, its
//! stored text, and how it is kept beside other tabs and other versions.

mod json;
mod keeper;
mod list;

pub use json::Json;
pub use keeper::{Kept, Refusal, SAVED_KEY, Store, Trouble, change, discard_unreadable, load};
pub use list::{Item, Operation, Shelf, Unreadable};
