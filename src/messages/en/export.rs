use super::English;
use super::background::dated;
use super::grammar::counted;
use crate::data::{Agenda, Date};
use crate::joined::joined;
use crate::messages::ExportMessages;

impl ExportMessages for English {
    fn download(&self) -> &'static str {
        "Download"
    }

    fn download_as(&self, agenda: &Agenda) -> String {
        format!("Download these {} as:", agenda.noun.many)
    }

    fn plain_text(&self) -> &'static str {
        "Plain text"
    }

    fn word(&self) -> &'static str {
        "Word"
    }

    fn columns(&self) -> &'static str {
        "Columns of the CSV"
    }

    fn columns_to_keep(&self) -> &'static str {
        "Besides the number, the table has:"
    }

    fn text_column(&self) -> &'static str {
        "Text"
    }

    fn link_column(&self) -> &'static str {
        "Link"
    }

    fn source_columns(&self) -> &'static str {
        "Source and licence"
    }

    fn note_columns(&self) -> &'static str {
        "Notes"
    }

    fn origin_columns(&self) -> &'static str {
        "View, date and version of the data"
    }

    fn nothing_to_download(&self, agenda: &Agenda) -> String {
        format!("Nothing to download: no {} is shown.", agenda.noun.one)
    }

    fn downloaded(&self, agenda: &Agenda, file: &str, count: usize) -> String {
        format!("Downloaded {file} ({}).", counted(agenda, count))
    }

    fn citation_note(&self, agenda: &Agenda, adopted: Option<u16>, link: &str) -> String {
        let source = &agenda.source;
        let mut note = Vec::new();
        if let Some(year) = adopted {
            note.push(format!("Adopted in {year}"));
        }
        if !source.reference.is_empty() {
            let (publisher, reference) = (&source.publisher_short, &source.reference);
            note.push(format!("{publisher} reference {reference}"));
        }
        note.push(format!("{} ({})", source.licence, source.licence_url));
        note.push(format!("text at {link}"));
        joined(&note, "; ")
    }

    fn file_origin(&self, view: &str, date: &str, version: &str) -> [(&'static str, String); 3] {
        let day = Date::parse(date).map_or_else(|| date.to_owned(), dated);
        [
            ("This view", view.to_owned()),
            ("Downloaded", day),
            ("Version of the data", version.to_owned()),
        ]
    }

    fn about_file(&self) -> &'static str {
        "About this file"
    }

    fn own_note(&self) -> &'static str {
        "Note"
    }

    fn copy_instead(&self) -> &'static str {
        "Your browser blocked the download. Copy the text instead:"
    }
}
