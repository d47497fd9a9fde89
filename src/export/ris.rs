//! RIS, which programs that manage references read: a field a line, from `TY` to
//! `ER`.

use super::{Export, on_one_line};
use crate::messages::{Names, messages};

impl Export<'_> {
    pub(super) fn ris(&self) -> String {
        let source = &self.agenda.source;
        // Programs part names at spaces into given and family names; RIS has no
        // sign for a name that is none of a person.
        let author = self.author().replace(' ', "\u{a0}");
        let mut whole = String::new();
        for entry in self.entries() {
            let number = entry.number;
            for (tag, value) in [
                ("TY", "CHAP"),
                ("ID", &self.key(number)),
                ("AU", &author),
                ("TI", &messages().recommendation(self.agenda, number)),
                // The book. `T2`, which has it in later descriptions of RIS, is
                // also read as the title of a series.
                ("BT", &source.title),
                ("JF", &source.title),
                ("PB", &source.publisher_short),
                ("CY", self.place()),
                ("PY", &source.year.to_string()),
                ("UR", &source.url),
                ("AB", &entry.plain()),
                ("N1", &self.remark(number)),
                ("LA", &self.agenda.site.language),
                ("ER", ""),
            ] {
                if value.is_empty() && tag != "ER" {
                    continue;
                }
                // A field ends with its line.
                whole.push_str(&format!("{tag}  - {}\r\n", on_one_line(value)));
            }
            whole.push_str("\r\n");
        }
        whole
    }
}
