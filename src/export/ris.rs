//! RIS, which programs that manage references read: a field a line, from `TY` to
//! `ER`.

use super::Export;
use crate::messages::{Names, messages};

impl Export<'_> {
    pub(super) fn ris(&self) -> String {
        let source = &self.agenda.source;
        let mut whole = String::new();
        for entry in self.entries() {
            let number = entry.number;
            for (tag, value) in [
                ("TY", "CHAP"),
                ("ID", &self.key(number)),
                ("AU", &source.publisher),
                ("TI", &messages().recommendation(self.agenda, number)),
                ("T2", &source.title),
                ("PB", &source.publisher),
                ("PY", &source.year.to_string()),
                ("M1", &source.reference),
                ("UR", &(self.link)(number)),
                ("AB", &entry.plain()),
                ("N1", &source.licence),
                ("LA", &self.agenda.site.language),
                ("ER", ""),
            ] {
                if value.is_empty() && tag != "ER" {
                    continue;
                }
                // A field ends with its line.
                let value = value.replace("\n\n", " ").replace('\n', " ");
                whole.push_str(&format!("{tag}  - {value}\r\n"));
            }
            whole.push_str("\r\n");
        }
        whole
    }
}
