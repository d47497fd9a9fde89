//! The sections and the other facets with their values and tags.

use serde_json::Value as Json;

use super::entry::Entry;
use crate::data::names::{APPEARANCE_KEYS, CONTENT_KEYS, OTHER_TAKEN_KEYS};
use crate::data::palette::{colour, is_colour};
use crate::data::{Colour, Facet, FacetRole, Note, Tag, Value};

/// The key of the sections where the data set names none; never that of
/// another facet.
const SECTION_KEY: &str = "cluster";

const FACET: [&str; 8] = [
    "key",
    "label",
    "label_many",
    "role",
    "pages",
    "note",
    "switchable",
    "groups",
];

/// The facet of the sections. Its tags come with the recommendations.
pub(super) fn section(whole: &Entry<'_>) -> Facet {
    let (key, label, label_many) =
        match whole.entry_if_any("section", &["key", "label", "label_many"]) {
            Some(entry) => {
                let key = entry.id("key");
                refuse_taken(&entry, &key);
                (key, entry.line("label"), entry.line("label_many"))
            }
            None => (
                SECTION_KEY.to_owned(),
                "Cluster".to_owned(),
                "Clusters".to_owned(),
            ),
        };
    whole.filled("clusters");
    let known = ["id", "title", "letter", "colour"];
    let entries = whole.entries("clusters", &known, |entry, count| {
        named(entry, "id", "cluster", count)
    });
    let values = entries.iter().enumerate();
    Facet {
        key,
        role: FacetRole::Section,
        label,
        label_many,
        any_all: false,
        pages: true,
        values: values
            .map(|(position, entry)| cluster(entry, position))
            .collect(),
    }
}

fn cluster(entry: &Entry<'_>, position: usize) -> Value {
    let id = entry.id("id");
    let own = entry.line_if_any("letter");
    if own
        .as_ref()
        .is_some_and(|letter| letter.chars().count() > 2)
    {
        entry.fault("“letter” has more than two characters; its badge has room for two.");
    }
    Value {
        letter: Some(own.unwrap_or_else(|| letter(&id, position))),
        colour: Some(own_colour(entry).unwrap_or_else(|| colour(position))),
        label: entry.line("title"),
        id,
        group: None,
        tags: Vec::new(),
    }
}

/// What a section is called in its badge: its id where that is as short, else
/// its position.
fn letter(id: &str, position: usize) -> String {
    if id.len() <= 2 {
        return id.to_ascii_uppercase();
    }
    let letter = ('A'..='Z').nth(position);
    letter.map_or_else(|| (position + 1).to_string(), String::from)
}

fn own_colour(entry: &Entry<'_>) -> Option<Colour> {
    let colours = entry.entry_if_any("colour", &["light", "dark"])?;
    let one = |field: &str| {
        let text = colours.line(field);
        if !text.is_empty() && !is_colour(&text) {
            colours.fault(format!(
                "“{field}” is “{text}”; write a colour as # and six digits 0–9 or a–f: #1d5fae."
            ));
        }
        text
    };
    Some(Colour {
        light: one("light"),
        dark: one("dark"),
    })
}

/// Adds the facets apart from the sections, and what is noted on them.
pub(super) fn facets(whole: &Entry<'_>, facets: &mut Vec<Facet>, notes: &mut Vec<Note>) {
    whole.filled("facets");
    let entries = whole.entries("facets", &FACET, |entry, count| {
        named(entry, "key", "facet", count)
    });
    for entry in &entries {
        let position = facets.len();
        facets.push(facet(entry, position, notes));
    }
    if facets.iter().filter(|facet| facet.any_all).count() > 1 {
        whole.fault(
            "more than one facet is “switchable”; an address has room for one switch, so choose one.",
        );
    }
    let is_topic = |facet: &&Facet| facet.role == FacetRole::Topic;
    if facets.iter().filter(is_topic).count() > 1 {
        whole.fault("more than one facet has the role “topic”; choose one.");
    }
}

/// A facet by its position among all. What is noted on it goes to the notes.
fn facet(entry: &Entry<'_>, facet: usize, notes: &mut Vec<Note>) -> Facet {
    let mut note = |entry: &Entry<'_>, value, number| {
        notes.extend(entry.line_if_any("note").map(|text| Note {
            facet,
            value,
            number,
            text,
        }));
    };
    note(entry, None, None);
    let key = entry.id("key");
    refuse_taken(entry, &key);
    if key == SECTION_KEY {
        entry.fault(format!(
            "“key” is “{SECTION_KEY}”, which is kept for the sections; choose another."
        ));
    }
    let any_all = entry.flag("switchable").unwrap_or_default();
    let label = entry.line("label");
    entry.filled("groups");
    let groups = entry.entries("groups", &["label", "values"], |_, count| {
        format!("{}, group {count}", entry.place)
    });
    let mut read = Vec::new();
    for group in &groups {
        values(group, &entry.place, &mut read, &mut note);
    }
    Facet {
        key,
        role: role(entry, any_all),
        label_many: entry
            .line_if_any("label_many")
            .unwrap_or_else(|| label.clone()),
        label,
        any_all,
        pages: entry.flag("pages").unwrap_or(any_all),
        values: read,
    }
}

fn role(entry: &Entry<'_>, any_all: bool) -> FacetRole {
    let role = entry.line_if_any("role");
    match role.as_deref() {
        Some("topic") => FacetRole::Topic,
        None if any_all => FacetRole::Topic,
        None | Some("other") => FacetRole::Other,
        Some(role) => {
            entry.fault(format!("“role” is “{role}”; it can be topic or other."));
            FacetRole::Other
        }
    }
}

/// Adds the values of a group. What is noted goes to `note`, with the position
/// of the value and the number of the tag that it is on.
fn values(
    group: &Entry<'_>,
    facet: &str,
    read: &mut Vec<Value>,
    note: &mut impl FnMut(&Entry<'_>, Option<usize>, Option<u16>),
) {
    let label = group.line_if_any("label");
    group.filled("values");
    let known = ["id", "label", "note", "tags"];
    let entries = group.entries("values", &known, |entry, count| {
        let value = named(entry, "id", "value", count);
        format!("{facet}, {value}")
    });
    for entry in &entries {
        let position = Some(read.len());
        note(entry, position, None);
        entry.filled("tags");
        let tags = entry.entries("tags", &["number", "evidence", "note"], |tag, count| {
            let place = match tag.get("number").and_then(Json::as_u64) {
                Some(number) => format!("tag of {number}"),
                None => format!("tag {count}"),
            };
            format!("{}, {place}", entry.place)
        });
        let mut value = Value {
            id: entry.id("id"),
            label: entry.line("label"),
            letter: None,
            colour: None,
            group: label.clone(),
            tags: Vec::new(),
        };
        for tag in &tags {
            if tag.has("evidence") {
                tag.filled("evidence");
            }
            let number = tag.number();
            note(tag, position, Some(number));
            value.tags.push(Tag {
                number,
                evidence: tag.lines("evidence"),
            });
        }
        read.push(value);
    }
}

fn refuse_taken(entry: &Entry<'_>, key: &str) {
    if CONTENT_KEYS.contains(&key) || APPEARANCE_KEYS.contains(&key) {
        entry.fault(format!(
            "“key” is “{key}”, which addresses use for something else; choose another."
        ));
    } else if OTHER_TAKEN_KEYS.contains(&key) {
        entry.fault(format!(
            "“key” is “{key}”, which embedded elements or exported tables use; choose another."
        ));
    }
}

/// What an entry is called in a fault: by its name, or by its place in the list.
fn named(entry: &Json, field: &str, what: &str, count: usize) -> String {
    match entry.get(field).and_then(Json::as_str) {
        Some(name) => format!("{what} “{name}”"),
        None => format!("{what} {count}"),
    }
}
