//! The state of a view without a browser: what is asked for and how it is shown,
//! its address, the static pages, what an embedding site fixes, what would give
//! results where there are none, the saved lists, and what a statement cites.
//!
//! Text from outside (an address, stored data) becomes a type here, once, and
//! reading is total. What is shown follows from these types; who shows it is the
//! matter of `store` and `ui`.

pub mod compare;
mod corpus;
mod embed;
pub mod matrix;
mod named;
mod neighbours;
pub mod picture;
mod position_set;
mod reference_words;
mod relax;
pub mod saved;
mod search_index;
mod search_text;
pub mod speaking;
pub mod statement;
pub mod static_page;
mod suggest;
mod unmentioned;
pub mod url;
mod view_state;

pub use corpus::corpus;
pub use embed::EmbedPart;
pub use named::Named;
pub use neighbours::{Neighbours, neighbours};
pub use position_set::PositionSet;
pub use relax::{Change, Relaxation, Scope, relaxations};
pub use search_index::SearchIndex;
pub use search_text::SearchText;
pub use static_page::StaticPage;
pub use suggest::{MAX_SUGGESTIONS, Suggested, Suggester, Suggestion};
pub use unmentioned::unmentioned;
pub use view_state::{Matching, Page, Scheme, Sort, ViewState};
