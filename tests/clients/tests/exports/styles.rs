//! A citation is the same from each format: one recommendation, two together and a
//! paragraph, in the styles of law and the social sciences.
//!
//! Pandoc does not read RIS before version 3: for it, bibutils and citation-js
//! translate RIS first.

use std::process::Command;

use client_tests::are_there;
use serde_json::{Value, json};

use crate::downloads::{
    AUTHOR, Downloads, agenda, json_of, key, output, pandoc, script, scripts_are_there, spaced,
};

/// The styles of CSL in Debian's packages, and the language that goes with them.
const STYLES: &str = "/usr/share/citation-style-language/styles";
const LOCALE: &str = "/usr/share/citation-style-language/locales/locales-en-GB.xml";

const USED: [(&str, &str); 4] = [
    ("APA", "apa"),
    ("Chicago", "chicago-author-date"),
    ("Harvard", "harvard-cite-them-right"),
    ("OSCOLA", "oscola"),
];

/// One recommendation, two together, and a paragraph of one.
fn cited() -> Vec<Vec<Value>> {
    let item = |number| json!({ "id": key(number) });
    let paragraph = json!({ "id": key(15), "locator": "3", "label": "paragraph" });
    vec![vec![item(12)], vec![item(13), item(45)], vec![paragraph]]
}

/// The same in the Markdown of pandoc.
fn cited_in_markdown() -> String {
    let [a, b, c, d] = [12, 13, 45, 15].map(key);
    format!("A [@{a}].\n\nB [@{b}; @{c}].\n\nC [@{d}, para. 3].\n")
}

/// Holds that citations made from different files are the same, and say what they
/// must; and prints them.
fn are_the_same(style: &str, set: &[(&str, String)]) {
    let (_, first) = set.first().expect("there are some");
    println!("{style}\n{first}\n");
    for (from, citation) in set {
        // Its BibTeX does not say which capitals stay.
        if from.contains("bibutils") {
            assert_eq!(
                citation.to_lowercase(),
                first.to_lowercase(),
                "{style}: {from}"
            );
        } else {
            assert_eq!(citation, first, "{style}: {from}");
        }
    }
    let source = &agenda().source;
    for number in [12, 13, 45, 15] {
        assert!(
            first.contains(&format!("Recommendation {number}")),
            "{style}"
        );
    }
    let year = source.year.to_string();
    for told in [AUTHOR, &source.title, &year, &source.url] {
        assert!(first.contains(told), "{style} has no {told:?}");
    }
    assert!(!first.contains(&source.reference), "{style} has a number");
    // The paragraph: “para. 3”, “para 3”, “¶3”.
    assert!(first.contains(" 3") || first.contains("¶3"), "{style}");
}

#[test]
fn pandoc_sets_the_same_citations_from_each_format() {
    if !scripts_are_there() || !are_there(&["pandoc", "ris2xml", "xml2bib", &style("apa")]) {
        return;
    }
    let downloads = Downloads::new("exports-set-by-pandoc");
    let text = downloads.keep("text.md", cited_in_markdown());
    let ris = downloads.file(".ris");
    let mods = downloads.keep("ris.xml", output(Command::new("ris2xml").arg(&ris)));
    let bib = output(Command::new("xml2bib").arg("--no-bom").arg(mods));
    let translated = output(script("read.mjs").arg(&ris));
    let files = [
        ("CSL-JSON", downloads.file("-csl.json")),
        ("BibTeX", downloads.file(".bib")),
        ("RIS by bibutils", downloads.keep("ris.bib", bib)),
        ("RIS by citation-js", downloads.keep("ris.json", translated)),
    ];
    for (name, file) in USED {
        let set = files.each_ref().map(|(from, path)| {
            let mut pandoc = pandoc();
            pandoc.args(["--citeproc", "--to", "plain", "--wrap", "none"]);
            pandoc.arg("--csl").arg(style(file));
            pandoc.arg("--bibliography").arg(path).arg(&text);
            (*from, spaced(&output(&mut pandoc)))
        });
        are_the_same(&format!("{name}, pandoc"), &set);
    }
}

#[test]
fn citeproc_sets_the_same_citations_from_each_format() {
    if !scripts_are_there() || !are_there(&[&style("apa"), LOCALE]) {
        return;
    }
    let downloads = Downloads::new("exports-set-by-citeproc");
    let files = [
        ("CSL-JSON", "-csl.json"),
        ("BibTeX", ".bib"),
        ("RIS", ".ris"),
    ];
    let files = files.map(|(from, ending)| {
        let read = output(script("read.mjs").arg(downloads.file(ending)));
        (from, downloads.keep(&format!("{from}.json"), read))
    });
    let cited = Value::from(cited()).to_string();
    for (name, file) in USED {
        let set = files.each_ref().map(|(from, path)| {
            let mut cite = script("cite.mjs");
            cite.arg(path).args([&style(file), LOCALE, &cited]);
            let lines = json_of(&mut cite);
            let lines = lines.as_array().expect("a list").iter();
            let lines: Vec<&str> = lines.filter_map(Value::as_str).collect();
            (*from, spaced(&lines.join("\n")))
        });
        are_the_same(&format!("{name}, citeproc"), &set);
    }
}

fn style(file: &str) -> String {
    format!("{STYLES}/{file}.csl")
}
