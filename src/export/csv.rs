//! Tables as RFC 4180 has them: a row for each recommendation, a column for each
//! facet, its values by id with spaces between. Behind these come the same values
//! in words, where the texts are from, and what the reader notes.

use super::Export;
use super::column::Column;
use crate::data::{Agenda, Facet, Recommendation, Value};
use crate::state::static_page;

/// With what a spreadsheet takes a field for a formula; the last four are those of
/// East Asian keyboards.
const FORMULA: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// The table of all recommendations, without what only a download has.
pub fn table(agenda: &Agenda) -> String {
    let without = [Column::Link, Column::Notes, Column::Origin];
    let cells = agenda.recommendations.iter().map(|entry| Row {
        entry,
        link: String::new(),
        own: <[String; 6]>::default(),
    });
    written(agenda, cells, &without)
}

impl Export<'_> {
    pub(super) fn csv(&self) -> String {
        let rows = self.entries().map(|entry| Row {
            entry,
            link: static_page::address_of(entry.number, self.root),
            own: [
                self.note_on(entry.number).to_owned(),
                self.title.unwrap_or_default().to_owned(),
                self.note.to_owned(),
                self.view.to_owned(),
                self.date.to_owned(),
                self.version.to_owned(),
            ],
        });
        written(self.agenda, rows, self.without)
    }
}

/// A recommendation with what the data does not say of it.
struct Row<'a> {
    entry: &'a Recommendation,
    link: String,
    /// In the order of [`OWN`].
    own: [String; 6],
}

/// The columns of the reader and of the file. No key of a facet has an underscore.
const OWN: [(Column, &str); 6] = [
    (Column::Notes, "item_note"),
    (Column::Notes, "list_title"),
    (Column::Notes, "list_note"),
    (Column::Origin, "view_url"),
    (Column::Origin, "download_date"),
    (Column::Origin, "data_version"),
];

fn written<'a>(agenda: &Agenda, rows: impl Iterator<Item = Row<'a>>, without: &[Column]) -> String {
    let facets = || agenda.facets.iter().enumerate();
    let source = source(agenda);
    let mut head = vec![
        (None, "number".to_owned()),
        (Some(Column::Text), "text".to_owned()),
    ];
    head.extend(facets().map(|(at, facet)| (Some(Column::Facet(at)), facet.key.clone())));
    head.push((Some(Column::Link), "link".to_owned()));
    for (at, facet) in facets() {
        head.push((Some(Column::Facet(at)), format!("{}_labels", facet.key)));
    }
    for (name, _) in &source {
        head.push((Some(Column::Source), format!("source_{name}")));
    }
    head.extend(OWN.map(|(column, name)| (Some(column), name.to_owned())));
    let kept: Vec<bool> = head
        .iter()
        .map(|(column, _)| column.is_none_or(|column| !without.contains(&column)))
        .collect();
    let chosen = |fields: Vec<String>| {
        let fields = fields.into_iter().zip(&kept);
        row(fields
            .filter_map(|(field, is_kept)| is_kept.then_some(field))
            .collect())
    };
    let mut table = chosen(head.into_iter().map(|(_, name)| name).collect());
    for Row { entry, link, own } in rows {
        let number = entry.number;
        let mut fields = vec![number.to_string(), entry.plain()];
        for (_, facet) in facets() {
            fields.push(values(facet, number, |it| &it.id).join(" "));
        }
        fields.push(link);
        for (_, facet) in facets() {
            fields.push(values(facet, number, |it| &it.label).join("; "));
        }
        fields.extend(source.iter().map(|(_, value)| value.clone()));
        fields.extend(own);
        table.push_str(&chosen(fields));
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
        for text in [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠A",
        ] {
            assert!(field(text.to_owned()).starts_with('\''), "{text:?}");
        }
        assert_eq!(field("\r=1,2".to_owned()), "\"'\r=1,2\"");
        assert_eq!(field("\n=1".to_owned()), "\"'\n=1\"");
        assert_eq!(field("a=1".to_owned()), "a=1");
    }
}
