//! All messages of a language.

use super::{
    AboutMessages, ActionMessages, BackgroundMessages, CitationMessages, CompareMessages,
    ExportMessages, FilterMessages, GalleryMessages, Grammar, ListMessages, MatrixMessages,
    MetadataMessages, Names, RecommendationMessages, ResultMessages, SavedMessages, ScriptMessages,
    SearchMessages, ShareDialogMessages, SharingMessages, SnippetMessages, StatementMessages,
    UrlWarningMessages,
};
use crate::language::Language;

/// What a language has once it says everything.
pub trait Messages:
    AboutMessages
    + ActionMessages
    + BackgroundMessages
    + CitationMessages
    + CompareMessages
    + ExportMessages
    + FilterMessages
    + GalleryMessages
    + Grammar
    + ListMessages
    + MatrixMessages
    + MetadataMessages
    + Names
    + RecommendationMessages
    + ResultMessages
    + SavedMessages
    + ScriptMessages
    + SearchMessages
    + ShareDialogMessages
    + SharingMessages
    + SnippetMessages
    + StatementMessages
    + UrlWarningMessages
    + Copy
    + Send
    + 'static
{
    fn language(&self) -> Language;
}
