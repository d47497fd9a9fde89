//! CSL-JSON, from which programs set a citation in any style.

use super::Export;
use crate::json::Json;
use crate::messages::{Names, messages};

impl Export<'_> {
    pub(super) fn csl(&self) -> String {
        let source = &self.agenda.source;
        let year = Json::number(source.year.into());
        let author = Json::object([("literal", Json::text(self.author()))]);
        let issued = Json::Array(vec![Json::Array(vec![year])]);
        let entries = self.entries().map(|entry| {
            let number = entry.number;
            let name = messages().recommendation(self.agenda, number);
            let mut fields = Json::object([
                ("id", Json::text(&self.key(number))),
                ("type", Json::text("chapter")),
                ("author", Json::Array(vec![author.clone()])),
                ("title", Json::text(&name)),
                ("container-title", Json::text(&source.title)),
                ("publisher", Json::text(&source.publisher_short)),
                ("issued", Json::object([("date-parts", issued.clone())])),
                ("URL", Json::text(&source.url)),
                ("language", Json::text(&self.agenda.site.language)),
                ("note", Json::text(&self.remark(number))),
                ("abstract", Json::text(&entry.plain())),
            ]);
            if !self.place().is_empty() {
                fields.set("publisher-place", Json::text(self.place()));
            }
            fields
        });
        Json::Array(entries.collect()).to_string()
    }
}
