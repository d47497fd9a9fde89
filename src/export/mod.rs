//! Recommendations as files for other programs: tables, texts, and citations for
//! those who write. Each format is a function from the data to a text; the texts
//! of the recommendations stay word for word in all of them.

mod bibtex;
mod csl;
mod csv;
mod json;
mod markdown;
mod ris;
mod text;

use crate::data::{Agenda, Details, Recommendation};
use crate::messages::{ExportMessages, messages};
use crate::state::{Named, static_page};

pub use csv::table;

/// A format of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Json,
    Markdown,
    Text,
    Bibtex,
    Ris,
    CslJson,
}

impl Named for Format {
    const ALL: &'static [(&'static str, Self)] = &[
        ("csv", Format::Csv),
        ("json", Format::Json),
        ("markdown", Format::Markdown),
        ("text", Format::Text),
        ("bibtex", Format::Bibtex),
        ("ris", Format::Ris),
        ("csl-json", Format::CslJson),
    ];
}

impl Format {
    /// What readers know it by.
    pub fn label(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Json => "JSON",
            Format::Markdown => "Markdown",
            Format::Text => messages().plain_text(),
            Format::Bibtex => "BibTeX",
            Format::Ris => "RIS",
            Format::CslJson => "CSL-JSON",
        }
    }
}

/// A file, as a browser is given it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub name: String,
    /// The media type of the content.
    pub mime: &'static str,
    pub content: String,
}

/// What goes into a file.
pub struct Export<'a> {
    pub agenda: &'a Agenda,
    pub details: &'a Details,
    /// The recommendations, in the order that they are to have.
    pub numbers: &'a [u16],
    /// The public address of the site.
    pub root: &'a str,
}

impl Export<'_> {
    /// The file in a format. Numbers that the data does not have are left out.
    pub fn file(&self, format: Format) -> File {
        let (ending, mime, content) = match format {
            // Without the mark at its beginning, spreadsheets take the letters
            // for those of another alphabet.
            Format::Csv => (
                ".csv",
                "text/csv",
                format!(
                    "\u{feff}{}",
                    table(self.agenda, self.entries(), Some(self.root))
                ),
            ),
            Format::Json => (".json", "application/json", self.json()),
            Format::Markdown => (".md", "text/markdown", self.markdown()),
            Format::Text => (".txt", "text/plain", self.text()),
            Format::Bibtex => (".bib", "application/x-bibtex", self.bibtex()),
            Format::Ris => (".ris", "application/x-research-info-systems", self.ris()),
            Format::CslJson => (
                "-csl.json",
                "application/vnd.citationstyles.csl+json",
                self.csl(),
            ),
        };
        File {
            name: format!("{}{ending}", self.agenda.site.slug),
            mime,
            content,
        }
    }

    fn entries(&self) -> impl Iterator<Item = &Recommendation> {
        let numbers = self.numbers.iter();
        numbers.filter_map(|number| self.agenda.recommendation(*number))
    }

    /// The sentences that go with every use of the text.
    fn notice(&self) -> String {
        let source = &self.agenda.source;
        let notice = format!(
            "{} {} {}",
            source.attribution, source.licence_url, source.licence_note
        );
        notice.trim_end().to_owned()
    }

    /// The public address of a recommendation.
    fn link(&self, number: u16) -> String {
        static_page::address_of(number, self.root)
    }

    /// The publisher as citations name an author: without its short name in
    /// brackets, as styles put authors into brackets themselves.
    fn author(&self) -> &str {
        let source = &self.agenda.source;
        let short = format!(" ({})", source.publisher_short);
        let author = source.publisher.strip_suffix(short.as_str());
        author.unwrap_or(&source.publisher)
    }

    /// What citations say of a recommendation that has no field in all formats.
    /// As a field that only some have, it would make the same citation differ.
    fn note(&self, number: u16) -> String {
        let adopted = self.details.imprint.adopted;
        messages().citation_note(self.agenda, adopted, &self.link(number))
    }

    /// The town of the publisher, empty where it is not known.
    fn place(&self) -> &str {
        self.details.imprint.place.as_deref().unwrap_or_default()
    }

    /// What programs know a citation by.
    fn key(&self, number: u16) -> String {
        format!("{}-{number}", self.agenda.site.citation_key)
    }
}

/// A text without its line breaks, for formats in which they end a field or vanish.
fn on_one_line(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}
