//! Citations, for programs and for people.

use explorer::{embedded, export::Format, messages::CitationStyle};
use serde_json::{Value, json};

use crate::*;

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

/// The text of a recommendation as one writes it in a line.
fn plain(agenda: &Agenda, number: u16) -> String {
    let entry = agenda.recommendation(number).expect("a recommendation");
    entry.plain()
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
        assert_eq!(field("AU"), AUTHOR.replace(' ', "\u{a0}") + ",");
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

/// A citation as Markdown has it.
fn cited(style: CitationStyle, numbers: &[u16], block: Option<usize>) -> String {
    let agenda = agenda();
    let details = embedded::details().expect("the details are there");
    let runs = export(&agenda, &details, numbers, ROOT).citation(style, block);
    let mut text = String::new();
    for run in &runs {
        let mark = if run.is_italic { "*" } else { "" };
        text.push_str(&format!("{mark}{}{mark}", run.text));
    }
    text
}

#[test]
fn a_citation_keeps_to_its_style() {
    let official = "https://www.wipo.int/ip-development/en/agenda/recommendations.html";
    assert_eq!(
        cited(CitationStyle::Chicago, &[12], None),
        format!(
            "World Intellectual Property Organization, *WIPO Development Agenda*, \
             WIPO Reference RN2021-22E (Geneva: WIPO, 2021), Recommendation 12, {official} \
             (CC BY 4.0); accessed November 27, 2026, at {ROOT}rec/12/."
        )
    );
    assert_eq!(
        cited(CitationStyle::Apa, &[15], Some(3)),
        format!(
            "World Intellectual Property Organization. (2021). Recommendation 15, item 3. \
             In *WIPO Development Agenda* (WIPO Reference RN2021-22E; CC BY 4.0). {official} \
             Retrieved November 27, 2026, from {ROOT}rec/15/#rec-15-3"
        )
    );
    assert_eq!(
        cited(CitationStyle::Oscola, &[22], Some(1)),
        format!(
            "World Intellectual Property Organization, ‘WIPO Development Agenda’ \
             (WIPO Reference RN2021-22E, 2021) Recommendation 22, paragraph 2 <{official}> \
             (CC BY 4.0), read at <{ROOT}rec/22/#rec-22-p2> accessed 27 November 2026."
        )
    );
    assert_eq!(
        cited(CitationStyle::Wipo, &[15, 2, 1, 3], None),
        format!(
            "World Intellectual Property Organization (WIPO), *WIPO Development Agenda*, \
             WIPO Reference RN2021-22E, 2021, Recommendations 1–3, 15, available at: {official} \
             (CC BY 4.0); read on November 27, 2026 at: {VIEW}."
        )
    );
}

#[test]
fn every_style_says_who_when_what_and_where_of_one_a_part_and_many() {
    let agenda = agenda();
    let source = &agenda.source;
    for (name, style) in CitationStyle::ALL {
        for (numbers, block, read_at) in [
            (&[12][..], None, link(12)),
            (&[15][..], Some(2), format!("{}#rec-15-2", link(15))),
            (&[39, 12][..], None, VIEW.to_owned()),
        ] {
            let citation = cited(*style, numbers, block);
            let year = source.year.to_string();
            for told in [
                AUTHOR,
                &source.title,
                &year,
                &source.licence,
                &source.url,
                &read_at,
            ] {
                assert!(citation.contains(told), "{name} has no {told}: {citation}");
            }
        }
    }
}

#[test]
fn a_part_has_records_of_its_own() {
    let agenda = agenda();
    let details = embedded::details().expect("the details are there");
    let export = export(&agenda, &details, &[15], ROOT);
    let csl = export.records(Format::CslJson, Some(3));
    let csl: Value = serde_json::from_str(&csl).expect("JSON");
    assert_eq!(csl.as_array().map(Vec::len), Some(1));
    assert_eq!(csl[0]["id"], "wipo-development-agenda-rec-15-3");
    assert_eq!(csl[0]["title"], "Recommendation 15, item 3");
    let text = "take into consideration a balance between costs and benefits;";
    assert_eq!(csl[0]["abstract"], text);
    let note = csl[0]["note"].as_str().expect("a note");
    assert!(
        note.ends_with(&format!("text at {}#rec-15-3", link(15))),
        "{note}"
    );
    let bibtex = export.records(Format::Bibtex, Some(3));
    assert!(bibtex.starts_with("@incollection{wipo-development-agenda-rec-15-3,"));
    let ris = export.records(Format::Ris, Some(3));
    assert!(ris.contains("TI  - Recommendation 15, item 3\r\n"));
    // Without a part it is what is downloaded.
    let whole = export.records(Format::Ris, None);
    assert_eq!(whole.into_bytes(), export.file(Format::Ris).content);
}
