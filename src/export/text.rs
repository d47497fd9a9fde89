//! Plain text, to be read as it is.

use super::Export;
use crate::messages::{ExportMessages, Names, messages};

impl Export<'_> {
    pub(super) fn text(&self) -> String {
        let source = &self.agenda.source;
        let mut whole = String::new();
        if let Some(title) = self.title {
            whole.push_str(&format!("{title}\n\n"));
        }
        if !self.note.is_empty() {
            whole.push_str(&format!("{}\n\n", self.note));
        }
        whole.push_str(&format!("{}\n{}\n\n", source.title, source.url));
        for group in self.groups() {
            if let Some(heading) = &group.heading {
                whole.push_str(&format!("{heading}\n\n"));
            }
            for entry in &group.entries {
                let name = messages().recommendation(self.agenda, entry.number);
                let link = self.link(entry.number);
                whole.push_str(&format!("{name}\n{}\n{link}\n", entry.plain()));
                if group.heading.is_none() {
                    whole.push_str(&format!("{}\n", self.section(entry)));
                }
                let note = self.note_on(entry.number);
                if !note.is_empty() {
                    let note = messages().named(messages().own_note(), note);
                    whole.push_str(&format!("{note}\n"));
                }
                whole.push('\n');
            }
        }
        for (name, value) in self.origin() {
            whole.push_str(&messages().named(name, &value));
            whole.push('\n');
        }
        whole + "\n" + &self.notice() + "\n"
    }
}
