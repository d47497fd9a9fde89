//! A fragment of HTML: headings, quotations and lists, to be put into a page.

use super::Export;
use crate::data::{Piece, Recommendation};
use crate::html::{anchor, escaped, list_items, tag};
use crate::joined::joined;
use crate::messages::{ExportMessages, Names, messages};

impl Export<'_> {
    pub(super) fn html(&self) -> String {
        let source = &self.agenda.source;
        let link = anchor(&source.url, &source.title);
        let mut lines = vec![tag("section", &[("lang", &self.agenda.site.language)])];
        match self.title {
            Some(title) => {
                lines.push(format!("<h2>{}</h2>", escaped(title)));
                lines.push(format!("<p>{link}</p>"));
            }
            None => lines.push(format!("<h2>{link}</h2>")),
        }
        lines.extend(paragraphs(self.note));
        for group in self.groups() {
            // One rank below the heading that they stand under.
            let mut rank = "h3";
            if let Some(heading) = &group.heading {
                lines.push(format!("<h3>{}</h3>", escaped(heading)));
                rank = "h4";
            }
            for entry in &group.entries {
                let link = self.link(entry.number);
                let name = messages().recommendation(self.agenda, entry.number);
                lines.push(format!("<{rank}>{}</{rank}>", anchor(&link, &name)));
                if group.heading.is_none() {
                    lines.extend(paragraphs(&self.section(entry)));
                }
                lines.push(tag("blockquote", &[("cite", &link)]));
                lines.extend(pieces(entry));
                lines.push("</blockquote>".to_owned());
                let note = self.note_on(entry.number);
                if !note.is_empty() {
                    lines.extend(paragraphs(&messages().named(messages().own_note(), note)));
                }
            }
        }
        lines.push("<dl>".to_owned());
        for (name, value) in self.origin() {
            let value = if value == self.view {
                anchor(&value, &value)
            } else {
                escaped(&value)
            };
            lines.push(format!("<dt>{}</dt><dd>{value}</dd>", escaped(name)));
        }
        lines.push("</dl>".to_owned());
        lines.extend(paragraphs(&self.notice()));
        lines.push("</section>\n".to_owned());
        joined(&lines, "\n")
    }
}

/// The text of a recommendation as it is set.
fn pieces(entry: &Recommendation) -> impl Iterator<Item = String> {
    entry.pieces().into_iter().map(|piece| match piece {
        Piece::Paragraph(text) => format!("<p>{}</p>", escaped(&text)),
        Piece::List(items) => format!("<ul>{}</ul>", list_items(&items)),
    })
}

/// A paragraph a line.
fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| format!("<p>{}</p>", escaped(line)))
}
