//! How the texts came about, what carries them out, and where that is known from.

use crate::data::{Agenda, Date, FactSource, Project};

pub trait BackgroundMessages {
    /// The heading of what the texts are.
    fn introduction_heading(&self, agenda: &Agenda) -> String;

    /// The heading of the events.
    fn history_heading(&self) -> &'static str;

    /// The heading of the list of sections.
    fn sections_heading(&self, agenda: &Agenda) -> String;

    /// What a section has: how many recommendations, and which.
    fn section_size(&self, agenda: &Agenda, numbers: &[u16]) -> String;

    /// A date; with a later one, both, which [`BackgroundMessages::until`] parts.
    fn period(&self, date: Date, until: Option<Date>) -> (String, Option<String>);

    /// What stands between the ends of a period.
    fn until(&self) -> &'static str;

    /// What is called a source: a document, the host of its page, or both.
    fn source(&self, source: &FactSource) -> String;

    /// What is known of a source, as it stands behind its name.
    fn source_note(&self, note: &str) -> String;

    /// That another source says something else.
    fn differs(&self, text: &str) -> String;

    fn projects_heading(&self) -> &'static str;

    /// What stands above all projects.
    fn projects_intro(&self, agenda: &Agenda) -> String;

    /// That none carries out this recommendation.
    fn no_project(&self, agenda: &Agenda) -> String;

    /// Whether the code of a project or a document names a recommendation.
    fn named_by(&self, agenda: &Agenda, project: &Project, number: u16) -> String;

    /// What stands before the recommendations that the code of a project names.
    fn code_says(&self) -> &'static str;

    /// What stands before those that a document names.
    fn document_says(&self) -> &'static str;

    /// What stands before how a project stood.
    fn seen(&self) -> &'static str;

    /// What shows and hides the corrections.
    fn show_corrections(&self, count: usize) -> String;
}
