//! RIS, which programs that manage references read: a field a line, from `TY` to
//! `ER`.

use super::work::Work;
use super::{Export, on_one_line};

impl Export<'_> {
    pub(super) fn ris(&self, works: &[Work]) -> String {
        let source = &self.agenda.source;
        // Programs part names at spaces into given and family names. A comma at the end
        // keeps some from it, spaces that do not break keep the others.
        let author = source.author().replace(' ', "\u{a0}") + ",";
        let mut whole = String::new();
        for work in works {
            for (tag, value) in [
                ("TY", "CHAP"),
                ("ID", &work.key),
                ("AU", &author),
                ("TI", &work.title),
                // The book. `T2`, which has it in later descriptions of RIS, is
                // also read as the title of a series.
                ("BT", &source.title),
                ("JF", &source.title),
                ("PB", &source.publisher_short),
                ("CY", self.place()),
                ("PY", &source.year.to_string()),
                ("UR", &source.url),
                ("AB", &work.text),
                ("N1", &work.note),
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
