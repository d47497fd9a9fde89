//! The snippet that needs neither frame nor script: the texts themselves, in
//! the few tags that content systems leave to every author.

use super::Shared;
use crate::data::{Piece, Recommendation};
use crate::html::{anchor, escaped, list_items, tag};
use crate::messages::{Names, SnippetMessages, messages};
use crate::state::ViewState;

impl Shared<'_> {
    /// The recommendations that are shown, word for word, with where they are
    /// from and the link to the live view.
    pub fn text(&self) -> String {
        let mut lines = vec![self.block("h4", &escaped(&self.title()))];
        let known = self.numbers.iter();
        for entry in known.filter_map(|number| self.agenda.recommendation(*number)) {
            let alone = ViewState {
                open: Some(entry.number),
                ..ViewState::new(self.agenda)
            };
            let alone = Shared {
                view_state: &alone,
                ..*self
            };
            let name = messages().recommendation(self.agenda, entry.number);
            lines.push(self.block("h5", &anchor(&alone.link(), &name)));
            lines.extend(self.blocks(entry));
        }
        let source = &self.agenda.source;
        let live = messages().live_view(self.agenda);
        let source = messages().source(
            &escaped(&source.attribution),
            &anchor(&source.licence_url, &source.licence),
            &escaped(&source.licence_note),
            &anchor(&self.view_link(), &live),
        );
        lines.push(self.block("p", &source));
        lines.join("\n")
    }

    /// A block in the language of the texts. Each says so, because a wrapper is
    /// what systems take out first.
    fn block(&self, name: &str, content: &str) -> String {
        let start = tag(name, &[("lang", &self.agenda.site.language)]);
        format!("{start}{content}</{name}>")
    }

    /// The text of a recommendation as it is structured.
    fn blocks(&self, entry: &Recommendation) -> Vec<String> {
        let mut lines = Vec::new();
        for piece in entry.pieces() {
            lines.push(match piece {
                Piece::Paragraph(text) => self.block("p", &escaped(&text)),
                Piece::List(items) => self.block("ul", &list_items(&items)),
            });
        }
        lines
    }
}
