//! Every word of the interface, in one place, by subject.
//!
//! Constants are words that stand alone; functions are sentences with something
//! in them. The words of the recommendations are data and not here. What is
//! fetched on demand has its own: `studio::words`. What is handed on has
//! `share::words`.

mod about;
mod export;
mod filters;
mod names;
pub mod offline;
mod outside;
mod recommendation;
mod remarks;
mod results;
mod saved;
pub mod scripts;
mod search;
mod sharing;

pub use about::*;
pub use export::*;
pub use filters::*;
pub use names::*;
pub use outside::*;
pub use recommendation::*;
pub use remarks::*;
pub use results::*;
pub use saved::*;
pub use search::*;
pub use sharing::*;
