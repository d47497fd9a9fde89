//! Duty: hold what the data set says beside the texts against its sources: nothing is
//! said without one, and nothing that we only remember is said at all.
//! Edge: reads plain values, none of the explorer's own types; see `support/published.rs`.

#[path = "support/published.rs"]
mod published;

use published::{agenda, list, read, text};
use serde_json::Value;
use std::collections::BTreeSet;

const SOURCE: &str = "tests/sources/wipo-development-agenda.txt";

/// How the data set names the brochure as a source.
const BROCHURE: &str = "WIPO, RN2021-22E (2021)";

/// Codes that circulate, but that no document we have read shows.
const NOT_SHOWN: [&str; 23] = [
    "DA_02_01",
    "DA_05_01",
    "DA_08_01",
    "DA_09_01",
    "DA_10_01",
    "DA_10_02",
    "DA_10_03",
    "DA_10_04",
    "DA_10_05",
    "DA_1_10_11_13_19_25_32_01",
    "DA_1_10_12_40_01",
    "DA_16_20_01",
    "DA_16_20_02",
    "DA_16_20_03",
    "DA_19_24_27_01",
    "DA_19_25_26_28_01",
    "DA_19_30_31_02",
    "DA_19_30_31_03",
    "DA_3_10_45_01",
    "DA_36_01",
    "DA_4_10_01",
    "DA_4_10_02",
    "DA_7_23_32_01",
];

fn numbers(value: &Value, key: &str) -> Vec<u64> {
    let numbers = value[key].as_array().map(Vec::as_slice).unwrap_or_default();
    numbers.iter().filter_map(Value::as_u64).collect()
}

/// All that is said of the background, with its place: whatever must have sources.
fn facts(agenda: &Value) -> Vec<(String, &Value)> {
    let mut facts = vec![("introduction".to_owned(), &agenda["introduction"])];
    let mut add = |place: String, fact| facts.push((place, fact));
    for (event, count) in list(agenda, "events").iter().zip(1..) {
        add(format!("event {count}"), event);
        for differing in event["differs"].as_array().into_iter().flatten() {
            add(format!("what differs from event {count}"), differing);
        }
    }
    for project in list(agenda, "projects") {
        add(text(project, "id").to_owned(), project);
        for seen in project["seen"].as_array().into_iter().flatten() {
            add(format!("how {} stood", text(project, "id")), seen);
        }
    }
    for status in list(agenda, "status_lists") {
        add(
            format!("caveat of {}", text(status, "id")),
            &status["caveat"],
        );
        add(
            format!("others of {}", text(status, "id")),
            &status["others"],
        );
        for entry in list(status, "entries") {
            add(format!("entry on {}", entry["recommendations"]), entry);
        }
    }
    facts
}

#[test]
fn every_fact_has_a_source_that_can_be_checked() {
    let agenda = agenda();
    let facts = facts(&agenda);
    assert!(facts.len() > 60, "{}", facts.len());
    for (place, fact) in facts {
        let sources = list(fact, "sources");
        assert!(!sources.is_empty(), "{place} has no source");
        for source in sources {
            let filled = |key: &str| source[key].as_str().is_some_and(|it| !it.trim().is_empty());
            assert!(filled("document") || filled("url"), "{place}: {source}");
            if filled("url") {
                let url = text(source, "url");
                assert!(url.starts_with("http"), "{place}: {url}");
                assert!(!url.contains('…'), "{place}: {url} is cut short");
            }
        }
    }
}

#[test]
fn nothing_that_is_only_remembered_is_said() {
    let data = read("public/data/agenda.json");
    for code in NOT_SHOWN {
        assert!(!data.contains(code), "{code}");
    }
}

#[test]
fn what_the_brochure_is_quoted_for_stands_in_it() {
    let (agenda, brochure) = (agenda(), read(SOURCE));
    let mut quotes = 0;
    for (place, fact) in facts(&agenda) {
        for source in list(fact, "sources") {
            if source["document"] == BROCHURE {
                let quote = text(source, "quote");
                assert!(brochure.contains(quote), "{place}: {quote}");
                quotes += 1;
            }
        }
    }
    assert_eq!(quotes, 3);
}

#[test]
fn a_code_says_the_numbers_that_are_in_it() {
    let agenda = agenda();
    let mut codes = 0;
    for project in list(&agenda, "projects") {
        let Some(code) = project["code"].as_str() else {
            continue;
        };
        let in_code = code.split(['_', '-']).filter_map(|it| it.parse().ok());
        let in_code: Vec<u64> = in_code.collect();
        let said = numbers(project, "code_says");
        // The last number of most codes counts the projects.
        assert!(in_code.starts_with(&said), "{code}: {said:?}");
        assert!(in_code.len() <= said.len() + 1, "{code}: {said:?}");
        codes += 1;
    }
    assert_eq!(codes, 11);
}

#[test]
fn code_and_document_are_kept_apart_where_they_differ() {
    let agenda = agenda();
    let differing = list(&agenda, "projects").iter().filter(|project| {
        let [code, document] = ["code_says", "document_says"].map(|key| numbers(project, key));
        !code.is_empty() && !document.is_empty() && code != document
    });
    let differing: Vec<_> = differing.collect();
    let [tourism] = differing[..] else {
        panic!("{differing:?}");
    };
    assert_eq!(tourism["code"], "DA_1_10_12_40");
    assert_eq!(numbers(tourism, "code_says"), [1, 10, 12, 40]);
    assert_eq!(numbers(tourism, "document_says"), [1, 4, 10, 12, 40]);
    assert!(text(tourism, "note").contains('4'));
}

#[test]
fn the_projects_link_the_recommendations_that_are_verified() {
    let agenda = agenda();
    let linked: BTreeSet<u64> = list(&agenda, "projects")
        .iter()
        .flat_map(|project| ["code_says", "document_says"].map(|key| numbers(project, key)))
        .flatten()
        .collect();
    let verified = [
        1, 2, 4, 8, 10, 11, 12, 16, 19, 20, 23, 24, 25, 26, 27, 28, 30, 31, 33, 34, 35, 36, 37, 38,
        39, 40, 41,
    ];
    assert_eq!(linked, BTreeSet::from(verified));
    assert_eq!(list(&agenda, "projects").len(), 15);
}

#[test]
fn the_list_of_2007_says_no_more_than_is_known() {
    let agenda = agenda();
    let [status] = list(&agenda, "status_lists") else {
        panic!("there is one list");
    };
    let with = |value: &str| -> Vec<u64> {
        let entries = list(status, "entries").iter();
        let entries = entries.filter(|entry| entry["value"] == value);
        let mut all: Vec<u64> = entries
            .flat_map(|entry| numbers(entry, "recommendations"))
            .collect();
        all.sort_unstable();
        all
    };
    assert_eq!(with("confirmed-in"), [1, 3, 4, 6, 7, 11]);
    assert_eq!(with("confirmed-out"), [2, 5, 8, 9, 10, 20, 22, 23]);
    assert_eq!(with("inferred"), [12, 13, 14, 15, 16, 17, 18, 19, 21]);
    // All others are said to be the same: not one by one.
    assert_eq!(with("not-verified"), [0; 0]);
    assert_eq!(status["others"]["value"], "not-verified");
    let caveat = text(&list(&status["caveat"], "sources")[0], "quote");
    assert_eq!(
        caveat,
        "Member States stressed that it did not, in any way, imply that these proposals had been \
         accorded a higher priority than the others"
    );
    let inferences = list(status, "entries").iter();
    for entry in inferences.filter(|entry| entry["value"] == "inferred") {
        let ground = text(entry, "text");
        assert!(
            ground.contains("only if the Committee skipped none"),
            "{ground}"
        );
    }
}

#[test]
fn where_sources_differ_both_are_given() {
    let agenda = agenda();
    let differing: Vec<&Value> = list(&agenda, "events")
        .iter()
        .filter_map(|event| event["differs"].as_array())
        .flatten()
        .collect();
    let told: Vec<&str> = differing.iter().map(|it| text(it, "text")).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("13") && told[0].contains("12"), "{told:?}");
    assert!(told[1].contains("October 2007"), "{told:?}");
    for it in differing {
        assert_eq!(list(it, "sources").len(), 2);
    }
}
