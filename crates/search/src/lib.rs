//! Full-text search with facets over a small corpus: a [`Corpus`] of texts, a
//! [`Query`], and the [`SearchResults`] of one in the other.
//!
//! The crate knows nothing of any application, address or page. A document has
//! a number, passages of text and, in each facet, some of a fixed number of
//! values; everything is known by its position. What a search text means is
//! specified in `docs/search.md` of the repository.
//!
//! | from text to meaning | from meaning to result |
//! |---|---|
//! | `fold`, `stem`: words | `corpus`: everything indexed: `vocabulary`, `texts`, `postings`, `labels`, `phrase_table` |
//! | `text_query`: the search text, parsed | `matching`: which documents, and how often |
//! | `reference`: numbers | `bm25`: best match first |
//! | `spelling`: typing errors | `results`: hits and counts |
//! | `interpretation`: what to match | `explain`, `highlight`: why, and where |

mod bm25;
mod corpus;
mod explain;
mod fold;
mod highlight;
mod interpretation;
mod labels;
mod lexicon;
mod matching;
mod phrase_table;
mod postings;
mod query;
mod reference;
mod results;
mod sorted_vec;
mod spelling;
mod stem;
mod text_query;
mod texts;
mod vocabulary;

pub use bm25::ranked;
pub use corpus::{Corpus, Document, FacetSpec, Passage, ValueSpec};
pub use explain::{MatchEvidence, MatchReason};
#[cfg(any(test, feature = "unicode"))]
pub use fold::fold_char;
pub use fold::{CharFold, Token, tokens};
pub use highlight::{Segment, occurrences, segments};
pub use interpretation::{Correction, Expansion, ExpansionSource, Interpretation};
pub use labels::FacetValueRef;
pub use lexicon::{Lexicon, SynonymRule};
pub use query::{FacetFilter, Order, Query};
pub use reference::Reference;
pub use results::{SearchResults, count, search};
pub use text_query::{ItemKind, QueryItem, TextQuery};
