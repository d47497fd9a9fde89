//! CSL-JSON, from which programs set a citation in any style.

use super::Export;
use super::work::Work;
use crate::json::Json;

impl Export<'_> {
    pub(super) fn csl(&self, works: &[Work]) -> String {
        let source = &self.agenda.source;
        let year = Json::number(source.year.into());
        let author = Json::object([("literal", Json::text(source.author()))]);
        let issued = Json::Array(vec![Json::Array(vec![year])]);
        let entries = works.iter().map(|work| {
            let mut fields = Json::object([
                ("id", Json::text(&work.key)),
                ("type", Json::text("chapter")),
                ("author", Json::Array(vec![author.clone()])),
                ("title", Json::text(&work.title)),
                ("container-title", Json::text(&source.title)),
                ("publisher", Json::text(&source.publisher_short)),
                ("issued", Json::object([("date-parts", issued.clone())])),
                ("URL", Json::text(&source.url)),
                ("language", Json::text(&self.agenda.site.language)),
                ("note", Json::text(&work.note)),
                ("abstract", Json::text(&work.text)),
            ]);
            if !self.place().is_empty() {
                fields.set("publisher-place", Json::text(self.place()));
            }
            fields
        });
        Json::Array(entries.collect()).to_string()
    }
}
