//! CSL-JSON, from which programs set a citation in any style.

use super::Export;
use crate::json::Json;
use crate::messages::{Names, messages};

impl Export<'_> {
    pub(super) fn csl(&self) -> String {
        let source = &self.agenda.source;
        let year = Json::number(source.year.into());
        let entries = self.entries().map(|entry| {
            let number = entry.number;
            Json::object([
                ("id", Json::text(&self.key(number))),
                ("type", Json::text("chapter")),
                (
                    "author",
                    Json::Array(vec![Json::object([(
                        "literal",
                        Json::text(&source.publisher),
                    )])]),
                ),
                (
                    "title",
                    Json::text(&messages().recommendation(self.agenda, number)),
                ),
                ("container-title", Json::text(&source.title)),
                ("publisher", Json::text(&source.publisher)),
                (
                    "issued",
                    Json::object([(
                        "date-parts",
                        Json::Array(vec![Json::Array(vec![year.clone()])]),
                    )]),
                ),
                ("number", Json::text(&source.reference)),
                ("URL", Json::text(&(self.link)(number))),
                ("language", Json::text(&self.agenda.site.language)),
                ("note", Json::text(&source.licence)),
                ("abstract", Json::text(&entry.plain())),
            ])
        });
        Json::Array(entries.collect()).to_string()
    }
}
