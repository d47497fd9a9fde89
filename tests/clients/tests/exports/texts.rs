//! The texts, the table and the JSON, as pandoc, LibreOffice and ajv read them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use client_tests::are_there;
use serde_json::Value;

use crate::downloads::{
    Downloads, agenda, json_of, output, recommendations, script, scripts_are_there,
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
        let read = json_of(Command::new("pandoc").args(read).arg(downloads.file(".md")));
        let blocks = read["blocks"].as_array().expect("blocks");
        let headings: Vec<String> = of_kind(blocks, "Header").map(text).collect();
        let mut named = vec![agenda().source.title.clone()];
        let numbers = recommendations().iter().map(|entry| entry.number);
        named.extend(numbers.map(|number| format!("Recommendation {number}")));
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
    let downloads = Downloads::new("exports-table");
    let table = downloads.file(".csv");
    let workbook = converted(
        &downloads,
        &table,
        "xlsx:Calc MS Excel 2007 XML",
        "workbook",
    );
    let again = "csv:Text - txt - csv (StarCalc):44,34,76";
    let again = converted(&downloads, &workbook, again, "again");
    let (before, after) = (rows(&table), rows(&again));
    assert_eq!(before.len(), 1 + recommendations().len());
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before, after);
    }
    assert_eq!(before.len(), after.len());
}

/// A file in another format: commas, double quotation marks and UTF-8 on the way in.
fn converted(downloads: &Downloads, file: &Path, to: &str, folder: &str) -> PathBuf {
    let profile = format!(
        "-env:UserInstallation=file://{}",
        downloads.path("profile").display()
    );
    let folder = downloads.path(folder);
    let mut office = Command::new("soffice");
    office.args([&profile, "--headless", "--convert-to", to]);
    if file.extension().is_some_and(|ending| ending == "csv") {
        office.arg("--infilter=CSV:44,34,76,1");
    }
    output(office.arg("--outdir").arg(&folder).arg(file));
    let (ending, _) = to.split_once(':').unwrap_or((to, ""));
    let name = Path::new(file.file_name().expect("it has a name"));
    folder.join(name.with_extension(ending))
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
    for (schema, file) in [
        ("agenda.schema.json", Path::new(DATA).join("agenda.json")),
        ("export.schema.json", downloads.file(".json")),
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
