//! The components: each a noun of the page, its style sheet beside it.
//!
//! They show what [`Explorer`] derives and call its verbs; nothing is decided
//! here. They are functions over the building blocks of [`kit`], which says why.

mod about;
mod announcer;
mod chips;
mod count;
mod details;
mod documents;
mod explorer;
mod export;
mod facets;
mod focus;
pub(crate) mod kit;
mod link;
mod list_banner;
mod masthead;
mod mirror;
mod notices;
mod own_page;
#[cfg(feature = "prerender")]
mod prerender;
mod recommendation;
mod results;
mod rows;
mod scene;
mod search;
pub(crate) mod signal;
mod site;
#[cfg(feature = "app")]
mod start;
mod status;
mod text;
mod timer;
mod toolbar;
mod understood;
mod why;

#[cfg(feature = "prerender")]
pub use prerender::Prerender;
#[cfg(feature = "app")]
pub use start::start;

use explorer::Explorer;

/// Whether the pages are written natively and nothing on them does anything.
const STATIC: bool = cfg!(feature = "prerender");
