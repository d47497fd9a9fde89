use super::English;
use super::grammar::classification;
use crate::data::{Agenda, RelatedDocument};
use crate::messages::{AboutMessages, Names};
use crate::state::Scheme;

impl AboutMessages for English {
    fn source_heading(&self) -> &'static str {
        "Source and licence"
    }

    fn official_page(&self, agenda: &Agenda) -> String {
        format!("Official page of the {}", agenda.noun.many)
    }

    fn open_data(&self) -> &'static str {
        "Open data (JSON)"
    }

    fn open_schema(&self) -> &'static str {
        "JSON Schema"
    }

    fn software_licences(&self) -> &'static str {
        "Licences of the software"
    }

    fn adoption_heading(&self) -> &'static str {
        "Adoption"
    }

    fn decision(&self) -> &'static str {
        "Summary of the decision"
    }

    fn method_heading(&self, agenda: &Agenda) -> String {
        format!("How the {} are classified", agenda.noun.many)
    }

    fn method(&self, agenda: &Agenda) -> String {
        let (kinds, one) = (classification(agenda), &agenda.noun.one);
        format!(
            "The classification by {kinds} is editorial. Each tag quotes the words of the {one} that support it: open “Details”, or choose a filter to see them underlined in the text."
        )
    }

    fn corrections_intro(&self) -> &'static str {
        "The text follows the source word for word, apart from these corrected slips in the source file:"
    }

    fn in_recommendation(&self, agenda: &Agenda, number: u16) -> String {
        format!("({})", self.recommendation(agenda, number))
    }

    fn data_version(&self, version: &str) -> String {
        format!("Version of the data: {version} (the first digits of the SHA-256 of agenda.json).")
    }

    fn privacy_heading(&self) -> &'static str {
        "Your data"
    }

    fn privacy(&self) -> &'static str {
        "What you save stays in this browser’s local storage and is sent nowhere. There are no cookies and no analytics."
    }

    fn keys_heading(&self) -> &'static str {
        "Keyboard"
    }

    fn keys(&self) -> &'static str {
        "Ctrl+K and / move to the search field. Arrow keys choose from its suggestions."
    }

    fn use_slash(&self) -> &'static str {
        "Use / as a shortcut"
    }

    fn scheme_heading(&self) -> &'static str {
        "Colours"
    }

    fn scheme(&self, scheme: Scheme) -> &'static str {
        match scheme {
            Scheme::Auto => "Same as this device",
            Scheme::Light => "Light",
            Scheme::Dark => "Dark",
        }
    }

    fn setting_not_stored(&self) -> &'static str {
        "Your browser blocks storage here, so this setting cannot change."
    }

    fn document_note(&self, document: &RelatedDocument) -> String {
        format!(
            "{}, {}. {}",
            document.publisher, document.date, document.note
        )
    }

    fn related(&self, agenda: &Agenda) -> String {
        format!("Related {} (our reading):", agenda.noun.many)
    }
}
