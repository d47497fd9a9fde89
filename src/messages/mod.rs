//! Every sentence of the interface, by subject and language.
//!
//! Each subject is a trait with a method for each message; a language implements
//! them all, in a folder of its own, and is then [`Messages`]. Methods take what a
//! message is about, never parts of sentences: number, word order and punctuation
//! belong to the language. What others call things (the site, the recommendations,
//! the publisher) comes from the data set. The texts of the recommendations are
//! data and not here.

mod about;
mod actions;
mod background;
mod citation;
mod compare;
mod en;
mod export;
mod filters;
mod gallery;
mod grammar;
mod language;
mod lists;
mod matrix;
mod metadata;
mod names;
mod recommendation;
mod results;
mod saved;
mod scripts;
mod search;
mod share_dialog;
mod sharing;
mod snippets;
mod statement;
mod static_page;
mod url_warnings;

pub use about::AboutMessages;
pub use actions::ActionMessages;
pub use background::BackgroundMessages;
pub use citation::{CitationMessages, CitationStyle, Cited, Run};
pub use compare::CompareMessages;
pub use export::ExportMessages;
pub use filters::FilterMessages;
pub use gallery::{GalleryMessages, Sample, SampleGroup};
pub use grammar::Grammar;
pub use language::Messages;
pub use lists::ListMessages;
pub use matrix::MatrixMessages;
pub use metadata::MetadataMessages;
pub use names::Names;
pub use recommendation::{CorrectionFrame, RecommendationMessages};
pub use results::ResultMessages;
pub use saved::SavedMessages;
pub use scripts::ScriptMessages;
pub use search::{FoundWords, SearchMessages};
pub use share_dialog::ShareDialogMessages;
pub use sharing::SharingMessages;
pub use snippets::SnippetMessages;
pub use statement::StatementMessages;
pub use static_page::beginning;
pub use url_warnings::UrlWarningMessages;

/// The messages in the language of this build. Chosen when it is compiled, so
/// that a message nobody uses is not in the wasm.
pub fn messages() -> impl Messages {
    en::English
}
