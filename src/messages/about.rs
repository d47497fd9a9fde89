//! The pages about the explorer and about other documents, and the foot of every
//! page.

use crate::data::{Agenda, RelatedDocument};
use crate::state::Scheme;

pub trait AboutMessages {
    fn source_heading(&self) -> &'static str;
    fn official_page(&self, agenda: &Agenda) -> String;
    fn open_data(&self) -> &'static str;
    fn open_schema(&self) -> &'static str;

    /// The link to the licences of the software.
    fn software_licences(&self) -> &'static str;

    fn adoption_heading(&self) -> &'static str;

    /// The link to the decision.
    fn decision(&self) -> &'static str;

    fn method_heading(&self, agenda: &Agenda) -> String;
    fn method(&self, agenda: &Agenda) -> String;

    /// What stands above the corrections.
    fn corrections_intro(&self) -> &'static str;

    /// Where a correction was made.
    fn in_recommendation(&self, agenda: &Agenda, number: u16) -> String;

    /// What is known of the file with the data.
    fn data_version(&self, version: &str) -> String;

    fn privacy_heading(&self) -> &'static str;
    fn privacy(&self) -> &'static str;

    fn keys_heading(&self) -> &'static str;
    fn keys(&self) -> &'static str;
    fn use_slash(&self) -> &'static str;

    fn scheme_heading(&self) -> &'static str;
    /// The name of the colours.
    fn scheme(&self, scheme: Scheme) -> &'static str;

    /// Where the browser stores nothing.
    fn setting_not_stored(&self) -> &'static str;

    /// What stands under the title of a document.
    fn document_note(&self, document: &RelatedDocument) -> String;

    /// What stands above the recommendations that a paragraph is about.
    fn related(&self, agenda: &Agenda) -> String;
}
