//! Recommendations as files for other programs: tables, texts, and citations for
//! those who write. Each format is a function from the data to a text; the texts
//! of the recommendations stay word for word in all of them.

mod bibtex;
mod column;
mod csl;
mod csv;
mod docx;
mod html;
mod json;
mod markdown;
mod ris;
mod text;
mod work;

use crate::data::{Agenda, Details, Recommendation};
use crate::messages::{ExportMessages, Names, messages};
use crate::state::saved::Item;
use crate::state::{Named, static_page};

pub use column::Column;
pub use csv::table;

/// A format of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Docx,
    Csv,
    Json,
    Markdown,
    Text,
    Bibtex,
    Ris,
    CslJson,
    Html,
}

impl Named for Format {
    const ALL: &'static [(&'static str, Self)] = &[
        ("docx", Format::Docx),
        ("csv", Format::Csv),
        ("json", Format::Json),
        ("markdown", Format::Markdown),
        ("text", Format::Text),
        ("bibtex", Format::Bibtex),
        ("ris", Format::Ris),
        ("csl-json", Format::CslJson),
        ("html", Format::Html),
    ];
}

impl Format {
    /// What readers know it by.
    pub fn label(self) -> &'static str {
        match self {
            Format::Docx => messages().word(),
            Format::Csv => "CSV",
            Format::Json => "JSON",
            Format::Markdown => "Markdown",
            Format::Text => messages().plain_text(),
            Format::Bibtex => "BibTeX",
            Format::Ris => "RIS",
            Format::CslJson => "CSL-JSON",
            Format::Html => "HTML",
        }
    }
}

/// The media type of a document for Word.
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A file, as a browser is given it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub name: String,
    /// The media type of the content.
    pub mime: &'static str,
    /// Text in UTF-8, unless the format has a form of its own.
    pub content: Vec<u8>,
}

/// What goes into a file.
#[derive(Clone, Copy)]
pub struct Export<'a> {
    pub agenda: &'a Agenda,
    pub details: &'a Details,
    /// The recommendations, in the order that they are to have.
    pub numbers: &'a [u16],
    /// The public address of the site.
    pub root: &'a str,
    /// What the reader calls the list, on one line, if it has a name.
    pub title: Option<&'a str>,
    /// What the reader notes on the list; empty for nothing.
    pub note: &'a str,
    /// What the reader notes on single recommendations, in any order.
    pub notes: &'a [Item],
    /// The public address of what is shown.
    pub view: &'a str,
    /// The day on which the file is made, as `YYYY-MM-DD`.
    pub date: &'a str,
    /// The version of the data ([`version`](crate::embedded::version)).
    pub version: &'a str,
    /// What a table leaves out.
    pub without: &'a [Column],
}

/// Recommendations that stand under one heading.
struct Group<'a> {
    /// The name of their section; none where the order of the list is another one
    /// than that of the sections.
    heading: Option<String>,
    entries: Vec<&'a Recommendation>,
}

impl Export<'_> {
    /// The file in a format. Numbers that the data does not have are left out.
    pub fn file(&self, format: Format) -> File {
        let (ending, mime, content) = match format {
            Format::Docx => {
                return File {
                    name: format!("{}.docx", self.agenda.site.slug),
                    mime: DOCX,
                    content: self.docx(),
                };
            }
            // Without the mark at its beginning, spreadsheets take the letters
            // for those of another alphabet.
            Format::Csv => (".csv", "text/csv", format!("\u{feff}{}", self.csv())),
            Format::Json => (".json", "application/json", self.json()),
            Format::Markdown => (".md", "text/markdown", self.markdown()),
            Format::Text => (".txt", "text/plain", self.text()),
            Format::Bibtex => (".bib", "application/x-bibtex", self.bibtex(&self.works())),
            Format::Ris => (
                ".ris",
                "application/x-research-info-systems",
                self.ris(&self.works()),
            ),
            Format::CslJson => (
                "-csl.json",
                "application/vnd.citationstyles.csl+json",
                self.csl(&self.works()),
            ),
            Format::Html => (".html", "text/html", self.html()),
        };
        File {
            name: format!("{}{ending}", self.agenda.site.slug),
            mime,
            content: content.into_bytes(),
        }
    }

    fn entries(&self) -> impl Iterator<Item = &Recommendation> {
        let numbers = self.numbers.iter();
        numbers.filter_map(|number| self.agenda.recommendation(*number))
    }

    /// The recommendations under the names of their sections. Where the order of the
    /// list takes them apart, they are one group without a heading.
    fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<(usize, Group<'_>)> = Vec::new();
        for entry in self.entries() {
            match groups.last_mut() {
                Some((section, group)) if *section == entry.section => group.entries.push(entry),
                _ => {
                    if groups.iter().any(|(section, _)| *section == entry.section) {
                        let entries = self.entries().collect();
                        let heading = None;
                        return vec![Group { heading, entries }];
                    }
                    let group = Group {
                        heading: Some(self.section(entry)),
                        entries: vec![entry],
                    };
                    groups.push((entry.section, group));
                }
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// The name of the section of a recommendation, with its letter.
    fn section(&self, entry: &Recommendation) -> String {
        let facet = self.agenda.section().unwrap_or_default();
        messages().value_long(self.agenda, facet, entry.section)
    }

    /// What the reader notes on a recommendation; empty for nothing.
    fn note_on(&self, number: u16) -> &str {
        let mut notes = self.notes.iter();
        let item = notes.find(|item| item.number == number);
        item.map_or("", |item| &item.note)
    }

    /// Where, when and from what the file was made, each with its name.
    fn origin(&self) -> [(&'static str, String); 3] {
        messages().file_origin(self.view, self.date, self.version)
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
}

/// A text without its line breaks, for formats in which they end a field or vanish.
fn on_one_line(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}
