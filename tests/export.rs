//! Files for other programs: what these read back is what the data says, word for
//! word.

use explorer::{
    data::Agenda,
    embedded,
    export::{Export, File, Format},
    state::Named,
};
use serde_json::{Value, json};
use std::collections::HashSet;

const ROOT: &str = "https://example.org/explorer/";

fn agenda() -> Agenda {
    embedded::agenda().expect("the data is there")
}

fn link(number: u16) -> String {
    format!("{ROOT}rec/{number}/")
}

fn file(agenda: &Agenda, numbers: &[u16], format: Format) -> File {
    file_of(agenda, numbers, ROOT, format)
}

fn file_of(agenda: &Agenda, numbers: &[u16], root: &str, format: Format) -> File {
    let export = Export {
        agenda,
        details: &embedded::details().expect("the details are there"),
        numbers,
        root,
    };
    export.file(format)
}

/// Who wrote it, as citations name it.
const AUTHOR: &str = "World Intellectual Property Organization";

/// What citations note of a recommendation.
fn note(number: u16) -> String {
    let link = link(number);
    format!(
        "Adopted in 2007; WIPO reference RN2021-22E; \
         CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/); text at {link}"
    )
}

fn all(agenda: &Agenda) -> Vec<u16> {
    let numbers = agenda.recommendations.iter().map(|entry| entry.number);
    numbers.collect()
}

/// The words of a text, however its lines are broken.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// The text of a recommendation as one writes it in a line.
fn plain(agenda: &Agenda, number: u16) -> String {
    let entry = agenda.recommendation(number).expect("a recommendation");
    entry.plain()
}

#[test]
fn every_format_keeps_the_order_and_leaves_out_what_is_not_there() {
    let agenda = agenda();
    for (name, format) in Format::ALL {
        let content = file(&agenda, &[39, 99, 12], *format).content;
        let places: Vec<_> = [39, 12]
            .map(|number| content.find(&link(number)).expect("its address"))
            .into();
        assert!(places.is_sorted(), "{name}");
        assert!(!content.contains("99/"), "{name}");
    }
}

#[test]
fn each_file_has_a_name_of_its_own() {
    let agenda = agenda();
    let names: HashSet<String> = Format::ALL
        .iter()
        .map(|(_, format)| file(&agenda, &[1], *format).name)
        .collect();
    assert_eq!(names.len(), Format::ALL.len());
    assert!(names.contains("development-agenda.csv"), "{names:?}");
}

#[test]
fn a_spreadsheet_reads_the_table() {
    let agenda = agenda();
    let content = file(&agenda, &all(&agenda), Format::Csv).content;
    let table = content
        .strip_prefix('\u{feff}')
        .expect("a mark for spreadsheets");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let head = reader.headers().expect("a head").clone();
    // What stood there before stays where it was.
    let names: Vec<&str> = head.iter().collect();
    let first = ["number", "text", "cluster", "theme", "for", "duty", "link"];
    assert_eq!(names[..first.len()], first);
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

#[test]
fn the_json_says_what_the_data_says() {
    let agenda = agenda();
    let content = file(&agenda, &all(&agenda), Format::Json).content;
    let whole: Value = serde_json::from_str(&content).expect("JSON");
    assert_eq!(whole["source"]["licence"], agenda.source.licence);
    assert_eq!(whole["source"]["url"], agenda.source.url);
    assert_eq!(whole["source"]["place"], "Geneva");
    assert_eq!(whole["source"]["adopted_year"], 2007);
    let entries = whole["recommendations"].as_array().expect("a list");
    assert_eq!(entries.len(), 45);
    for (told, entry) in entries.iter().zip(&agenda.recommendations) {
        assert_eq!(told["number"], entry.number);
        assert_eq!(told["text"], entry.plain());
        assert_eq!(told["link"], link(entry.number));
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
        let content = file_of(&agenda, &all(&agenda), root, Format::Json).content;
        serde_json::from_str::<Value>(&content).expect("JSON")
    };
    let whole = read(ROOT);
    let told: Vec<_> = validator.iter_errors(&whole).collect();
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(whole["$schema"], format!("{ROOT}data/export.schema.json"));
    assert_eq!(whole["schema"], schema["properties"]["schema"]["const"]);
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
        ("/source", "url", json!("recommendations.html")),
        ("/source", "year", json!("2021")),
        ("/source", "attribution", Value::Null),
        ("/source", "place", json!("")),
        ("/source", "adopted_year", json!("2007")),
        ("/recommendations/0", "number", json!("1")),
        ("/recommendations/0", "text", json!("")),
        ("/recommendations/0", "link", Value::Null),
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

#[test]
fn lists_in_markdown_follow_an_empty_line() {
    let agenda = agenda();
    let content = file(&agenda, &[15], Format::Markdown).content;
    assert!(content.contains("> Norm-setting activities shall:\n>\n> - be "));
    assert_eq!(content.matches("\n>\n").count(), 1);
    let paragraphs = file(&agenda, &[22], Format::Markdown).content;
    assert!(paragraphs.contains("Declaration.\n>\n> The WIPO"));
}

#[test]
fn markdown_is_read_as_the_texts_are_written() {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    let agenda = agenda();
    let content = file(&agenda, &all(&agenda), Format::Markdown).content;
    let mut quotations: Vec<String> = Vec::new();
    let mut links = Vec::new();
    let mut quoted = false;
    for event in Parser::new(&content) {
        match event {
            Event::Start(Tag::BlockQuote(_)) => {
                quoted = true;
                quotations.push(String::new());
            }
            Event::End(TagEnd::BlockQuote(_)) => quoted = false,
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::Text(text) if quoted => {
                if let Some(quotation) = quotations.last_mut() {
                    quotation.push_str(&text);
                }
            }
            Event::Start(Tag::Paragraph | Tag::Item) | Event::SoftBreak if quoted => {
                if let Some(quotation) = quotations.last_mut() {
                    quotation.push(' ');
                }
            }
            _ => {}
        }
    }
    let mut leads_to = vec![agenda.source.url.clone()];
    leads_to.extend(all(&agenda).into_iter().map(link));
    assert_eq!(links, leads_to);
    assert_eq!(quotations.len(), 45);
    for (quotation, entry) in quotations.iter().zip(&agenda.recommendations) {
        let text = entry.passages().collect::<Vec<_>>().join(" ");
        let clauses = entry.plain().contains(" (a) ");
        if !clauses {
            assert_eq!(words(quotation), words(&text), "{}", entry.number);
        } else {
            assert_eq!(words(quotation), words(&entry.plain()), "{}", entry.number);
        }
    }
}

#[test]
fn plain_text_has_every_text_and_where_it_is_from() {
    let agenda = agenda();
    let content = file(&agenda, &all(&agenda), Format::Text).content;
    for entry in &agenda.recommendations {
        let block = format!(
            "\nRecommendation {}\n{}\n{}\n",
            entry.number,
            entry.plain(),
            link(entry.number)
        );
        assert!(content.contains(&block), "{}", entry.number);
    }
    let source = &agenda.source;
    assert!(content.starts_with(&format!("{}\n{}\n", source.title, source.url)));
    assert!(content.ends_with(&format!("{}\n", source.licence_note)));
}

#[test]
fn bibtex_is_read_back_whole() {
    use biblatex::{Bibliography, ChunksExt};

    let agenda = agenda();
    let content = file(&agenda, &all(&agenda), Format::Bibtex).content;
    let read = Bibliography::parse(&content).expect("BibTeX");
    assert_eq!(read.len(), 45);
    for (told, entry) in read.iter().zip(&agenda.recommendations) {
        let number = entry.number;
        let field = |name: &str| told.get(name).expect(name).format_verbatim();
        assert_eq!(told.key, format!("wipo-development-agenda-{number}"));
        assert_eq!(field("title"), format!("Recommendation {number}"));
        assert_eq!(field("booktitle"), agenda.source.title);
        assert_eq!(field("year"), agenda.source.year.to_string());
        assert_eq!(field("author"), AUTHOR);
        assert_eq!(field("publisher"), "WIPO");
        assert_eq!(field("address"), "Geneva");
        assert_eq!(field("url"), agenda.source.url);
        assert_eq!(field("note"), note(number));
        // Styles take it for a number in a series.
        assert_eq!(told.get("number"), None);
        let text = plain(&agenda, number);
        assert_eq!(words(&field("abstract")), words(&text), "{number}");
        assert!(content.contains(&format!("author = {{{{{AUTHOR}}}}}")));
    }
}

#[test]
fn ris_has_a_field_a_line_and_a_beginning_and_an_end() {
    let agenda = agenda();
    let content = file(&agenda, &all(&agenda), Format::Ris).content;
    let entries: Vec<&str> = content.split("ER  - \r\n").map(str::trim).collect();
    assert_eq!(entries.len(), 46);
    assert_eq!(entries.last(), Some(&""));
    for (told, entry) in entries.iter().zip(&agenda.recommendations) {
        let fields: Vec<(&str, &str)> = told
            .split("\r\n")
            .map(|line| {
                line.split_once("  - ")
                    .unwrap_or_else(|| panic!("{line:?}"))
            })
            .collect();
        let field = |name| {
            let mut named = fields.iter().filter(|(tag, _)| *tag == name);
            named.next().expect(name).1
        };
        assert_eq!(fields[0], ("TY", "CHAP"));
        assert_eq!(field("TI"), format!("Recommendation {}", entry.number));
        assert_eq!(field("AU"), AUTHOR.replace(' ', "\u{a0}"));
        assert_eq!(field("BT"), agenda.source.title);
        assert_eq!(field("JF"), agenda.source.title);
        assert_eq!((field("PB"), field("CY")), ("WIPO", "Geneva"));
        assert_eq!(field("PY"), agenda.source.year.to_string());
        assert_eq!(field("UR"), agenda.source.url);
        assert_eq!(field("N1"), note(entry.number));
        assert_eq!(words(field("AB")), words(&entry.plain()));
        assert!(told.chars().filter(|sign| *sign == '\n').count() == fields.len() - 1);
    }
}

#[test]
fn csl_has_what_a_citation_is_made_of() {
    let agenda = agenda();
    let content = file(&agenda, &[12], Format::CslJson).content;
    let read: Value = serde_json::from_str(&content).expect("JSON");
    let entry = &read[0];
    assert_eq!(entry["id"], "wipo-development-agenda-12");
    assert_eq!(entry["type"], "chapter");
    assert_eq!(entry["title"], "Recommendation 12");
    assert_eq!(entry["container-title"], agenda.source.title);
    assert_eq!(entry["issued"]["date-parts"][0][0], agenda.source.year);
    assert_eq!(entry["author"], json!([{ "literal": AUTHOR }]));
    assert_eq!(entry["publisher"], "WIPO");
    assert_eq!(entry["publisher-place"], "Geneva");
    assert_eq!(entry["URL"], agenda.source.url);
    assert_eq!(entry["language"], agenda.site.language);
    assert_eq!(entry["note"], note(12));
    assert_eq!(entry.get("number"), None);
    assert_eq!(entry["abstract"], plain(&agenda, 12));
}
