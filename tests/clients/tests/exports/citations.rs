//! Programs for citations read every recommendation with all that is said of it.

use std::{collections::BTreeMap, fmt, process::Command};

use client_tests::{are_there, newer_pandoc};
use explorer::data::Recommendation;
use roxmltree::{Document, Node};
use serde_json::Value;

use crate::downloads::{
    AUTHOR, Downloads, LIST, ROOT, agenda, json_of, key, line, output, pandoc, recommendations,
    script, scripts_are_there, spaced,
};

const PUBLISHER: &str = "WIPO";
const PLACE: &str = "Geneva";

/// What citations note of a recommendation.
fn note(number: u16) -> String {
    format!(
        "Adopted in 2007; WIPO reference RN2021-22E; \
         CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/); text at {ROOT}rec/{number}/"
    )
}

/// A recommendation as a program has read it: its fields by their names in
/// CSL-JSON.
type Record = BTreeMap<&'static str, String>;

/// The same record from the data.
fn expected(entry: &Recommendation) -> Record {
    let source = &agenda().source;
    [
        ("id", key(entry.number)),
        ("author", AUTHOR.to_owned()),
        ("title", format!("Recommendation {}", entry.number)),
        ("container-title", source.title.clone()),
        ("publisher", PUBLISHER.to_owned()),
        ("publisher-place", PLACE.to_owned()),
        ("issued", source.year.to_string()),
        ("URL", source.url.clone()),
        ("note", note(entry.number)),
        ("abstract", line(&entry.plain())),
    ]
    .into()
}

/// Holds that a program has read all recommendations, each with these fields and no
/// number that a style could print.
fn are_read(records: &[Record], program: impl fmt::Display) {
    assert_eq!(records.len(), recommendations().len(), "{program}");
    for (record, entry) in records.iter().zip(recommendations()) {
        let expected = expected(entry);
        for (name, value) in &expected {
            let read = record.get(name);
            assert_eq!(read, Some(value), "{program}: {name} of {}", entry.number);
        }
        assert_eq!(record.len(), expected.len(), "{program}: {}", entry.number);
    }
}

/// What CSL-JSON says, where each author is named in one piece.
fn records(csl: &Value) -> Vec<Record> {
    let entries = csl.as_array().expect("a list").iter();
    entries.map(record).collect()
}

fn record(entry: &Value) -> Record {
    let mut record = Record::new();
    for (name, value) in entry.as_object().expect("an object") {
        let told = match (name.as_str(), value) {
            // Kinds of works and languages have other names in other formats.
            ("type", kind) => {
                assert_eq!(*kind, "chapter");
                continue;
            }
            ("language" | "citation-key" | "citation-label", _) => continue,
            ("author", Value::Array(names)) => {
                let one = |name: &Value| {
                    let whole = name.get("literal").or_else(|| name.get("family"));
                    // An empty given name is none.
                    let parts = name.as_object().into_iter().flatten();
                    let parts = parts.filter(|(_, part)| *part != "").count();
                    assert_eq!(parts, 1, "{name}");
                    whole.and_then(Value::as_str).map(spaced)
                };
                let names: Option<Vec<String>> = names.iter().map(one).collect();
                names.expect("names").join(" and ")
            }
            ("issued", date) => date["date-parts"][0][0].to_string().replace('"', ""),
            (_, Value::String(text)) => line(text),
            (_, other) => panic!("{name}: {other}"),
        };
        let known = expected(&recommendations()[0]);
        let known = known.keys().find(|known| *known == name);
        let name = known.unwrap_or_else(|| panic!("{name} is not known: {told}"));
        record.insert(name, told);
    }
    record
}

#[test]
fn citation_js_reads_each_format_of_citations() {
    if !scripts_are_there() {
        return;
    }
    let downloads = Downloads::new("exports-citation-js");
    for ending in [".bib", ".ris", "-csl.json"] {
        let read = json_of(script("read.mjs").arg(downloads.file(ending)));
        are_read(&records(&read), format_args!("citation-js, {ending}"));
    }
}

#[test]
fn pandoc_reads_bibtex_and_csl_json() {
    if !are_there(&["pandoc"]) {
        return;
    }
    let downloads = Downloads::new("exports-pandoc");
    for (ending, format) in [
        (".bib", "bibtex"),
        (".bib", "biblatex"),
        ("-csl.json", "csljson"),
    ] {
        let read = ["--from", format, "--to", "csljson"];
        let read = json_of(pandoc().args(read).arg(downloads.file(ending)));
        are_read(&records(&read), format_args!("pandoc, {format}"));
    }
}

/// It has no place for a note or the place of a publisher.
#[test]
fn pandoc_reads_ris() {
    let Some(pandoc) = newer_pandoc() else {
        return;
    };
    for downloads in [
        Downloads::new("exports-pandoc-ris"),
        Downloads::of_list("exports-pandoc-ris-of-a-list"),
    ] {
        let read = json_of(
            Command::new(&pandoc)
                .args(["--fail-if-warnings", "--from", "ris", "--to", "csljson"])
                .arg(downloads.file(".ris")),
        );
        let records = records(&read);
        let known = |id: &str| recommendations().iter().find(|it| key(it.number) == id);
        for record in &records {
            let entry = known(&record["id"]).expect("it is a recommendation");
            let mut expected = expected(entry);
            expected.retain(|name, _| !["note", "publisher-place"].contains(name));
            assert_eq!(*record, expected);
        }
        let all = [recommendations().len(), LIST.len()];
        assert!(all.contains(&records.len()), "{}", records.len());
    }
}

#[test]
fn bibutils_read_bibtex_and_ris() {
    if !are_there(&["bib2xml", "ris2xml"]) {
        return;
    }
    let downloads = Downloads::new("exports-bibutils");
    for (program, ending) in [("bib2xml", ".bib"), ("ris2xml", ".ris")] {
        let mods = output(Command::new(program).arg(downloads.file(ending)));
        let mods = Document::parse(&mods).expect("it prints XML");
        let entries = children(mods.root_element(), "mods");
        are_read(&entries.map(of_mods).collect::<Vec<_>>(), program);
    }
}

fn children<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children()
        .filter(move |child| child.has_tag_name(name))
}

/// The text of the one element at a path.
fn at(node: Node<'_, '_>, path: &[&'static str]) -> String {
    let Some((first, rest)) = path.split_first() else {
        return line(node.text().unwrap_or_default());
    };
    let mut found = children(node, first);
    let (one, other) = (found.next(), found.next());
    assert!(other.is_none(), "there are several of {path:?}");
    at(one.unwrap_or_else(|| panic!("there is no {path:?}")), rest)
}

fn of_mods(entry: Node<'_, '_>) -> Record {
    let name = children(entry, "name").next().expect("there is an author");
    assert_ne!(
        name.attribute("type"),
        Some("personal"),
        "the author is no person"
    );
    let host = children(entry, "relatedItem")
        .next()
        .expect("there is a book");
    assert_eq!(host.attribute("type"), Some("host"));
    assert_eq!(
        children(host, "relatedItem").count(),
        0,
        "it is in no series"
    );
    assert_eq!(children(entry, "part").count(), 0, "it has no number");
    assert_eq!(children(host, "part").count(), 0, "the book has no number");
    let origin = children(host, "originInfo")
        .next()
        .expect("it was published");
    [
        ("id", entry.attribute("ID").unwrap_or_default().to_owned()),
        ("author", spaced(&at(entry, &["name", "namePart"]))),
        ("title", at(entry, &["titleInfo", "title"])),
        ("container-title", at(host, &["titleInfo", "title"])),
        ("publisher", at(origin, &["publisher"])),
        ("publisher-place", at(origin, &["place", "placeTerm"])),
        ("issued", at(entry, &["originInfo", "dateIssued"])),
        ("URL", at(entry, &["location", "url"])),
        ("note", at(entry, &["note"])),
        ("abstract", at(entry, &["abstract"])),
    ]
    .into()
}
