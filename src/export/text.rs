//! Plain text, to be read as it is.

use super::Export;
use crate::messages::{Names, messages};

impl Export<'_> {
    pub(super) fn text(&self) -> String {
        let source = &self.agenda.source;
        let mut whole = format!("{}\n{}\n\n", source.title, source.url);
        for entry in self.entries() {
            let name = messages().recommendation(self.agenda, entry.number);
            let link = self.link(entry.number);
            whole.push_str(&format!("{name}\n{}\n{link}\n\n", entry.plain()));
        }
        whole + &self.notice() + "\n"
    }
}
