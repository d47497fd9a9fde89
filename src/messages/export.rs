//! Saving what is shown as a file.

use crate::data::Agenda;

pub trait ExportMessages {
    /// The button that shows the formats.
    fn download(&self) -> &'static str;

    /// What stands before the formats.
    fn download_as(&self, agenda: &Agenda) -> String;

    /// The name of the format without a standard.
    fn plain_text(&self) -> &'static str;

    /// The name of the format for Word and other word processors.
    fn word(&self) -> &'static str;

    /// What unfolds the choice of the columns of a table, and what stands before them.
    fn columns(&self) -> &'static str;
    fn columns_to_keep(&self) -> &'static str;

    /// The columns that are not of a facet: the texts, the address of each, the source,
    /// what the reader notes, and what the file says of itself.
    fn text_column(&self) -> &'static str;
    fn link_column(&self) -> &'static str;
    fn source_columns(&self) -> &'static str;
    fn note_columns(&self) -> &'static str;
    fn origin_columns(&self) -> &'static str;

    fn nothing_to_download(&self, agenda: &Agenda) -> String;

    /// The file that was downloaded, and how many it has.
    fn downloaded(&self, agenda: &Agenda, file: &str, count: usize) -> String;

    /// What citations note of a recommendation: when it was adopted, the reference
    /// and the licence of its source, and where it can be read.
    fn citation_note(&self, agenda: &Agenda, adopted: Option<u16>, link: &str) -> String;

    /// Where, when and from what a file was made: the address of the view, the day as
    /// `YYYY-MM-DD`, and the version of the data, each behind its name.
    fn file_origin(&self, view: &str, date: &str, version: &str) -> [(&'static str, String); 3];

    /// The heading of these in a document.
    fn about_file(&self) -> &'static str;

    /// What stands before what the reader notes on a list or a recommendation.
    fn own_note(&self) -> &'static str;

    /// That the content is to be copied by hand; it follows, selected.
    fn copy_instead(&self) -> &'static str;
}
