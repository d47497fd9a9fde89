//! Events, projects and status lists. All that they say has a source.

use serde_json::Value as Json;

use super::entry::Entry;
use super::site::is_language;
use crate::data::{
    Background, Date, Event, FactSource, History, Project, Statement, StatusEntry, StatusList,
    StatusValue,
};

const STATEMENT: [&str; 2] = ["text", "sources"];
const EVENT: [&str; 5] = ["date", "until", "text", "sources", "differs"];

pub(super) fn background(whole: &Entry<'_>) -> Background {
    Background {
        history: History {
            introduction: whole
                .entry_if_any("introduction", &STATEMENT)
                .map(|entry| statement(&entry)),
            events: events(whole, "events", |count| format!("event {count}")),
        },
        projects: projects(whole),
        status_lists: status_lists(whole),
    }
}

/// A sentence of the data set and its sources.
fn statement(entry: &Entry<'_>) -> Statement {
    Statement {
        text: entry.line("text"),
        sources: sources(entry),
    }
}

fn sources(entry: &Entry<'_>) -> Vec<FactSource> {
    entry.filled("sources");
    let known = ["document", "url", "quote", "language", "note"];
    let sources = entry.entries("sources", &known, |_, count| {
        format!("{}, source {count}", entry.place)
    });
    sources.iter().map(source).collect()
}

fn source(entry: &Entry<'_>) -> FactSource {
    if !entry.has("document") && !entry.has("url") {
        entry.fault("it needs a “document” or a “url”; say where it can be checked.");
    }
    let language = entry.line_if_any("language");
    if let Some(language) = language.as_deref().filter(|it| !it.is_empty()) {
        if !is_language(language) {
            entry.fault(format!(
                "“language” is “{language}”; give a language tag such as en, fr or pt-BR."
            ));
        } else if !entry.has("quote") {
            entry.fault("“language” is that of a “quote”; add one, or remove it.");
        }
    }
    FactSource {
        document: entry.line_if_any("document"),
        url: entry.url_if_any("url"),
        quote: entry.line_if_any("quote"),
        language,
        note: entry.line_if_any("note"),
    }
}

fn events(entry: &Entry<'_>, field: &str, place: impl Fn(usize) -> String) -> Vec<Event> {
    let events = entry.entries(field, &EVENT, |_, count| place(count));
    events.iter().map(event).collect()
}

fn event(entry: &Entry<'_>) -> Event {
    entry.needs("date");
    let first = date(entry, "date");
    let until = date(entry, "until");
    if until.is_some_and(|until| first.is_some_and(|first| until <= first)) {
        entry.fault("“until” is not after “date”; it is the end of something that took longer.");
    }
    let differs = entry.entries("differs", &STATEMENT, |_, count| {
        format!("{}, difference {count}", entry.place)
    });
    Event {
        date: first.unwrap_or(Date {
            year: 0,
            month: None,
            day: None,
        }),
        until,
        what: statement(entry),
        differs: differs.iter().map(statement).collect(),
    }
}

fn date(entry: &Entry<'_>, field: &str) -> Option<Date> {
    let text = entry.line_if_any(field)?;
    let date = Date::parse(&text);
    if date.is_none() && !text.is_empty() {
        entry.fault(format!(
            "“{field}” is “{text}”; write a year, a month or a day: 2007, 2007-09 or 2007-09-28."
        ));
    }
    date
}

fn projects(whole: &Entry<'_>) -> Vec<Project> {
    let known = [
        "id",
        "title",
        "code",
        "code_says",
        "document_says",
        "note",
        "sources",
        "seen",
    ];
    let projects = whole.entries("projects", &known, |entry, count| {
        named(entry, "project", count)
    });
    let projects = projects.iter().map(|entry| {
        let project = Project {
            id: entry.id("id"),
            title: entry.line("title"),
            code: entry.line_if_any("code"),
            code_says: entry.numbers("code_says"),
            document_says: entry.numbers("document_says"),
            note: entry.line_if_any("note"),
            sources: sources(entry),
            seen: events(entry, "seen", |count| {
                format!("{}, seen {count}", entry.place)
            }),
        };
        if project.code_says.is_empty() && project.document_says.is_empty() {
            entry.fault("it names no recommendation; give it “code_says” or “document_says”.");
        }
        if !project.code_says.is_empty() && project.code.is_none() {
            entry.fault("it has “code_says” without a “code”; add the code or remove it.");
        }
        project
    });
    projects.collect()
}

fn status_lists(whole: &Entry<'_>) -> Vec<StatusList> {
    let known = ["id", "name", "caveat", "values", "entries", "others"];
    let lists = whole.entries("status_lists", &known, |entry, count| {
        named(entry, "status list", count)
    });
    lists.iter().map(status_list).collect()
}

fn status_list(list: &Entry<'_>) -> StatusList {
    list.filled("values");
    let values = list.entries("values", &["id", "label"], |entry, count| {
        format!("{}, {}", list.place, named(entry, "value", count))
    });
    let values: Vec<StatusValue> = values
        .iter()
        .map(|entry| StatusValue {
            id: entry.id("id"),
            label: entry.line("label"),
        })
        .collect();
    list.filled("entries");
    let known = ["value", "recommendations", "text", "sources"];
    let entries = list.entries("entries", &known, |_, count| {
        format!("{}, entry {count}", list.place)
    });
    let entries = entries.iter().map(|entry| {
        entry.filled("recommendations");
        StatusEntry {
            numbers: entry.numbers("recommendations"),
            ..status(entry, &values)
        }
    });
    StatusList {
        id: list.id("id"),
        name: list.line("name"),
        caveat: list
            .entry_if_any("caveat", &STATEMENT)
            .map(|entry| statement(&entry)),
        entries: entries.collect(),
        others: list
            .entry_if_any("others", &["value", "text", "sources"])
            .map(|entry| status(&entry, &values)),
        values,
    }
}

/// An entry of a status list without its numbers.
fn status(entry: &Entry<'_>, values: &[StatusValue]) -> StatusEntry {
    let id = entry.line("value");
    let value = values.iter().position(|value| value.id == id);
    if value.is_none() && !id.is_empty() {
        entry.fault(format!(
            "“value” is “{id}”, but the list has no such value."
        ));
    }
    StatusEntry {
        value: value.unwrap_or_default(),
        numbers: Vec::new(),
        basis: statement(entry),
    }
}

/// What an entry is called in a fault: by its id, or by its place in the list.
fn named(entry: &Json, what: &str, count: usize) -> String {
    match entry.get("id").and_then(Json::as_str) {
        Some(id) => format!("{what} “{id}”"),
        None => format!("{what} {count}"),
    }
}
