//! The words of the pages on the explorer and on the documents, and of the foot of
//! every page.

use crate::data::RelatedDocument;

pub const SOURCE: &str = "Source and licence";
pub const OFFICIAL_PAGE: &str = "Official page of the recommendations";
pub const OPEN_DATA: &str = "Open data (JSON)";
pub const OPEN_SCHEMA: &str = "Its schema";
pub const ADOPTED: &str = "Adoption";
pub const METHOD: &str = "How the recommendations are classified";
pub const METHOD_TEXT: &str = "Themes, whom a recommendation concerns and how it is worded are an editorial classification. Each tag quotes the words of the recommendation that support it: open “Details”, or choose a filter and see them underlined in the text.";
pub const PRIVACY: &str = "Your data";
pub const PRIVACY_TEXT: &str = "What you save stays in the local storage of this browser. There are no cookies and no counting of visits, and nothing is sent anywhere.";
pub const INDEPENDENT: &str = "This explorer is independent of WIPO.";
pub const CORRECTIONS_INTRO: &str =
    "The text is that of the source, word for word, but for these slips of the source file:";

/// What stands under the title of a document.
pub fn document_note(document: &RelatedDocument) -> String {
    format!(
        "{}, {}. {}",
        document.publisher, document.date, document.note
    )
}
