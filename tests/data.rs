//! Duty: hold the texts and the structure of the data set against its sources.
//! Edge: reads plain values, none of the explorer's own types; see `support/published.rs`.

#[path = "support/published.rs"]
mod published;

use published::{agenda, list, number, plain, read, text, values};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const SOURCE: &str = "tests/sources/wipo-development-agenda.txt";
const COMMUNICATION: &str = "tests/sources/trips-council-wipo-communication-2025.txt";

/// The number at the start of a line such as `12. Words` and what follows it.
fn numbered(line: &str) -> Option<(u64, &str)> {
    let (number, rest) = line.split_once('.')?;
    Some((number.parse().ok()?, rest.trim_start()))
}

/// What a source says: cluster letters with their titles, and number -> (cluster, plain text).
#[derive(Default)]
struct Brochure {
    clusters: Vec<(String, String)>,
    recommendations: BTreeMap<u64, (String, String)>,
}

/// Reads the brochure between the first cluster heading and the publisher's address.
fn brochure(source: &str) -> Brochure {
    let mut read = Brochure::default();
    let lines = source
        .lines()
        .skip_while(|line| !line.starts_with("# Cluster "))
        .take_while(|line| !line.starts_with("World Intellectual Property Organization"))
        .filter(|line| !line.is_empty());
    for line in lines {
        if let Some(heading) = line.trim_start_matches('#').strip_prefix(" Cluster ") {
            let (letter, title) = heading.split_once(". ").expect("a letter and a title");
            read.clusters
                .push((letter.to_lowercase(), title.to_owned()));
        } else if let Some((number, words)) = numbered(line) {
            let (cluster, _) = read.clusters.last().expect("a cluster comes first");
            let entry = (cluster.clone(), words.to_owned());
            let twice = read.recommendations.insert(number, entry);
            assert!(twice.is_none(), "the source has {number} twice");
        } else {
            let mut last = read.recommendations.last_entry().expect("a number first");
            let plain = &mut last.get_mut().1;
            match line.strip_prefix("  - ") {
                Some(item) => *plain += &format!("\n- {item}"),
                None => *plain += &format!("\n\n{line}"),
            }
        }
    }
    read
}

/// The brochure's text with every correction applied. Each must fit exactly once.
fn corrected(agenda: &Value, source: &str) -> String {
    let mut corrected = source.to_owned();
    for correction in list(agenda, "corrections") {
        let before = text(correction, "before");
        assert_ne!(before, text(correction, "after"), "changes nothing");
        for found in [source, &corrected] {
            assert_eq!(
                found.matches(before).count(),
                1,
                "{before:?} does not occur exactly once"
            );
        }
        corrected = corrected.replace(before, text(correction, "after"));
    }
    corrected
}

#[test]
fn every_text_and_cluster_follows_from_the_source_and_the_corrections() {
    let agenda = agenda();
    let source = brochure(&corrected(&agenda, &read(SOURCE)));
    let clusters: Vec<_> = list(&agenda, "clusters")
        .iter()
        .map(|each| (text(each, "id").to_owned(), text(each, "title").to_owned()))
        .collect();
    assert_eq!(clusters, source.clusters);
    assert_eq!(source.recommendations.len(), 45);
    for each in list(&agenda, "recommendations") {
        let expected = &source.recommendations[&number(each)];
        let found = (text(each, "cluster").to_owned(), plain(each));
        assert_eq!(&found, expected, "recommendation {}", number(each));
    }
}

#[test]
fn lists_and_clauses_are_addressed_one_by_one() {
    let agenda = agenda();
    let addressed: Vec<_> = list(&agenda, "recommendations")
        .iter()
        .flat_map(|each| list(each, "text").iter().map(move |block| (each, block)))
        .filter(|(_, block)| block["kind"] != "paragraph")
        .map(|(each, block)| format!("{}({})", number(each), text(block, "id")))
        .collect();
    let expected = "15(1) 15(2) 15(3) 15(4) 15(5) 22(a) 22(b) 22(c) 22(d) 22(e)";
    assert_eq!(addressed.join(" "), expected);
}

#[test]
fn each_correction_names_the_recommendation_in_which_it_stands() {
    let (agenda, source) = (agenda(), read(SOURCE));
    for correction in list(&agenda, "corrections") {
        let before = text(correction, "before");
        let at = source.find(before).expect("it stands in the source");
        // The line may be longer than what stands before the place, so its whole is read.
        let line_end = source[at..].find('\n').map_or(source.len(), |end| at + end);
        let last = source[..line_end]
            .lines()
            .filter_map(|line| numbered(line.trim_start_matches("- ")))
            .next_back();
        let (standing_in, _) = last.expect("a number comes before");
        assert_eq!(standing_in, number(correction), "{before:?}");
    }
}

#[test]
fn no_correction_is_missing_or_idle() {
    let (agenda, source) = (agenda(), read(SOURCE));
    let whole = corrected(&agenda, &source);
    for slip in ["property -related", "..\n", ".** "] {
        assert!(source.contains(slip), "{slip:?} is not in the source");
        assert!(!whole.contains(slip), "{slip:?} is left");
    }
    let spaced = list(&agenda, "corrections")
        .iter()
        .filter(|each| text(each, "before").contains("property -related"))
        .count();
    assert_eq!(spaced, 8);
}

#[test]
fn numbers_run_from_1_to_45_and_ids_are_unique() {
    let agenda = agenda();
    let numbers: Vec<_> = list(&agenda, "recommendations")
        .iter()
        .map(number)
        .collect();
    assert_eq!(numbers, (1..=45).collect::<Vec<_>>());

    let unique = |what: &str, ids: Vec<&str>| {
        let distinct: BTreeSet<_> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len(), "{what} twice in {ids:?}");
    };
    let ids = |of: &[&'_ Value], key: &str| -> Vec<String> {
        of.iter().map(|each| text(each, key).to_owned()).collect()
    };
    let clusters: Vec<_> = list(&agenda, "clusters").iter().collect();
    let facets: Vec<_> = list(&agenda, "facets").iter().collect();
    let documents: Vec<_> = list(&agenda, "documents").iter().collect();
    let mut sets = vec![
        ("a cluster", ids(&clusters, "id")),
        ("a facet", ids(&facets, "key")),
        ("a document", ids(&documents, "id")),
    ];
    for facet in facets {
        sets.push(("a value", ids(&values(facet), "id")));
        sets.push(("a label", ids(&values(facet), "label")));
    }
    for (what, ids) in &sets {
        unique(what, ids.iter().map(String::as_str).collect());
    }
}

#[test]
fn the_adoption_note_quotes_the_source() {
    let agenda = agenda();
    let note = text(&agenda["source"], "adopted_note");
    let (_, rest) = note.split_once('“').expect("a quotation opens");
    let (quoted, _) = rest.split_once('”').expect("a quotation closes");
    assert!(read(SOURCE).contains(quoted), "{quoted:?}");
    assert!(read(SOURCE).contains(text(&agenda["source"], "reference")));
}

#[test]
fn the_place_and_the_year_of_adoption_are_those_of_the_source() {
    let agenda = agenda();
    let place = text(&agenda["source"], "place");
    let year = &agenda["source"]["adopted_year"];
    let source = read(SOURCE);
    assert!(source.contains(&format!("\nCH-1211 {place} 20")));
    let adopted = format!("establishing the Development Agenda in October {year}, the WIPO");
    assert!(source.contains(&adopted), "{adopted}");
}

#[test]
fn the_communication_is_quoted_verbatim_and_linked_to_existing_numbers() {
    let agenda = agenda();
    let document = &list(&agenda, "documents")[0];
    let source = read(COMMUNICATION);
    // The heading of the first section is "1", no-break spaces and "Introduction".
    let (front, body) = source.split_once("\n1\u{a0}").expect("a first section");

    let intro: Vec<_> = list(document, "intro").iter().map(Value::as_str).collect();
    let expected: Vec<_> = front
        .lines()
        .skip_while(|line| !line.starts_with("At its meeting"))
        .filter(|line| line.chars().any(char::is_alphabetic))
        .map(Some)
        .collect();
    assert_eq!(intro, expected);

    let paragraphs: Vec<_> = list(document, "paragraphs")
        .iter()
        .map(|each| (number(each), text(each, "text")))
        .collect();
    let expected: Vec<_> = body.lines().filter_map(numbered).collect();
    assert_eq!(expected.len(), 5);
    assert_eq!(paragraphs, expected);

    for paragraph in list(document, "paragraphs") {
        let links: Vec<_> = list(paragraph, "recommendations")
            .iter()
            .map(number)
            .collect();
        assert!(links.is_sorted_by(|a, b| a < b), "{links:?}");
        assert!(
            links.iter().all(|link| (1..=45).contains(link)),
            "{links:?}"
        );
    }
}
