//! Full-text search with facets over a small corpus that fits in memory: a
//! [`Corpus`] is indexed once, and [`search`] answers a [`Query`] with
//! [`SearchResults`].
//!
//! A document has a number, passages of text and, for each facet, some values of
//! a fixed list. Everything is identified by its position. The crate knows no
//! application, address or page, and does no input or output.
//!
//! # Modules
//!
//! Each module uses only modules above it.
//!
//! | module | contents |
//! |---|---|
//! | `sorting`, `fold`, `stem` | helpers; words of a text; stems of words |
//! | `document`, `lexicon` | what the caller provides |
//! | `vocabulary`, `texts`, `postings`, `index` | the inverted index |
//! | `bm25`, `labels`, `phrase_table`, `spelling`, `translation`, `compound`, `names` | what is derived from the index |
//! | `corpus` | the index and all that is derived from it |
//! | `query_item`, `text_query_parser`, `text_query`, `query` | the query, parsed |
//! | `reference_lexer`, `reference` | search texts that name documents |
//! | `matcher`, `interpretation`, `clauses`, `interpret` | what the search text means in a corpus |
//! | `adjacency`, `score`, `search` | the documents that match, ranked and counted |
//! | `explain`, `highlight` | why a document matches, and where |
//!
#![doc = include_str!("../README.md")]
#![deny(missing_docs, clippy::match_bool)]
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

mod adjacency;
mod bm25;
mod clauses;
mod compound;
mod corpus;
mod document;
mod explain;
mod fold;
mod highlight;
mod index;
mod interpret;
mod interpretation;
mod labels;
mod lexicon;
mod matcher;
mod names;
mod phrase_table;
mod postings;
mod query;
mod query_item;
mod reference;
mod reference_lexer;
mod score;
mod search;
mod sorting;
mod spelling;
mod stem;
mod text_query;
mod text_query_parser;
mod texts;
mod translation;
mod vocabulary;

pub use corpus::Corpus;
pub use document::{Document, FacetSpec, FacetValueRef, Passage, ValueSpec};
pub use explain::{MatchEvidence, MatchReason};
#[cfg(any(test, feature = "unicode"))]
pub use fold::fold_char;
pub use fold::{CharFold, Token, tokens};
pub use highlight::{Segment, occurrences, segments};
pub use interpretation::{
    Absence, Correction, Expansion, ExpansionSource, Interpretation, Translated,
};
pub use lexicon::{Lexicon, ReferenceWord, SynonymRule, TranslationRule};
pub use query::{FacetFilter, Order, Query};
pub use query_item::{ItemKind, QueryItem};
pub use reference::{Reference, UnknownReference};
pub use search::{SearchResults, count, search, understand};
pub use sorting::ranked;
pub use text_query::TextQuery;
pub use translation::phrase_stems;
