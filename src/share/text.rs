//! The snippet that needs neither frame nor script: the texts themselves, in
//! the few tags that content systems leave to every author.

use super::Shared;
use super::html::{anchor, escaped, tag};
use crate::data::{BlockKind, Recommendation};
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
        let mut blocks = entry.text.iter().peekable();
        while let Some(first) = blocks.next() {
            let mut content = escaped(&first.text);
            if first.kind == BlockKind::Bullet {
                content = format!("<li>{content}</li>");
                while let Some(item) = blocks.next_if(|next| next.kind == BlockKind::Bullet) {
                    content.push_str(&format!("<li>{}</li>", escaped(&item.text)));
                }
                lines.push(self.block("ul", &content));
                continue;
            }
            while let Some(clause) = blocks.next_if(|next| next.kind == BlockKind::Clause) {
                let mark = clause.id.as_deref().unwrap_or_default();
                let text = format!(" ({mark}) {}", clause.text);
                content.push_str(&escaped(&text));
            }
            lines.push(self.block("p", &content));
        }
        lines
    }
}
