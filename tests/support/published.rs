//! Duty: the published data set as plain values, and short ways into them.
//! Edge: it uses none of the explorer's own types, so that a fault in them can't hide a fault in
//! the data.

#![allow(dead_code, reason = "each test file uses a part of it")]

use serde_json::Value;
use std::fs;

/// A file of the project, by its path from the root.
pub fn read(path: &str) -> String {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The data set.
pub fn agenda() -> Value {
    serde_json::from_str(&read("public/data/agenda.json")).expect("agenda.json is JSON")
}

// A missing member is a fault of the data, so all of these panic.

pub fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key]
        .as_array()
        .unwrap_or_else(|| panic!("no list {key:?} in {value}"))
}

pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key]
        .as_str()
        .unwrap_or_else(|| panic!("no text {key:?} in {value}"))
}

pub fn number(value: &Value) -> u64 {
    value["number"]
        .as_u64()
        .unwrap_or_else(|| panic!("no number in {value}"))
}

/// A recommendation as plain text.
pub fn plain(recommendation: &Value) -> String {
    let mut plain = String::new();
    for block in list(recommendation, "text") {
        let words = text(block, "text");
        plain += &match text(block, "kind") {
            "paragraph" if plain.is_empty() => words.to_owned(),
            "paragraph" => format!("\n\n{words}"),
            "bullet" => format!("\n- {words}"),
            "clause" => format!(" ({}) {words}", text(block, "id")),
            kind => panic!("unknown kind of block {kind:?}"),
        };
    }
    plain
}

pub fn facet<'a>(agenda: &'a Value, key: &str) -> &'a Value {
    list(agenda, "facets")
        .iter()
        .find(|facet| facet["key"] == key)
        .unwrap_or_else(|| panic!("no facet {key:?}"))
}

/// The values of a facet, through all its groups.
pub fn values(facet: &Value) -> Vec<&Value> {
    list(facet, "groups")
        .iter()
        .flat_map(|group| list(group, "values"))
        .collect()
}
