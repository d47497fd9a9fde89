//! JSON in the words of the open data, with the address of each recommendation.
//! Its form is that of `export.schema.json`.

use super::Export;
use crate::data::{Facet, Recommendation};
use crate::json::Json;

/// The version of the form. It changes only when a reader of the old form would be
/// misled.
const SCHEMA: u64 = 1;

/// Where the site has the schema.
const SCHEMA_FILE: &str = "data/export.schema.json";

impl Export<'_> {
    pub(super) fn json(&self) -> String {
        let source = &self.agenda.source;
        let entries = self.entries().map(|entry| self.entry(entry)).collect();
        let mut told = Json::object([
            ("title", Json::text(&source.title)),
            ("publisher", Json::text(&source.publisher)),
            ("year", Json::number(source.year.into())),
            ("reference", Json::text(&source.reference)),
            ("licence", Json::text(&source.licence)),
            ("licence_url", Json::text(&source.licence_url)),
            ("licence_note", Json::text(&source.licence_note)),
            ("attribution", Json::text(&source.attribution)),
            ("url", Json::text(&source.url)),
        ]);
        let imprint = &self.details.imprint;
        if let Some(place) = &imprint.place {
            told.set("place", Json::text(place));
        }
        if let Some(year) = imprint.adopted {
            told.set("adopted_year", Json::number(year.into()));
        }
        let mut whole = Json::object([
            ("schema", Json::number(SCHEMA)),
            ("title", Json::text(&self.agenda.title)),
            ("source", told),
            ("view", Json::text(self.view)),
            ("date", Json::text(self.date)),
            ("version", Json::text(self.version)),
            ("recommendations", Json::Array(entries)),
        ]);
        if let Some(title) = self.title {
            whole.set("list_title", Json::text(title));
        }
        if !self.note.is_empty() {
            whole.set("list_note", Json::text(self.note));
        }
        // A site that is one file has no other.
        if self.root.ends_with('/') {
            let schema = format!("{}{SCHEMA_FILE}", self.root);
            whole.set("$schema", Json::text(&schema));
        }
        whole.to_string()
    }

    fn entry(&self, entry: &Recommendation) -> Json {
        let number = entry.number;
        let facets = self.agenda.facets.iter();
        let facets = facets.map(|facet| (facet.key.as_str().into(), values(facet, number)));
        let mut told = Json::object([
            ("number", Json::number(number.into())),
            ("text", Json::text(&entry.plain())),
            ("facets", Json::Object(facets.collect())),
            ("section", Json::text(&self.section(entry))),
            ("link", Json::text(&self.link(number))),
        ]);
        let note = self.note_on(number);
        if !note.is_empty() {
            told.set("note", Json::text(note));
        }
        told
    }
}

/// The ids of the values of a facet that a recommendation carries.
fn values(facet: &Facet, number: u16) -> Json {
    let carried = facet.values_of(number);
    let values = carried.filter_map(|value| facet.values.get(value));
    Json::Array(values.map(|value| Json::text(&value.id)).collect())
}
