//! Documents for Word.

use std::{collections::HashSet, io::Cursor};

use explorer::export::Format;

use crate::*;

/// The paragraphs of a document, each with the id of its style.
fn document_paragraphs(xml: &str) -> Vec<(String, String)> {
    let document = roxmltree::Document::parse(xml).expect("XML");
    let named =
        |name: &'static str| move |node: &roxmltree::Node<'_, '_>| node.tag_name().name() == name;
    let all = document.descendants().filter(named("p"));
    all.map(|paragraph| {
        let style = paragraph.descendants().find(named("pStyle"));
        let style = style.and_then(|style| style.attributes().next());
        let words = paragraph.descendants().filter(named("t"));
        let words: String = words.filter_map(|word| word.text()).collect();
        (style.map_or("", |style| style.value()).to_owned(), words)
    })
    .collect()
}

#[test]
fn a_document_quotes_every_text_under_its_headings_with_its_source() {
    let agenda = agenda();
    let file = file(&agenda, &all(&agenda), Format::Docx);
    assert_eq!(file.name, "development-agenda.docx");
    let paragraphs = document_paragraphs(&part(&file, "word/document.xml"));
    let styled = |style: &str| -> Vec<&str> {
        let styled = paragraphs.iter().filter(|(other, _)| other == style);
        styled.map(|(_, words)| words.as_str()).collect()
    };
    assert_eq!(styled("Title"), [agenda.source.title.as_str()]);
    assert_eq!(styled("Subtitle"), ["45 recommendations"]);
    let names: Vec<String> = all(&agenda)
        .iter()
        .map(|number| format!("Recommendation {number}"))
        .collect();
    assert_eq!(styled("Heading2"), names);
    let mut clusters: Vec<String> = all(&agenda)
        .iter()
        .map(|number| section(&agenda, *number))
        .collect();
    clusters.dedup();
    clusters.push("About this file".to_owned());
    assert_eq!(styled("Heading1"), clusters);
    let mut quoted = paragraphs
        .iter()
        .filter(|(style, _)| style.starts_with("Quote"));
    for entry in &agenda.recommendations {
        // A text has a paragraph for each of its lines.
        for line in entry.plain().lines().filter(|line| !line.is_empty()) {
            let (style, words) = quoted.next().expect("a quotation");
            let item = line.strip_prefix("- ");
            assert_eq!(style == "QuoteItem", item.is_some(), "{words}");
            assert_eq!(words, item.unwrap_or(line));
        }
    }
    assert_eq!(quoted.next(), None);
    let whole: Vec<&str> = paragraphs.iter().map(|(_, words)| words.as_str()).collect();
    let end = [
        &format!("This view: {VIEW}"),
        "Downloaded: 27 November 2026",
        "Version of the data: 0123456789ab",
    ];
    assert_eq!(whole[whole.len() - 4..whole.len() - 1], end);
    let notice = whole.last().expect("a notice");
    assert!(notice.contains(&agenda.source.attribution) && notice.contains("/by/4.0/"));

    // The mark of a footnote stands at the end of its text.
    let xml = part(&file, "word/document.xml");
    let marks: Vec<&str> = xml.split("<w:footnoteReference w:id=\"").skip(1).collect();
    assert_eq!(marks.len(), 45);
    for (place, mark) in marks.iter().enumerate() {
        let start = format!("{}\"/></w:r></w:p>", place + 1);
        assert!(mark.starts_with(&start), "{place}");
    }
    let end =
        "of the WIPO Secretariat.</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/>";
    assert!(xml.contains(end));

    // Their ids are those of the marks, behind those of the lines.
    let footnotes = part(&file, FOOTNOTES);
    let ids = footnotes.split("<w:footnote ").skip(1).map(|it| {
        let (_, id) = it.split_once("w:id=\"").expect("an id");
        let (id, _) = id.split_once('"').expect("an end");
        id.parse::<i32>().expect("a number")
    });
    assert_eq!(ids.collect::<Vec<_>>(), (-1..=45).collect::<Vec<_>>());
    let footnotes = document_paragraphs(&footnotes);
    let footnotes: Vec<_> = footnotes
        .iter()
        .filter(|(style, _)| style == "FootnoteText")
        .collect();
    assert_eq!(footnotes.len(), 45);
    for ((_, words), number) in footnotes.iter().zip(all(&agenda)) {
        assert!(words.contains(&format!("Recommendation {number}, ")));
        assert!(words.ends_with(&format!("{}.", link(number))), "{words}");
    }
    let (_, first) = footnotes[0];
    assert!(first.contains(&agenda.source.url) && first.contains("CC BY 4.0"));
}

/// Everything that a part names is in the document, and every part is XML.
#[test]
fn the_parts_of_a_document_fit_together() {
    let agenda = agenda();
    let file = list_file(&agenda, &[15, 12, 22], Format::Docx);
    let archive = zip::ZipArchive::new(Cursor::new(&file.content)).expect("an archive");
    let names: Vec<&str> = archive.file_names().collect();
    let types = part(&file, "[Content_Types].xml");
    let types = roxmltree::Document::parse(&types).expect("XML");
    let typed = types
        .descendants()
        .filter_map(|it| it.attribute("PartName"));
    for name in typed.map(|name| name.trim_start_matches('/')) {
        assert!(names.contains(&name), "{name}");
    }
    for name in &names {
        let xml = part(&file, name);
        let parsed = roxmltree::Document::parse(&xml).unwrap_or_else(|it| panic!("{name}: {it}"));
        if !name.ends_with(".rels") {
            // No id that is used is missing, and none is used twice for two things.
            let rels = name.replacen("word/", "word/_rels/", 1) + ".rels";
            let rels = if names.contains(&rels.as_str()) {
                part(&file, &rels)
            } else {
                "<none/>".to_owned()
            };
            let rels = roxmltree::Document::parse(&rels).expect("XML");
            let known: Vec<&str> = rels
                .descendants()
                .filter_map(|it| it.attribute("Id"))
                .collect();
            let unique: HashSet<&&str> = known.iter().collect();
            assert_eq!(unique.len(), known.len(), "{name}");
            let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            let used = parsed
                .descendants()
                .filter_map(|it| it.attribute((office, "id")));
            for id in used {
                assert!(known.contains(&id), "{id} of {name}");
            }
            continue;
        }
        for relationship in parsed.descendants() {
            let Some(target) = relationship.attribute("Target") else {
                continue;
            };
            let is_link = relationship.attribute("TargetMode") == Some("External");
            let folder = if name.starts_with("word") {
                "word/"
            } else {
                ""
            };
            let path = format!("{folder}{target}");
            assert_eq!(is_link, target.starts_with("https://"), "{target}");
            assert!(is_link || names.contains(&path.as_str()), "{path}");
        }
    }
    let styles = part(&file, "word/styles.xml");
    let paragraphs = document_paragraphs(&part(&file, "word/document.xml"));
    for (style, _) in &paragraphs {
        assert!(
            styles.contains(&format!("w:styleId=\"{style}\"")),
            "{style}"
        );
    }
    assert!(styles.contains("<w:lang w:val=\"en-GB\"/>"));
    let with = |style: &str, words: &str| {
        assert!(
            paragraphs.contains(&(style.to_owned(), words.to_owned())),
            "{style}: {words}"
        );
    };
    with("Title", TITLE);
    with("Normal", "# First");
    with("Heading1", "Recommendation 15");
    with("Cluster", &section(&agenda, 15));
    with("OwnNote", "Note: =15 & <b>");
    with("OwnNote", "ask *her*");
    let core = part(&file, "docProps/core.xml");
    let core = roxmltree::Document::parse(&core).expect("XML");
    let told = |name: &str| {
        let mut all = core.descendants();
        let told = all.find(|it| it.tag_name().name() == name);
        told.and_then(|it| it.text()).unwrap_or_default()
    };
    assert_eq!(told("title"), TITLE);
    assert_eq!(told("identifier"), VIEW);
    assert_eq!(told("language"), "en-GB");
    assert_eq!(told("created"), "2026-11-27T00:00:00Z");
    assert!(told("description").contains("Version of the data: 0123456789ab"));
}
