//! The engine: a corpus of texts with facets, a query, and the view of one
//! through the other.
//!
//! It knows nothing of recommendations, of addresses or of a page. A document
//! has a number, passages of text and, in each facet, some of a fixed number of
//! values; everything is known by its position. What a search text means is
//! written down in `docs/search.md`.
//!
//! | from text to meaning | from meaning to result |
//! |---|---|
//! | `fold`, `stem`: words | `corpus`: all that is known, of `vocabulary`, `texts`, `postings`, `labels`, `patterns` |
//! | `search`: the search text, read | `find`: which documents, and how often |
//! | `reference`: numbers | `rank`: best match first |
//! | `spelling`: typing errors | `view`: results and counts; `relax`: ways out |
//! | `reading`: what is to be found | `explain`, `highlight`: why, and where |

mod corpus;
mod explain;
mod find;
mod fold;
mod highlight;
mod labels;
mod lexicon;
mod patterns;
mod postings;
mod query;
mod rank;
mod reading;
mod reference;
mod relax;
mod search;
mod sorted;
mod spelling;
mod stem;
mod texts;
mod view;
mod vocabulary;

pub use corpus::{Corpus, Document, Facet, Passage, Value};
pub use explain::{Evidence, Reason};
pub use fold::{CharFold, Token, tokens};
pub use highlight::{Segment, occurrences, segments};
pub use labels::Carried;
pub use lexicon::{Entry, Lexicon};
pub use query::{Choice, Order, Query};
pub use reading::{Correction, Expansion, Reading, Via};
pub use reference::Reference;
pub use relax::{Change, Relaxation};
pub use search::{Item, Kind, Search};
pub use view::{View, count, view};
