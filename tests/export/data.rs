//! Tables and JSON.

use std::collections::HashMap;

use explorer::{
    embedded,
    export::{Column, Export, Format},
};
use serde_json::{Value, json};

use crate::*;

#[test]
fn a_spreadsheet_reads_the_table() {
    let agenda = agenda();
    let content = text(file(&agenda, &all(&agenda), Format::Csv));
    let table = content
        .strip_prefix('\u{feff}')
        .expect("a mark for spreadsheets");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let head = reader.headers().expect("a head").clone();
    // What stood there before stays where it was.
    let names: Vec<&str> = head.iter().collect();
    let first = ["number", "text", "cluster", "theme", "for", "duty", "link"];
    assert_eq!(names[..first.len()], first);
    let last = [
        "source_attribution",
        "item_note",
        "list_title",
        "list_note",
        "view_url",
        "download_date",
        "data_version",
    ];
    assert_eq!(names[names.len() - last.len()..], last);
    let column = |name: &str| {
        let column = head.iter().position(|other| other == name);
        column.unwrap_or_else(|| panic!("{name} is a column"))
    };
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 45);
    for (row, entry) in rows.iter().zip(&agenda.recommendations) {
        assert_eq!(row[0], entry.number.to_string());
        assert_eq!(row[1], entry.plain());
        assert_eq!(row[column("link")], link(entry.number));
        for facet in &agenda.facets {
            let carried = || facet.values_of(entry.number).map(|it| &facet.values[it]);
            let ids: Vec<_> = carried().map(|value| value.id.as_str()).collect();
            assert_eq!(words(&row[column(&facet.key)]), ids);
            let labels: Vec<_> = carried().map(|value| value.label.as_str()).collect();
            let told = &row[column(&format!("{}_labels", facet.key))];
            let told: Vec<_> = told.split("; ").filter(|label| !label.is_empty()).collect();
            assert_eq!(told, labels);
        }
        let source = &agenda.source;
        assert_eq!(row[column("view_url")], *VIEW);
        assert_eq!(row[column("download_date")], *"2026-11-27");
        assert_eq!(row[column("data_version")], *"0123456789ab");
        assert_eq!(row[column("list_title")], *"");
        for (name, value) in [
            ("title", &source.title),
            ("publisher", &source.publisher),
            ("year", &source.year.to_string()),
            ("reference", &source.reference),
            ("url", &source.url),
            ("licence", &source.licence),
            ("licence_url", &source.licence_url),
            ("licence_note", &source.licence_note),
            ("attribution", &source.attribution),
        ] {
            assert_eq!(row[column(&format!("source_{name}"))], **value, "{name}");
        }
    }
}

/// The rows of a table by the names of the columns.
fn rows(table: &str) -> Vec<HashMap<String, String>> {
    let table = table.trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

#[test]
fn what_a_reader_wrote_is_no_formula_and_every_text_stays_as_it_is() {
    let agenda = agenda();
    let rows = rows(&text(list_file(&agenda, &all(&agenda), Format::Csv)));
    for (row, entry) in rows.iter().zip(&agenda.recommendations) {
        assert_eq!(row["text"], entry.plain());
        assert_eq!(row["list_title"], format!("'{TITLE}"));
        assert_eq!(row["list_note"], NOTE);
        let note = match entry.number {
            12 => "'- 1. first",
            15 => "'=15 & <b>\nask *her*",
            _ => "",
        };
        assert_eq!(row["item_note"], note);
    }
}

#[test]
fn a_table_has_the_columns_that_the_reader_wants() {
    let agenda = agenda();
    let details = embedded::details().expect("the details are there");
    let columns = |without: &[Column]| -> Vec<String> {
        let export = Export {
            without,
            ..export(&agenda, &details, &[15], ROOT)
        };
        let table = text(export.file(Format::Csv));
        let table = table.trim_start_matches('\u{feff}');
        let head = table.split("\r\n").next().expect("a head");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        assert!(reader.records().all(|row| row.is_ok()), "{table}");
        head.split(',').map(str::to_owned).collect()
    };
    let every = columns(&[]);
    let own = Column::all(&agenda);
    assert_eq!(columns(&own), ["number"]);
    // Each column belongs to one choice.
    let mut seen = Vec::new();
    for left in &own {
        let rest: Vec<Column> = own.iter().filter(|it| *it != left).copied().collect();
        let columns = columns(&rest);
        assert!(columns.len() > 1, "{left:?}");
        seen.extend(columns.into_iter().skip(1));
    }
    assert_eq!(seen.len(), every.len() - 1);
    assert!(every.iter().skip(1).all(|name| seen.contains(name)));
    let theme = agenda.facet("theme").expect("a facet");
    let columns = columns(&[Column::Text, Column::Facet(theme), Column::Source]);
    let first = ["number", "cluster", "for", "duty", "link", "cluster_labels"];
    assert_eq!(columns[..first.len()], first);
    let gone = ["theme", "theme_labels", "source_url"];
    assert!(columns.iter().all(|name| !gone.contains(&name.as_str())));
}

#[test]
fn the_json_says_what_the_data_says() {
    let agenda = agenda();
    let content = text(file(&agenda, &all(&agenda), Format::Json));
    let whole: Value = serde_json::from_str(&content).expect("JSON");
    assert_eq!(whole["source"]["licence"], agenda.source.licence);
    assert_eq!(whole["source"]["url"], agenda.source.url);
    assert_eq!(whole["source"]["place"], "Geneva");
    assert_eq!(whole["source"]["adopted_year"], 2007);
    assert_eq!(whole["view"], VIEW);
    assert_eq!(whole["date"], "2026-11-27");
    assert_eq!(whole["version"], "0123456789ab");
    let entries = whole["recommendations"].as_array().expect("a list");
    assert_eq!(entries.len(), 45);
    for (told, entry) in entries.iter().zip(&agenda.recommendations) {
        assert_eq!(told["number"], entry.number);
        assert_eq!(told["text"], entry.plain());
        assert_eq!(told["link"], link(entry.number));
        assert_eq!(told["section"], section(&agenda, entry.number));
        for facet in &agenda.facets {
            let ids = facet.values_of(entry.number).map(|it| &facet.values[it].id);
            let ids: Vec<_> = ids.collect();
            assert_eq!(told["facets"][&facet.key], json!(ids));
        }
    }
}

#[test]
fn the_json_names_its_schema_and_keeps_to_it() {
    let agenda = agenda();
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/public/data/export.schema.json"
    );
    let schema = std::fs::read_to_string(path).expect("it can be read");
    let schema: Value = serde_json::from_str(&schema).expect("it is JSON");
    jsonschema::meta::validate(&schema).expect("it is a JSON Schema");
    let validator = jsonschema::validator_for(&schema).expect("it can be used");
    let read = |root| {
        let content = text(file_of(&agenda, &all(&agenda), root, Format::Json));
        serde_json::from_str::<Value>(&content).expect("JSON")
    };
    let whole = read(ROOT);
    let told: Vec<_> = validator.iter_errors(&whole).collect();
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(whole["$schema"], format!("{ROOT}data/export.schema.json"));
    assert_eq!(whole["schema"], schema["properties"]["schema"]["const"]);
    let list = text(list_file(&agenda, &[15, 1, 12], Format::Json));
    let list: Value = serde_json::from_str(&list).expect("JSON");
    let told: Vec<_> = validator.iter_errors(&list).collect();
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(list["list_title"], TITLE);
    assert_eq!(list["list_note"], NOTE);
    assert_eq!(list["recommendations"][0]["note"], "=15 & <b>\nask *her*");
    assert_eq!(list["recommendations"][1].get("note"), None);
    // Beside a single file there is no schema.
    let single = read("file:///home/me/explorer.html");
    assert!(validator.is_valid(&single));
    assert_eq!(single.get("$schema"), None);

    // A pointer to an object, one of its members, and what to put there (null
    // removes it).
    for (pointer, key, value) in [
        ("", "schema", json!(2)),
        ("", "title", Value::Null),
        ("", "recommendations", json!([])),
        ("", "view", json!("?list=1")),
        ("", "date", json!("27 November 2026")),
        ("", "version", json!("1.0")),
        ("", "list_title", json!("a\nb")),
        ("", "list_note", json!("")),
        ("/source", "url", json!("recommendations.html")),
        ("/source", "year", json!("2021")),
        ("/source", "attribution", Value::Null),
        ("/source", "place", json!("")),
        ("/source", "adopted_year", json!("2007")),
        ("/recommendations/0", "number", json!("1")),
        ("/recommendations/0", "text", json!("")),
        ("/recommendations/0", "link", Value::Null),
        ("/recommendations/0", "section", json!("")),
        ("/recommendations/0", "note", json!("")),
        ("/recommendations/0/facets", "theme", json!("funding")),
        ("/recommendations/0/facets", "theme", json!(["Funding"])),
    ] {
        let mut broken = whole.clone();
        let object = broken.pointer_mut(pointer).and_then(Value::as_object_mut);
        let object = object.expect("an object");
        match value {
            Value::Null => object.remove(key),
            _ => object.insert(key.to_owned(), value.clone()),
        };
        assert!(!validator.is_valid(&broken), "{pointer}/{key} = {value}");
    }
}
