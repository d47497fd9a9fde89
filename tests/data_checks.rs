//! What is wrong with a data set is said in words that its editor understands, with the place,
//! all at once; and the schema refuses the same, where a schema can.

#[path = "support/published.rs"]
mod published;

use explorer::data::{APPEARANCE_KEYS, CONTENT_KEYS, OTHER_TAKEN_KEYS};
use published::read;
use serde_json::{Value, json};

/// A change to the sound data set.
enum Edit {
    /// Puts a value there.
    Set(&'static str, Value),
    /// Takes it out.
    Remove(&'static str),
}

use Edit::{Remove, Set};

/// Whether the schema can say the same.
#[derive(Clone, Copy, PartialEq)]
enum Schema {
    Refuses,
    Accepts,
}

use Schema::{Accepts, Refuses};

fn charter() -> Value {
    serde_json::from_str(&read("tests/data/charter.json")).expect("it is JSON")
}

fn edited(edits: &[&Edit]) -> Value {
    let mut data = charter();
    for edit in edits {
        let (Set(pointer, _) | Remove(pointer)) = edit;
        let (parent, field) = pointer.rsplit_once('/').expect("a pointer has a slash");
        let parent = data.pointer_mut(parent).expect("what is edited is there");
        match (edit, parent) {
            (Set(_, value), Value::Object(fields)) => {
                fields.insert(field.to_owned(), value.clone());
            }
            (Set(_, value), Value::Array(list)) => {
                list[field.parse::<usize>().expect("a position")] = value.clone();
            }
            (Remove(_), Value::Object(fields)) => {
                fields.remove(field).expect("what is removed is there");
            }
            (_, other) => panic!("{pointer} leads into {other}"),
        }
    }
    data
}

/// What is said of a text, one line for each fault.
fn faults(json: &str) -> Vec<String> {
    let error = explorer::data::read(json).err();
    let faults = error.into_iter().flat_map(|error| error.faults);
    faults.map(|fault| fault.to_string()).collect()
}

/// Each fault of a data set with what is said of it.
#[rustfmt::skip]
fn broken() -> Vec<(Edit, Schema, &'static str)> {
    vec![
        // The whole.
        (Set("/schema", json!(2)), Refuses,
            "the data set: “schema” is 2, but this version reads schema 1."),
        (Remove("/schema"), Refuses,
            "the data set: “schema” is missing."),
        (Remove("/title"), Refuses,
            "the data set: “title” is missing."),
        (Set("/glosary", json!([])), Refuses,
            "the data set: there is no field “glosary”; did you mean “glossary”?"),
        (Set("/title", json!("two\nlines")), Refuses,
            "the data set: “title” has a line break or another control character; write it on one line."),
        (Set("/title", json!(" Charter")), Refuses,
            "the data set: “title” begins or ends with a space; remove it."),
        (Set("/recommendations", json!([])), Refuses,
            "the data set: “recommendations” is empty; it needs at least one entry."),
        (Set("/facets", json!([])), Refuses,
            "the data set: “facets” is empty; it needs at least one entry."),
        (Set("/facets", json!({})), Refuses,
            "the data set: “facets” must be a list in square brackets, but is an object."),
        // Site, noun, source.
        (Set("/site", json!("Harbour")), Refuses,
            "“site”: this must be an object in braces, but is the text “Harbour”."),
        (Set("/site/slug", json!("../../harbour")), Refuses,
            "“site”: “slug” is “../../harbour”; use only small letters a–z, digits, and hyphens between them, with a letter first, as it becomes part of addresses."),
        (Set("/site/language", json!("English")), Refuses,
            "“site”: “language” is “English”; give a language tag such as en, fr or pt-BR."),
        (Remove("/noun/many"), Refuses,
            "“noun”: “many” is missing."),
        (Remove("/source/licence"), Refuses,
            "“source”: “licence” is missing."),
        (Set("/source/year", json!("1987")), Refuses,
            "“source”: “year” must be a whole number from 1000 to 9999, but is the text “1987”."),
        (Set("/source/adopted_year", json!("1987")), Refuses,
            "“source”: “adopted_year” must be a whole number from 1 to 9999, but is the text “1987”."),
        (Set("/source/place", json!("")), Refuses,
            "“source”: “place” is empty; fill it in."),
        (Set("/source/url", json!("harbour.example")), Refuses,
            "“source”: “url” is “harbour.example”; give the whole web address, from https:// on."),
        // Sections.
        (Set("/section/key", json!("list")), Refuses,
            "“section”: “key” is “list”, which addresses use for something else; choose another."),
        (Set("/section/key", json!("subject")), Accepts,
            "facets: the key “subject” is there twice."),
        (Set("/clusters/0/letter", json!("WAT")), Refuses,
            "cluster “water-and-quays”: “letter” has more than two characters; its badge has room for two."),
        (Set("/clusters/0/letter", json!("B")), Accepts,
            "facet “section”: the letter “B” is there twice."),
        (Set("/clusters/1/colour/dark", json!("purple")), Refuses,
            "cluster “people-and-trade”, “colour”: “dark” is “purple”; write a colour as # and six digits 0–9 or a–f: #1d5fae."),
        // Facets and values.
        (Set("/facets/0/key", json!("q")), Refuses,
            "facet “q”: “key” is “q”, which addresses use for something else; choose another."),
        (Set("/facets/0/key", json!("title")), Refuses,
            "facet “title”: “key” is “title”, which embedded elements or exported tables use; choose another."),
        (Set("/facets/0/key", json!("cluster")), Refuses,
            "facet “cluster”: “key” is “cluster”, which is kept for the sections; choose another."),
        (Set("/facets/1/key", json!("subject")), Accepts,
            "facets: the key “subject” is there twice."),
        (Set("/facets/1/switchable", json!(true)), Refuses,
            "the data set: more than one facet is “switchable”; an address has room for one switch, so choose one."),
        (Set("/facets/1/role", json!("topic")), Accepts,
            "the data set: more than one facet has the role “topic”; choose one."),
        (Set("/facets/1/role", json!("main")), Refuses,
            "facet “ship”: “role” is “main”; it can be topic or other."),
        (Set("/facets/1/pages", json!("yes")), Refuses,
            "facet “ship”: “pages” must be true or false, but is the text “yes”."),
        (Set("/facets/0/label", json!("")), Refuses,
            "facet “subject”: “label” is empty; fill it in."),
        (Set("/facets/0/groups/0/values", json!([])), Refuses,
            "facet “subject”, group 1: “values” is empty; it needs at least one entry."),
        (Set("/facets/0/groups/0/values/0/id", json!("two_words")), Refuses,
            "facet “subject”, value “two_words”: “id” is “two_words”; use only small letters a–z, digits, and hyphens between them, with a letter first, as it becomes part of addresses."),
        (Set("/facets/0/groups/0/values/0/id", json!("../../escaped")), Refuses,
            "facet “subject”, value “../../escaped”: “id” is “../../escaped”; use only small letters a–z, digits, and hyphens between them, with a letter first, as it becomes part of addresses."),
        (Set("/facets/0/groups/0/values/1/id", json!("pilots")), Accepts,
            "facet “subject”: the id “pilots” is there twice."),
        (Set("/facets/0/groups/0/values/1/label", json!("Pilots")), Accepts,
            "facet “subject”: the label “Pilots” is there twice."),
        // Tags.
        (Set("/facets/0/groups/0/values/1/tags", json!([])), Refuses,
            "facet “subject”, value “dues”: “tags” is empty; it needs at least one entry."),
        (Set("/facets/0/groups/0/values/1/tags/1/number", json!(99)), Accepts,
            "facet “subject”, value “dues”: it names recommendation 99, which the data set does not have."),
        (Set("/facets/0/groups/0/values/1/tags/1/number", json!(2)), Accepts,
            "facet “subject”, value “dues”: the number 2 is there twice."),
        (Set("/facets/0/groups/0/values/1/tags/1/number", json!(1)), Accepts,
            "facet “subject”, value “dues”: 1 comes after 2; sort by number."),
        (Set("/facets/0/groups/0/values/0/tags/0/evidence", json!(["the pilot"])), Accepts,
            "facet “subject”, value “pilots”, tag of 1: the evidence “the pilot” is not in the text of recommendation 1; quote it letter by letter, from one block."),
        (Set("/facets/0/groups/0/values/0/tags/0/evidence", json!([])), Refuses,
            "facet “subject”, value “pilots”, tag of 1: “evidence” is empty; it needs at least one entry."),
        (Set("/facets/0/groups/0/values/0/tags/0/evidence", json!(["a pilot", 5])), Refuses,
            "facet “subject”, value “pilots”, tag of 1: entry 2 of “evidence” must be text in quotation marks, but is 5."),
        (Set("/facets/0/groups/0/values/0/tags/0/evidence", json!(["a pilot", "a pilot"])), Refuses,
            "facet “subject”, value “pilots”, tag of 1: the piece of evidence “a pilot” is there twice."),
        // Recommendations.
        (Set("/recommendations/5/cluster", json!("people")), Accepts,
            "recommendation 6: “cluster” is “people”, but the data set has no such cluster; it has water-and-quays, people-and-trade."),
        (Set("/recommendations/5/number", json!("six")), Refuses,
            "recommendation at place 6: “number” must be a whole number from 1 to 50000, but is the text “six”."),
        (Set("/recommendations/5/number", json!(3)), Accepts,
            "recommendations: 3 comes after 5; sort by number."),
        (Set("/recommendations/5/number", json!(5)), Accepts,
            "recommendations: the number 5 is there twice."),
        (Set("/clusters/0/id", json!("piers")), Accepts,
            "cluster “piers”: no recommendation is in it; remove it."),
        (Set("/recommendations/4/text/0/text", json!("")), Refuses,
            "recommendation 5, block 1: “text” is empty; fill it in."),
        (Set("/recommendations/2/text", json!([])), Refuses,
            "recommendation 3: “text” is empty; it needs at least one entry."),
        (Set("/recommendations/2/text/0/kind", json!("heading")), Refuses,
            "recommendation 3, block 1: “kind” is “heading”; it can be paragraph, bullet or clause."),
        (Set("/recommendations/0/text/0/id", json!("1")), Refuses,
            "recommendation 1, block 1: a paragraph has no “id”; remove it, or make this a bullet or clause."),
        (Set("/recommendations/0/text/0", json!({"kind": "bullet", "id": "1", "text": "Every ship that enters the harbour takes a pilot aboard."})), Accepts,
            "recommendation 1, block 1: a text begins with a paragraph; make this one or put one before it."),
        (Remove("/recommendations/1/text/1/id"), Refuses,
            "recommendation 2, block 2: a bullet needs its position in the list as “id”: \"1\", \"2\" and so on."),
        (Set("/recommendations/2/text/2/id", json!("(b)")), Refuses,
            "recommendation 3, block 3: a clause needs the mark that the source prints as “id”: \"a\", \"b\" and so on."),
        (Set("/recommendations/2/text/2/id", json!("a")), Accepts,
            "recommendation 3, block 3: another block of this text has the id “a” as well."),
        (Set("/recommendations/0/text/0/text", json!("Every ship takes a pilot aboard.\u{7}")), Refuses,
            "recommendation 1, block 1: “text” has a line break or another control character; write it on one line."),
        // Glossary and families.
        (Remove("/glossary/0/reason"), Refuses,
            "glossary entry 1 (“fee”): “reason” is missing."),
        (Set("/glossary/0/reason", json!("No full stop")), Refuses,
            "glossary entry 1 (“fee”): “reason” must be a sentence with a full stop."),
        (Set("/glossary/0/words", json!([])), Refuses,
            "glossary entry 1: “words” is empty; it needs at least one entry."),
        (Set("/glossary/0/words", json!(["fee", "?"])), Refuses,
            "glossary entry 1 (“fee”): “?” must begin and end with a letter or digit."),
        (Set("/glossary/0", json!({"words": ["fee"], "reason": "It is one."})), Refuses,
            "glossary entry 1 (“fee”): it has one word and no “finds”; give it a second word, “finds” or “near”."),
        (Set("/glossary/0/words", json!(["fee", "Fee"])), Accepts,
            "glossary: the word “fee” is there twice."),
        (Set("/families/0", json!(["Harbour"])), Refuses,
            "the data set: family 1 must be a list of single words in small letters."),
        (Set("/function_words", json!(["the", "Of"])), Refuses,
            "the data set: the function word “Of” must be a single word in small letters."),
        (Set("/function_words", json!(["the", "of", "the"])), Refuses,
            "function_words: the word “the” is there twice."),
        (Set("/function_words", json!(["fee"])), Accepts,
            "function_words: “fee” is an entry of the glossary; remove it from one of both."),
        // Corrections and documents.
        (Set("/corrections/0/number", json!(7)), Accepts,
            "correction 1: it names recommendation 7, which the data set does not have."),
        (Set("/corrections/0/after", json!("the the water")), Accepts,
            "correction 1: “before” and “after” are the same."),
        (Set("/documents/0/date", json!("1 March 1990")), Refuses,
            "document “yearbook”: “date” is “1 March 1990”; write the day as year, month and day: 2025-09-26."),
        (Set("/documents/0/paragraphs/0/recommendations/0/number", json!(50)), Accepts,
            "document “yearbook”, paragraph 7: it names recommendation 50, which the data set does not have."),
        (Remove("/documents/0/paragraphs/0/recommendations/0/reason"), Refuses,
            "document “yearbook”, paragraph 7, link 5: “reason” is missing."),
        // Events, projects and status lists.
        (Set("/introduction/sources", json!([])), Refuses,
            "“introduction”: “sources” is empty; it needs at least one entry."),
        (Remove("/introduction/sources/0/document"), Refuses,
            "“introduction”, source 1: it needs a “document” or a “url”; say where it can be checked."),
        (Remove("/events/0/sources"), Refuses,
            "event 1: “sources” is missing."),
        (Set("/events/0/sources/0/url", json!("gazette")), Refuses,
            "event 1, source 1: “url” is “gazette”; give the whole web address, from https:// on."),
        (Set("/events/0/date", json!("November 1985")), Refuses,
            "event 1: “date” is “November 1985”; write a year, a month or a day: 2007, 2007-09 or 2007-09-28."),
        (Remove("/events/0/date"), Refuses,
            "event 1: “date” is missing."),
        (Set("/events/0/date", json!("1987")), Accepts,
            "events: 1986-02-03 comes after 1987; sort by date."),
        (Set("/events/1/until", json!("1986-02-03")), Accepts,
            "event 2: “until” is not after “date”; it is the end of something that took longer."),
        (Set("/events/1/sources/0/language", json!("German")), Refuses,
            "event 2, source 1: “language” is “German”; give a language tag such as en, fr or pt-BR."),
        (Remove("/events/1/sources/0/quote"), Refuses,
            "event 2, source 1: “language” is that of a “quote”; add one, or remove it."),
        (Set("/events/1/differs/0/sources", json!([])), Refuses,
            "event 2, difference 1: “sources” is empty; it needs at least one entry."),
        (Remove("/projects/1/document_says"), Refuses,
            "project “lights”: it names no recommendation; give it “code_says” or “document_says”."),
        (Remove("/projects/0/code"), Refuses,
            "project “pilot-school”: it has “code_says” without a “code”; add the code or remove it."),
        (Remove("/projects/1/sources"), Refuses,
            "project “lights”: “sources” is missing."),
        (Set("/projects/1/id", json!("pilot-school")), Accepts,
            "projects: the id “pilot-school” is there twice."),
        (Set("/projects/1/code", json!("HC-1-5")), Accepts,
            "projects: the code “HC-1-5” is there twice."),
        (Set("/projects/0/code_says", json!(["1"])), Refuses,
            "project “pilot-school”: entry 1 of “code_says” must be a whole number from 1 to 50000, but is the text “1”."),
        (Set("/projects/0/code_says", json!([5, 1])), Accepts,
            "project “pilot-school”: 1 comes after 5; sort by number."),
        (Set("/projects/0/document_says", json!([5, 7])), Accepts,
            "project “pilot-school”: it names recommendation 7, which the data set does not have."),
        (Set("/projects/0/seen/0/sources", json!([])), Refuses,
            "project “pilot-school”, seen 1: “sources” is empty; it needs at least one entry."),
        (Set("/status_lists/0/entries/0/value", json!("no")), Accepts,
            "status list “in-force”, entry 1: “value” is “no”, but the list has no such value."),
        (Set("/status_lists/0/entries/0/sources", json!([])), Refuses,
            "status list “in-force”, entry 1: “sources” is empty; it needs at least one entry."),
        (Set("/status_lists/0/others/sources", json!([{}])), Refuses,
            "status list “in-force”, “others”, source 1: it needs a “document” or a “url”; say where it can be checked."),
        (Set("/status_lists/0/entries/0/recommendations", json!([1, 9])), Accepts,
            "status list “in-force”, entry 1: it names recommendation 9, which the data set does not have."),
        (Set("/status_lists/0/values/1/id", json!("yes")), Accepts,
            "status list “in-force”: the value “yes” is there twice."),
    ]
}

#[test]
fn each_fault_is_told_with_its_place() {
    for (edit, _, sentence) in broken() {
        let told = faults(&edited(&[&edit]).to_string());
        assert!(
            told.iter().any(|line| line == sentence),
            "{sentence}\n{told:#?}"
        );
        // What refers to the broken entry is told as well, and nothing else.
        assert!(told.len() <= 4, "{told:#?}");
    }
}

#[test]
fn the_schema_refuses_the_same_where_it_can() {
    let schema: Value =
        serde_json::from_str(&read("public/data/agenda.schema.json")).expect("it is JSON");
    let schema = jsonschema::validator_for(&schema).expect("the schema can be used");
    assert!(schema.is_valid(&charter()));
    for (edit, verdict, sentence) in broken() {
        let is_valid = schema.is_valid(&edited(&[&edit]));
        assert_eq!(is_valid, verdict == Accepts, "{sentence}");
    }
}

#[test]
fn the_sound_data_sets_have_no_faults() {
    for path in ["tests/data/charter.json", "public/data/agenda.json"] {
        assert_eq!(faults(&read(path)), [""; 0], "{path}");
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let edits = [
        Set("/title", json!("")),
        Set("/recommendations/5/cluster", json!("people")),
        Set(
            "/facets/0/groups/0/values/0/tags/0/evidence",
            json!(["the pilot"]),
        ),
        Set("/glosary", json!([])),
    ];
    let told = faults(&edited(&edits.iter().collect::<Vec<_>>()).to_string());
    assert_eq!(told.len(), edits.len(), "{told:#?}");
}

#[test]
fn what_is_not_json_is_told_with_its_line() {
    let cases = [
        ("", "the file: it is empty."),
        (" \n", "the file: it is empty."),
        (
            "no JSON",
            "line 1, column 2: this is not JSON (expected ident).",
        ),
        (
            "{\"schema\": 1,\n",
            "line 2, column 0: the JSON ends too early; a bracket, brace or quotation mark is not closed.",
        ),
        (
            "{\"title\": \"a\",\n \"title\": \"b\"}",
            "line 2, column 14: “title” is there twice in one object; remove one of them.",
        ),
        (
            "[]",
            "the data set: this must be an object in braces, but is a list.",
        ),
    ];
    for (json, sentence) in cases {
        assert_eq!(faults(json), [sentence], "{json:?}");
    }
    let marked = format!("\u{feff}{}", read("tests/data/charter.json"));
    assert_eq!(faults(&marked), [""; 0]);
}

#[test]
fn the_schema_lists_the_taken_keys() {
    let schema: Value =
        serde_json::from_str(&read("public/data/agenda.schema.json")).expect("it is JSON");
    let taken = CONTENT_KEYS.into_iter().chain(APPEARANCE_KEYS);
    let taken: Vec<&str> = taken.chain(OTHER_TAKEN_KEYS).collect();
    assert_eq!(schema["$defs"]["taken-key"]["enum"], json!(taken));
}

#[test]
fn what_is_left_out_has_a_usual_value() {
    let mut data = charter();
    let fields = data.as_object_mut().expect("an object");
    for field in [
        "site",
        "noun",
        "section",
        "glossary",
        "function_words",
        "families",
        "corrections",
        "documents",
        "introduction",
        "events",
        "projects",
        "status_lists",
    ] {
        fields.remove(field).expect("what is removed is there");
    }
    let (agenda, _) = explorer::data::read(&data.to_string()).expect("it can be read");
    assert_eq!(agenda.site.name, "Charter of the Harbour");
    assert_eq!(agenda.site.short_name, agenda.site.name);
    assert_eq!(agenda.site.slug, "charter-of-the-harbour");
    assert_eq!(agenda.site.storage_prefix, agenda.site.slug);
    assert_eq!(agenda.site.citation_key, agenda.site.slug);
    assert_eq!(agenda.site.language, "en");
    assert_eq!(agenda.noun.many, "items");
    let section = &agenda.facets[agenda.section().expect("there are sections")];
    assert_eq!(section.key, "cluster");
    let letters = section.values.iter().map(|value| value.letter.as_deref());
    assert_eq!(letters.collect::<Vec<_>>(), [Some("A"), Some("B")]);
    assert!(section.values.iter().all(|value| value.colour.is_some()));
}
