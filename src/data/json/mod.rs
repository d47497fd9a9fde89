//! Reading a data set from its JSON. The form is that of `agenda.schema.json`;
//! what a schema cannot say is checked here as well, and every fault is reported.

mod background;
mod classification;
mod entry;
mod parse;
mod site;
mod texts;

use serde_json::Value;

use super::check::check;
use super::fault::Faults;
use super::{Agenda, AgendaError, Background, Details};
use entry::{Entry, WHOLE};

/// The version of the schema that this code reads.
const SCHEMA: u64 = 1;

const FIELDS: [&str; 20] = [
    "schema",
    "title",
    "site",
    "noun",
    "source",
    "section",
    "clusters",
    "facets",
    "glossary",
    "translations",
    "homographs",
    "function_words",
    "families",
    "recommendations",
    "corrections",
    "documents",
    "introduction",
    "events",
    "projects",
    "status_lists",
];

/// Reads a data set without its background, which is checked all the same.
///
/// # Errors
/// As [`read_all`].
pub fn read(json: &str) -> Result<(Agenda, Details), AgendaError> {
    read_all(json).map(|(agenda, details, _)| (agenda, details))
}

/// Reads a data set.
///
/// # Errors
/// Everything that is wrong with it, where it can't be used.
pub fn read_all(json: &str) -> Result<(Agenda, Details, Background), AgendaError> {
    let faults = Faults::default();
    let value = parse::parse(json, &faults);
    let whole = value
        .as_ref()
        .and_then(|value| Entry::new(value, WHOLE.to_owned(), &FIELDS, &faults));
    let read = whole.filter(is_of_schema).map(|whole| parts(&whole));
    if let Some((agenda, details, background)) = &read {
        check(agenda, details, background, &faults);
    }
    faults.finish(read)
}

/// Whether this code knows the form; if not, its other faults say nothing.
fn is_of_schema(whole: &Entry<'_>) -> bool {
    let is_known = whole.get("schema").and_then(Value::as_u64) == Some(SCHEMA);
    if !is_known && whole.needs("schema") {
        let schema = whole.get("schema").unwrap_or(&Value::Null);
        whole.fault(format!(
            "“schema” is {schema}, but this version reads schema {SCHEMA}."
        ));
    }
    is_known
}

/// What can be read of a data set. Where something can't, a fault says so, and
/// an empty text or 0 stands for it, which [`check`] leaves alone.
fn parts(whole: &Entry<'_>) -> (Agenda, Details, Background) {
    let title = whole.line("title");
    let (source, imprint, adoption) = site::source(whole);
    let mut section = classification::section(whole);
    let recommendations = texts::recommendations(whole, &mut section);
    let mut facets = vec![section];
    let mut notes = Vec::new();
    classification::facets(whole, &mut facets, &mut notes);
    let documents = texts::documents(whole);
    let background = background::background(whole);
    let agenda = Agenda {
        site: site::site(whole, &title),
        title,
        noun: site::noun(whole),
        source,
        facets,
        glossary: texts::glossary(whole),
        translations: texts::translations(whole),
        homographs: texts::folded_words(whole, "homographs", "homograph"),
        function_words: texts::folded_words(whole, "function_words", "function word"),
        families: texts::families(whole),
        recommendations,
        has_documents: !documents.is_empty() || !background.projects.is_empty(),
    };
    let details = Details {
        imprint,
        adoption,
        notes,
        corrections: texts::corrections(whole),
        glossary_notes: Vec::new(),
        documents,
        relatives: Vec::new(),
        has_background: background.is_about_each(),
    };
    (agenda, details, background)
}
