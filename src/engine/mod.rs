//! The engine: a corpus of texts with facets, a query, and the view of one
//! through the other.
//!
//! It knows nothing of recommendations, of addresses or of a page. A document
//! has passages of text and, in each facet, some of a fixed number of values;
//! everything is known by its position.

mod corpus;
mod fold;
mod highlight;
mod query;
mod rank;
mod relax;
mod search;
mod view;

pub use corpus::{Corpus, Document};
pub use fold::{CharFold, Token, tokens};
pub use highlight::{Segment, occurrences, segments};
pub use query::{Choice, Order, Query};
pub use relax::{Change, Relaxation};
pub use search::{Search, Term};
pub use view::{Hit, View, view};
