//! Duty: hold the classification against the words of the recommendations.
//! Edge: reads plain values, none of the explorer's own types; see `support/published.rs`.

#[path = "support/published.rs"]
mod published;

use published::{agenda, facet, list, number, plain, text, values};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The texts of the blocks of every recommendation.
fn blocks(agenda: &Value) -> BTreeMap<u64, Vec<&str>> {
    list(agenda, "recommendations")
        .iter()
        .map(|each| {
            let blocks = list(each, "text").iter().map(|block| text(block, "text"));
            (number(each), blocks.collect())
        })
        .collect()
}

fn plain_texts(agenda: &Value) -> BTreeMap<u64, String> {
    list(agenda, "recommendations")
        .iter()
        .map(|each| (number(each), plain(each)))
        .collect()
}

/// The numbers that carry a value.
fn tagged(agenda: &Value, key: &str, id: &str) -> BTreeSet<u64> {
    let values = values(facet(agenda, key));
    let value = values
        .iter()
        .find(|value| value["id"] == id)
        .unwrap_or_else(|| panic!("no value {id:?} in {key:?}"));
    list(value, "tags").iter().map(number).collect()
}

/// Whether `words` stand in `text` and are not a part of longer words.
fn stands_in(words: &str, text: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(start, _)| {
        let end = start + words.len();
        let joined_before =
            letter(words.chars().next()) && letter(text[..start].chars().next_back());
        let joined_after = letter(words.chars().next_back()) && letter(text[end..].chars().next());
        !joined_before && !joined_after
    })
}

/// The numbers whose text has the words, on word boundaries.
fn saying(agenda: &Value, words: &str) -> BTreeSet<u64> {
    plain_texts(agenda)
        .into_iter()
        .filter(|(_, text)| stands_in(words, text))
        .map(|(number, _)| number)
        .collect()
}

#[test]
fn tags_are_sorted_and_name_existing_recommendations_once() {
    let agenda = agenda();
    let blocks = blocks(&agenda);
    for facet in list(&agenda, "facets") {
        for value in values(facet) {
            let numbers: Vec<_> = list(value, "tags").iter().map(number).collect();
            assert!(
                numbers.is_sorted_by(|a, b| a < b),
                "{}: {numbers:?}",
                text(value, "id")
            );
            assert!(numbers.iter().all(|number| blocks.contains_key(number)));
        }
    }
}

#[test]
fn all_evidence_stands_verbatim_in_one_block_of_its_recommendation() {
    let agenda = agenda();
    let blocks = blocks(&agenda);
    for facet in list(&agenda, "facets") {
        for value in values(facet) {
            for tag in list(value, "tags") {
                for evidence in list(tag, "evidence") {
                    let words = evidence.as_str().expect("evidence is text");
                    let found = blocks[&number(tag)]
                        .iter()
                        .any(|block| stands_in(words, block));
                    let id = text(value, "id");
                    assert!(found, "{id}: {words:?} is not in {}", number(tag));
                }
            }
        }
    }
}

#[test]
fn evidence_must_be_whole_words() {
    assert!(stands_in(
        "developed countries",
        "especially developed countries, could"
    ));
    assert!(stands_in("enterprises (SMEs)", "enterprises (SMEs) and"));
    assert!(!stands_in("may", "dismay or maybe"));
    assert!(stands_in("request WIPO", "to request WIPO."));
    assert!(!stands_in("request WIPO", "requesting WIPO"));
}

#[test]
fn every_recommendation_has_a_theme_and_a_wording() {
    let agenda = agenda();
    for key in ["theme", "duty"] {
        let covered: BTreeSet<_> = values(facet(&agenda, key))
            .iter()
            .flat_map(|value| list(value, "tags").iter().map(number))
            .collect();
        assert_eq!(covered, (1..=45).collect(), "{key}");
    }
}

#[test]
fn facets_values_and_groups_are_those_agreed() {
    let agenda = agenda();
    let facets: Vec<_> = list(&agenda, "facets")
        .iter()
        .map(|each| (text(each, "key"), each["switchable"].as_bool()))
        .collect();
    let expected = [
        ("theme", Some(true)),
        ("for", Some(false)),
        ("duty", Some(false)),
    ];
    assert_eq!(facets, expected);
    let groups: Vec<_> = list(facet(&agenda, "theme"), "groups")
        .iter()
        .map(|group| (text(group, "label"), list(group, "values").len()))
        .collect();
    let expected = [
        ("Assistance and capacity", 6),
        ("Rules and balance", 7),
        ("Knowledge and technology", 5),
        ("Evidence and impact", 4),
        ("Institution and governance", 5),
    ];
    assert_eq!(groups, expected);
    let ids = |key| {
        let ids: Vec<_> = values(facet(&agenda, key))
            .iter()
            .map(|value| text(value, "id"))
            .collect();
        ids.join(" ")
    };
    assert_eq!(
        ids("for"),
        "developing-countries least-developed-countries africa smes member-states \
         developed-countries civil-society national-offices research-institutions \
         international-organizations"
    );
    assert_eq!(ids("duty"), "shall should may request imperative");
}

#[test]
fn thirteen_recommendations_name_the_least_developed_countries() {
    let expected = [1, 2, 7, 8, 13, 14, 17, 19, 21, 22, 23, 26, 30];
    let found = tagged(&agenda(), "for", "least-developed-countries");
    assert_eq!(found, expected.into());
}

#[test]
fn countries_and_member_states_are_tagged_exactly_where_they_are_named() {
    let agenda = agenda();
    for (id, words) in [
        ("developing-countries", &["developing countries"][..]),
        ("least-developed-countries", &["LDCs"]),
        ("africa", &["Africa", "African"]),
        ("member-states", &["Member States"]),
        ("developed-countries", &["developed countries"]),
    ] {
        let named: BTreeSet<_> = words
            .iter()
            .flat_map(|words| saying(&agenda, words))
            .collect();
        assert_eq!(tagged(&agenda, "for", id), named, "{id}");
    }
}

#[test]
fn the_words_decide_the_wording() {
    let agenda = agenda();
    assert_eq!(tagged(&agenda, "duty", "shall"), saying(&agenda, "shall"));
    assert_eq!(tagged(&agenda, "duty", "may"), saying(&agenda, "may"));

    // In 45 the word stands inside the quotation of Article 7 of the TRIPS Agreement.
    let mut should = saying(&agenda, "should");
    assert!(should.remove(&45), "45 quotes the word");
    assert_eq!(tagged(&agenda, "duty", "should"), should);

    let mut request = saying(&agenda, "request WIPO");
    request.extend(saying(&agenda, "Request WIPO"));
    assert_eq!(tagged(&agenda, "duty", "request"), request);

    let others: BTreeSet<_> = ["shall", "should", "may", "request"]
        .into_iter()
        .flat_map(|id| tagged(&agenda, "duty", id))
        .collect();
    let rest: BTreeSet<_> = (1..=45).filter(|each| !others.contains(each)).collect();
    assert_eq!(tagged(&agenda, "duty", "imperative"), rest);
}

#[test]
fn an_imperative_opens_its_recommendation() {
    let agenda = agenda();
    let texts = plain_texts(&agenda);
    let duty = values(facet(&agenda, "duty"));
    let imperative = duty.iter().find(|value| value["id"] == "imperative");
    for tag in list(imperative.expect("the value exists"), "tags") {
        // 27 puts a heading and a colon before its verb.
        let opening = match number(tag) {
            27 => texts[&27].split_once(": ").expect("a heading").1,
            other => &texts[&other],
        };
        let verb = tag["evidence"][0].as_str().expect("evidence is text");
        assert!(opening.starts_with(verb), "{}: {verb:?}", number(tag));
    }
}
