//! Tables as RFC 4180 has them: a row for each recommendation, a column for each
//! facet, its values by id with spaces between. Behind these come the same values
//! in words, and where the texts are from.

use crate::data::{Agenda, Facet, Recommendation, Value};
use crate::state::static_page;

/// With what a spreadsheet takes a field for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The table of some recommendations; with their addresses, where the public
/// address of the site is given.
pub fn table<'a>(
    agenda: &Agenda,
    entries: impl Iterator<Item = &'a Recommendation>,
    root: Option<&str>,
) -> String {
    let facets = &agenda.facets;
    let source = source(agenda);
    let mut head = vec!["number".to_owned(), "text".to_owned()];
    head.extend(facets.iter().map(|facet| facet.key.clone()));
    head.extend(root.map(|_| "link".to_owned()));
    // No key has an underscore.
    head.extend(facets.iter().map(|facet| format!("{}_labels", facet.key)));
    head.extend(source.iter().map(|(name, _)| format!("source_{name}")));
    let mut table = row(head);
    for entry in entries {
        let number = entry.number;
        let ids = facets
            .iter()
            .map(|facet| values(facet, number, |it| &it.id));
        let labels = facets
            .iter()
            .map(|facet| values(facet, number, |it| &it.label));
        let mut fields = vec![number.to_string(), entry.plain()];
        fields.extend(ids.map(|ids| ids.join(" ")));
        fields.extend(root.map(|root| static_page::address_of(number, root)));
        fields.extend(labels.map(|labels| labels.join("; ")));
        fields.extend(source.iter().map(|(_, value)| value.clone()));
        table.push_str(&row(fields));
    }
    table
}

/// What is told of the values of a facet that a recommendation carries.
fn values(facet: &Facet, number: u16, told: fn(&Value) -> &String) -> Vec<&str> {
    let carried = facet.values_of(number);
    let values = carried.filter_map(|value| facet.values.get(value));
    values.map(|value| told(value).as_str()).collect()
}

/// The source by the names that it has in JSON, in every row: rows are copied into
/// other tables, and the licence asks for it.
fn source(agenda: &Agenda) -> [(&'static str, String); 9] {
    let source = &agenda.source;
    [
        ("title", source.title.clone()),
        ("publisher", source.publisher.clone()),
        ("year", source.year.to_string()),
        ("reference", source.reference.clone()),
        ("url", source.url.clone()),
        ("licence", source.licence.clone()),
        ("licence_url", source.licence_url.clone()),
        ("licence_note", source.licence_note.clone()),
        ("attribution", source.attribution.clone()),
    ]
}

fn row(fields: Vec<String>) -> String {
    let fields: Vec<_> = fields.into_iter().map(field).collect();
    format!("{}\r\n", fields.join(","))
}

fn field(mut text: String) -> String {
    if text.starts_with(FORMULA) {
        text.insert(0, '\'');
    }
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_with_a_sign_of_its_own_is_quoted() {
        let fields = ["1", "a, b", "say \"c\"", "d\n\ne"].map(str::to_owned);
        assert_eq!(
            row(fields.into()),
            "1,\"a, b\",\"say \"\"c\"\"\",\"d\n\ne\"\r\n"
        );
    }

    #[test]
    fn no_field_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
            assert!(field(text.to_owned()).starts_with('\''), "{text:?}");
        }
        assert_eq!(field("\r=1,2".to_owned()), "\"'\r=1,2\"");
        assert_eq!(field("a=1".to_owned()), "a=1");
    }
}
