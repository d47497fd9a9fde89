//! JSON in the words of the open data, with the address of each recommendation.

use super::Export;
use crate::data::{Facet, Recommendation};
use crate::json::Json;

impl Export<'_> {
    pub(super) fn json(&self) -> String {
        let source = &self.agenda.source;
        let entries = self.entries().map(|entry| self.entry(entry)).collect();
        let whole = Json::object([
            ("title", Json::text(&self.agenda.title)),
            (
                "source",
                Json::object([
                    ("title", Json::text(&source.title)),
                    ("publisher", Json::text(&source.publisher)),
                    ("year", Json::number(source.year.into())),
                    ("reference", Json::text(&source.reference)),
                    ("licence", Json::text(&source.licence)),
                    ("licence_url", Json::text(&source.licence_url)),
                    ("licence_note", Json::text(&source.licence_note)),
                    ("attribution", Json::text(&source.attribution)),
                    ("url", Json::text(&source.url)),
                ]),
            ),
            ("recommendations", Json::Array(entries)),
        ]);
        whole.to_string()
    }

    fn entry(&self, entry: &Recommendation) -> Json {
        let number = entry.number;
        let facets = self.agenda.facets.iter();
        let facets = facets.map(|facet| (facet.key.clone(), values(facet, number)));
        Json::object([
            ("number", Json::number(number.into())),
            ("text", Json::text(&entry.plain())),
            ("facets", Json::Object(facets.collect())),
            ("link", Json::text(&self.link(number))),
        ])
    }
}

/// The ids of the values of a facet that a recommendation carries.
fn values(facet: &Facet, number: u16) -> Json {
    let carried = facet.values_of(number);
    let values = carried.filter_map(|value| facet.values.get(value));
    Json::Array(values.map(|value| Json::text(&value.id)).collect())
}
