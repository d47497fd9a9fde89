//! Files for other programs: what these read back is what the data says, word for
//! word.

mod citations;
mod data;
mod docx;
mod texts;

use std::collections::HashSet;
use std::io::{Cursor, Read};

use explorer::{
    data::{Agenda, Details},
    embedded,
    export::{Export, File, Format},
    state::{Named, saved::Item},
};

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

/// The footnotes of a document.
const FOOTNOTES: &str = "word/footnotes.xml";

/// The text of a part of a document.
fn part(file: &File, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(&file.content)).expect("an archive");
    let mut part = archive.by_name(name).expect(name);
    let mut text = String::new();
    part.read_to_string(&mut text).expect("UTF-8");
    text
}

/// The content of a file that is text.
fn text(file: File) -> String {
    String::from_utf8(file.content).expect("UTF-8")
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

#[test]
fn every_format_keeps_the_order_and_leaves_out_what_is_not_there() {
    let agenda = agenda();
    for (name, format) in Format::ALL {
        let content = match format {
            Format::Docx => part(&file(&agenda, &[39, 99, 12], *format), FOOTNOTES),
            _ => text(file(&agenda, &[39, 99, 12], *format)),
        };
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
