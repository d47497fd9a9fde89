//! Duty: hold the data set against its schema, and the schema against what must not fit.
//! Edge: reads plain values, none of the explorer's own types; see `support/published.rs`.

#[path = "support/published.rs"]
mod published;

use published::{agenda, read};
use serde_json::{Value, json};

fn schema() -> Value {
    serde_json::from_str(&read("public/data/agenda.schema.json")).expect("the schema is JSON")
}

#[test]
fn the_data_fits_its_schema() {
    let schema = schema();
    jsonschema::meta::validate(&schema).expect("the schema is a JSON Schema");
    let validator = jsonschema::validator_for(&schema).expect("the schema can be used");
    let faults: Vec<_> = validator
        .iter_errors(&agenda())
        .map(|error| format!("{}: {error}", error.instance_path))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_schema_refuses_what_is_broken() {
    let validator = jsonschema::validator_for(&schema()).expect("the schema can be used");
    // A pointer to an object, one of its members, and what to put there (null removes it).
    let broken = [
        ("", "schema", json!(2)),
        ("", "recommendations", Value::Null),
        ("", "comment", json!("not in the form")),
        ("/source", "year", json!("2021")),
        ("/source", "licence_url", json!("licence.html")),
        ("/source", "attribution", json!("")),
        ("/clusters/0", "id", json!("A")),
        ("/clusters/0", "title", json!(" Padded ")),
        ("/facets/0", "key", json!("list")),
        ("/facets/1", "switchable", json!(true)),
        ("/facets/0/groups/0", "values", json!([])),
        ("/facets/0/groups/0/values/0", "id", json!("two_words")),
        ("/facets/0/groups/0/values/0/tags/0", "evidence", json!([])),
        ("/facets/0/groups/0/values/0/tags/0", "number", json!(0)),
        ("", "glossary", json!({})),
        ("/glossary/0", "words", json!([])),
        ("/glossary/0", "words", json!(["one"])),
        ("/glossary/0", "words", json!(["twice", "twice"])),
        ("/glossary/0", "words", json!(["LDC", " "])),
        ("/glossary/0", "finds", json!([])),
        ("/glossary/0", "finds", json!(["?"])),
        ("/glossary/0", "reason", json!("")),
        ("/glossary/0", "reason", json!("No full stop")),
        ("/glossary/0", "reason", Value::Null),
        ("/recommendations/0", "number", json!("1")),
        ("/recommendations/0", "text", json!([])),
        ("/recommendations/0/text/0", "text", json!("two\nlines")),
        ("/recommendations/0/text/0", "kind", json!("bullet")),
        ("/recommendations/0/text/0", "id", json!("1")),
        ("/recommendations/14/text/1", "id", Value::Null),
        ("/recommendations/21/text/2", "id", json!("(a)")),
        ("/corrections/0", "before", json!("")),
        ("/corrections/0", "why", Value::Null),
        ("/documents/0", "date", json!("26 September 2025")),
        (
            "/documents/0/paragraphs/0/recommendations/0",
            "reason",
            Value::Null,
        ),
    ];
    for (pointer, key, value) in broken {
        let mut agenda = agenda();
        let object = agenda
            .pointer_mut(pointer)
            .and_then(Value::as_object_mut)
            .unwrap_or_else(|| panic!("nothing at {pointer}"));
        if value.is_null() {
            object.remove(key).expect("there is something to remove");
        } else {
            object.insert(key.to_owned(), value.clone());
        }
        assert!(
            !validator.is_valid(&agenda),
            "{pointer}/{key} = {value} was accepted"
        );
    }
}

#[test]
fn the_schema_fits_another_data_set_of_the_same_shape() {
    let validator = jsonschema::validator_for(&schema()).expect("the schema can be used");
    let mut other = agenda();
    other["clusters"] = json!([{"id": "goals", "title": "Goals"}]);
    other["recommendations"] = json!([
        {"number": 101, "cluster": "goals", "text": [{"kind": "paragraph", "text": "Act."}]}
    ]);
    other["facets"] = json!([{
        "key": "region", "label": "Region", "switchable": false,
        "groups": [{"values": [
            {"id": "asia", "label": "Asia", "tags": [{"number": 101, "evidence": ["Act"]}]}
        ]}]
    }]);
    let members = other.as_object_mut().expect("the data set is an object");
    members.remove("glossary").expect("there is a glossary");
    let members = other.as_object_mut().expect("the data set is an object");
    members
        .remove("translations")
        .expect("there are translations");
    other["corrections"] = json!([]);
    for left_out in ["introduction", "events", "projects", "status_lists"] {
        let members = other.as_object_mut().expect("the data set is an object");
        members.remove(left_out).expect("what is removed is there");
    }
    other["documents"] = json!([]);
    assert!(validator.is_valid(&other));
}
