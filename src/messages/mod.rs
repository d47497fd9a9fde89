//! Every sentence of the interface, in one place, by subject.
//!
//! Constants are words that stand alone; functions are sentences with something
//! in them. The words of the recommendations are data and not here.

mod about;
mod export;
mod filters;
mod metadata;
mod names;
pub mod offline;
mod recommendation;
pub mod snippets;

mod results;
mod saved;
pub mod scripts;
mod search;
#[cfg(feature = "app")]
pub mod share_dialog;
mod sharing;
mod static_page;
mod url_warnings;

pub use about::*;
pub use export::*;
pub use filters::*;
pub use metadata::*;
pub use names::*;
pub use recommendation::*;
pub use results::*;
pub use saved::*;
pub use search::*;
pub use sharing::*;
pub use static_page::beginning;
pub use url_warnings::*;
