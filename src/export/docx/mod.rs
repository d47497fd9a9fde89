//! A document for Word: headings, quotations, notes, and a footnote with the source of
//! each. The parts that are always the same are files beside this one.

mod markup;
mod package;

use super::{Export, on_one_line};
use crate::data::{Piece, Recommendation};
use crate::joined::joined;
use crate::messages::{CitationStyle, ExportMessages, Names, messages};
use markup::{HEAD, Markup, OFFICE, PACKAGE, xml};

const CONTENT_TYPES: &str = include_str!("content_types.xml");
const PACKAGE_RELATIONSHIPS: &str = include_str!("package_rels.xml");
const STYLES: &str = include_str!("styles.xml");
const NUMBERING: &str = include_str!("numbering.xml");
const SETTINGS: &str = include_str!("settings.xml");
const FOOTER: &str = include_str!("footer.xml");

/// The names in the markup of a text.
const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// The footnotes that every document has: the lines between text and footnotes.
const SEPARATORS: &str = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/>\
    </w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p>\
    <w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";

/// A4 with margins of 2.5 cm, in twentieths of a point.
const PAGE: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/>\
    <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1417\" w:right=\"1417\" \
    w:bottom=\"1417\" w:left=\"1417\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr>";

/// What a document consists of besides its text.
const OWN_PARTS: [&str; 5] = ["styles", "numbering", "settings", "footnotes", "footer"];

impl Export<'_> {
    /// Empty only if a part is larger than an archive can have.
    pub(super) fn docx(&self) -> Vec<u8> {
        let mut footnotes = Markup::default();
        let document = self.document(&mut footnotes);
        let mut own = String::new();
        for part in OWN_PARTS {
            own.push_str(&format!(
                "<Relationship Id=\"{part}\" Type=\"{OFFICE}/{part}\" Target=\"{part}.xml\"/>"
            ));
        }
        let language = self.language();
        let part = |text: &str| format!("{HEAD}{}", text.replace("LANGUAGE", &language));
        let parts = [
            ("[Content_Types].xml", part(CONTENT_TYPES)),
            ("_rels/.rels", part(PACKAGE_RELATIONSHIPS)),
            (
                "word/document.xml",
                format!(
                    "{HEAD}<w:document {MAIN} xmlns:r=\"{OFFICE}\"><w:body>{}{PAGE}</w:body></w:document>",
                    document.xml
                ),
            ),
            ("word/_rels/document.xml.rels", document.relationships(&own)),
            (
                "word/footnotes.xml",
                format!(
                    "{HEAD}<w:footnotes {MAIN} xmlns:r=\"{OFFICE}\">{SEPARATORS}{}</w:footnotes>",
                    footnotes.xml
                ),
            ),
            ("word/_rels/footnotes.xml.rels", footnotes.relationships("")),
            ("word/styles.xml", part(STYLES)),
            ("word/numbering.xml", part(NUMBERING)),
            ("word/settings.xml", part(SETTINGS)),
            ("word/footer.xml", part(FOOTER)),
            ("docProps/core.xml", self.properties()),
        ];
        package::archive(&parts).unwrap_or_default()
    }

    /// The text; the sources go to the footnotes.
    fn document(&self, footnotes: &mut Markup) -> Markup {
        let mut text = Markup::default();
        let mut count = 0;
        let number = self.entries().count();
        text.paragraph("Title", |it| it.text(&self.heading()));
        let subtitle = messages().number_of(self.agenda, number);
        text.paragraph("Subtitle", |it| it.text(&subtitle));
        text.lines("Normal", self.note);
        for group in self.groups() {
            let mut rank = "Heading1";
            if let Some(heading) = &group.heading {
                text.lines("Heading1", heading);
                rank = "Heading2";
            }
            for entry in &group.entries {
                count += 1;
                let name = messages().recommendation(self.agenda, entry.number);
                text.lines(rank, &name);
                if group.heading.is_none() {
                    text.lines("Cluster", &self.section(entry));
                }
                quotation(&mut text, entry, count);
                self.source_of(entry, count, footnotes);
                let note = self.note_on(entry.number);
                if !note.is_empty() {
                    text.lines("OwnNote", &messages().named(messages().own_note(), note));
                }
            }
        }
        text.lines("Heading1", messages().about_file());
        for (name, value) in self.origin() {
            let line = messages().named(name, &value);
            text.paragraph("Normal", |it| it.linked(&line, &[self.view]));
        }
        let addresses = [self.agenda.source.licence_url.as_str()];
        text.paragraph("Normal", |it| it.linked(&self.notice(), &addresses));
        text
    }

    /// The footnote with the source of a recommendation.
    fn source_of(&self, entry: &Recommendation, id: usize, footnotes: &mut Markup) {
        let link = self.link(entry.number);
        let alone = Export {
            numbers: &[entry.number],
            ..*self
        };
        let citation = match id {
            1 => alone.citation(CitationStyle::Wipo, None),
            _ => alone.later_citation(),
        };
        footnotes
            .xml
            .push_str(&format!("<w:footnote w:id=\"{id}\">"));
        footnotes.paragraph("FootnoteText", |it| {
            it.xml.push_str(
                "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>",
            );
            it.text(" ");
            for run in &citation {
                if run.is_italic {
                    it.italic(&run.text);
                } else {
                    it.linked(&run.text, &[&self.agenda.source.url, &link]);
                }
            }
        });
        footnotes.xml.push_str("</w:footnote>");
    }

    /// What the file says of itself.
    fn properties(&self) -> String {
        let about = |(name, value): (&'static str, String)| messages().named(name, &value);
        let mut about: Vec<String> = self.origin().into_iter().map(about).collect();
        about.push(self.notice());
        format!(
            "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
             xmlns:dcterms=\"http://purl.org/dc/terms/\" \
             xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
             <dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
             <dc:description>{}</dc:description><dc:identifier>{}</dc:identifier>\
             <dc:language>{}</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z\
             </dcterms:created></cp:coreProperties>",
            xml(&self.heading()),
            xml(&self.agenda.source.publisher),
            xml(&joined(&about, "; ")),
            xml(self.view),
            xml(&self.language()),
            xml(self.date),
        )
    }

    /// What the document is called.
    fn heading(&self) -> String {
        on_one_line(self.title.unwrap_or(&self.agenda.source.title))
    }

    /// The language of the texts with its country, which spelling is checked for.
    fn language(&self) -> String {
        match self.agenda.site.language.as_str() {
            "en" => "en-GB".to_owned(),
            other => other.to_owned(),
        }
    }
}

/// The text of a recommendation, with the mark of its footnote at the end.
fn quotation(to: &mut Markup, entry: &Recommendation, footnote: usize) {
    let mut lines: Vec<(&str, String)> = Vec::new();
    for piece in entry.pieces() {
        match piece {
            Piece::Paragraph(text) => lines.push(("Quote", text)),
            Piece::List(items) => {
                lines.extend(items.iter().map(|item| ("QuoteItem", (*item).to_owned())));
            }
        }
    }
    let last = lines.len();
    for (place, (style, line)) in lines.iter().enumerate() {
        to.paragraph(style, |it| {
            it.text(line);
            if place + 1 == last {
                it.footnote(footnote);
            }
        });
    }
}
