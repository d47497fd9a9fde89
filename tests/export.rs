//! Files for other programs: what these read back is what the data says, word for
//! word.

use explorer::{
    data::{Agenda, Details},
    embedded,
    export::{Column, Export, File, Format},
    state::{Named, saved::Item},
};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

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
    let details = embedded::details().expect("the details are there");
    export(agenda, &details, numbers, root).file(format)
}

/// What is shown when it is no list of a reader.
fn export<'a>(
    agenda: &'a Agenda,
    details: &'a Details,
    numbers: &'a [u16],
    root: &'a str,
) -> Export<'a> {
    Export {
        agenda,
        details,
        numbers,
        root,
        title: None,
        note: "",
        notes: &[],
        view: VIEW,
        date: "2026-11-27",
        version: "0123456789ab",
        without: &[],
    }
}

/// The same as a list with notes.
fn list_file(agenda: &Agenda, numbers: &[u16], format: Format) -> File {
    let details = embedded::details().expect("the details are there");
    let notes = [(15, "=15 & <b>\nask *her*"), (12, "- 1. first")].map(|(number, note)| Item {
        number,
        note: note.to_owned(),
    });
    let list = Export {
        title: Some(TITLE),
        note: NOTE,
        notes: &notes,
        ..export(agenda, &details, numbers, ROOT)
    };
    list.file(format)
}

/// Where the site shows what is in a file.
const VIEW: &str = "https://example.org/explorer/?list=1_2&q=%22a%22";

/// What a reader calls a list, and notes on it.
const TITLE: &str = "+ For <Geneva> & “home” #";
const NOTE: &str = "# First\n\n1. Then";

/// The content of a file that is text.
fn text(file: File) -> String {
    String::from_utf8(file.content).expect("UTF-8")
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

/// The name of the cluster that a recommendation belongs to.
fn section(agenda: &Agenda, number: u16) -> String {
    let entry = agenda.recommendation(number).expect("a recommendation");
    let section = agenda.section_of(entry).expect("it has one");
    let letter = section.letter.as_deref().expect("it has a letter");
    format!("Cluster {letter}. {}", section.label)
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
        let content = text(file(&agenda, &[39, 99, 12], *format));
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

#[test]
fn lists_in_markdown_follow_an_empty_line() {
    let agenda = agenda();
    let content = text(file(&agenda, &[15], Format::Markdown));
    assert!(content.contains("> Norm-setting activities shall:\n>\n> - be "));
    assert_eq!(content.matches("\n>\n").count(), 1);
    let paragraphs = text(file(&agenda, &[22], Format::Markdown));
    assert!(paragraphs.contains("Declaration.\n>\n> The WIPO"));
}

#[test]
fn markdown_is_read_as_the_texts_are_written() {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    let agenda = agenda();
    let content = text(file(&agenda, &all(&agenda), Format::Markdown));
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
    leads_to.push(VIEW.to_owned());
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
    let content = text(file(&agenda, &all(&agenda), Format::Text));
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
fn recommendations_stand_under_the_names_of_their_clusters() {
    let agenda = agenda();
    let [a, b] = [12, 15].map(|number| section(&agenda, number));
    let plain = text(file(&agenda, &[1, 12, 15], Format::Text));
    let heads = plain.matches("\nCluster ").count();
    assert_eq!(heads, 2);
    assert!(plain.contains(&format!("\n{a}\n\nRecommendation 1\n")));
    assert!(plain.contains(&format!("\n{b}\n\nRecommendation 15\n")));
    let markdown = text(file(&agenda, &[1, 12, 15], Format::Markdown));
    assert!(markdown.contains(&format!("\n## {a}\n\n### [Recommendation 1](")));
    assert!(markdown.contains(&format!("\n## {b}\n\n### [Recommendation 15](")));

    // The order of a list goes before that of the clusters.
    let plain = text(file(&agenda, &[12, 15, 1], Format::Text));
    for (number, section) in [(12, &a), (15, &b), (1, &a)] {
        let end = format!("{}\n{section}\n\n", link(number));
        assert!(plain.contains(&end), "{number}");
    }
    let markdown = text(file(&agenda, &[12, 15, 1], Format::Markdown));
    assert_eq!(markdown.matches("\n## [Recommendation ").count(), 3);
    assert_eq!(markdown.matches(&format!("\n\n{a}\n\n> ")).count(), 2);
}

#[test]
fn texts_say_where_and_when_they_were_made_and_what_the_reader_notes() {
    let agenda = agenda();
    let plain = text(list_file(&agenda, &[15, 12], Format::Text));
    assert!(plain.starts_with(&format!("{TITLE}\n\n{NOTE}\n\n")));
    assert!(plain.contains("\nNote: =15 & <b>\nask *her*\n"));
    let origin = format!(
        "\nThis view: {VIEW}\nDownloaded: 27 November 2026\n\
         Version of the data: 0123456789ab\n"
    );
    assert!(plain.contains(&origin), "{plain}");

    let markdown = text(list_file(&agenda, &[15, 12], Format::Markdown));
    assert!(markdown.starts_with("# + For \\<Geneva\\> \\& “home” \\#\n\n["));
    assert!(markdown.contains("\n\n\\# First\n\n1\\. Then\n\n"));
    assert!(markdown.contains("\n\nNote: =15 \\& \\<b\\>\n\nask \\*her\\*\n\n"));
    let origin = format!(
        "\n- This view: <{VIEW}>\n- Downloaded: 27 November 2026\n\
         - Version of the data: 0123456789ab\n"
    );
    assert!(markdown.contains(&origin), "{markdown}");
}

#[test]
fn bibtex_is_read_back_whole() {
    use biblatex::{Bibliography, ChunksExt};

    let agenda = agenda();
    let content = text(file(&agenda, &all(&agenda), Format::Bibtex));
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
    let content = text(file(&agenda, &all(&agenda), Format::Ris));
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
    let content = text(file(&agenda, &[12], Format::CslJson));
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
