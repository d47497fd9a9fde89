//! The site, the noun and the source.

use super::entry::Entry;
use crate::data::names::id_of;
use crate::data::{Adoption, Imprint, Noun, Site, Source};

const SITE: [&str; 8] = [
    "name",
    "short_name",
    "tagline",
    "slug",
    "citation_key",
    "storage_prefix",
    "language",
    "independence",
];

const SOURCE: [&str; 14] = [
    "title",
    "publisher",
    "publisher_short",
    "place",
    "year",
    "reference",
    "licence",
    "licence_url",
    "licence_note",
    "attribution",
    "adopted_year",
    "adopted_note",
    "adopted_url",
    "url",
];

/// The site, with what is left out made from the title of the set.
pub(super) fn site(whole: &Entry<'_>, title: &str) -> Site {
    let entry = whole.entry_if_any("site", &SITE);
    let entry = entry.as_ref();
    let line = |field: &str| entry.and_then(|entry| entry.line_if_any(field));
    let id = |field: &str| entry.and_then(|entry| entry.id_if_any(field));
    let name = line("name").unwrap_or_else(|| title.to_owned());
    let slug = id("slug").unwrap_or_else(|| id_of(title));
    let language = line("language").unwrap_or_else(|| "en".to_owned());
    if let Some(entry) = entry.filter(|_| !language.is_empty() && !is_language(&language)) {
        entry.fault(format!(
            "“language” is “{language}”; give a language tag such as en, fr or pt-BR."
        ));
    }
    Site {
        short_name: line("short_name").unwrap_or_else(|| name.clone()),
        name,
        tagline: line("tagline"),
        citation_key: id("citation_key").unwrap_or_else(|| slug.clone()),
        storage_prefix: id("storage_prefix").unwrap_or_else(|| slug.clone()),
        slug,
        language,
        independence: line("independence"),
    }
}

/// Whether a text has the form of a BCP 47 tag.
pub(super) fn is_language(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    let is_language = language.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_subtag = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    is_language && (2..=3).contains(&language.len()) && subtags.all(is_subtag)
}

pub(super) fn noun(whole: &Entry<'_>) -> Noun {
    let Some(entry) = whole.entry_if_any("noun", &["one", "many", "prefixes"]) else {
        return Noun {
            one: "item".to_owned(),
            many: "items".to_owned(),
            prefixes: Vec::new(),
        };
    };
    Noun {
        one: entry.line("one"),
        many: entry.line("many"),
        prefixes: entry.lines("prefixes"),
    }
}

/// The source, what citations say beside it, and what it says of the adoption.
pub(super) fn source(whole: &Entry<'_>) -> (Source, Imprint, Option<Adoption>) {
    whole.needs("source");
    let Some(entry) = whole.entry_if_any("source", &SOURCE) else {
        return (Source::default(), Imprint::default(), None);
    };
    let publisher = entry.line("publisher");
    let url = entry.url_if_any("adopted_url");
    let adoption = entry
        .line_if_any("adopted_note")
        .map(|note| Adoption { note, url });
    let imprint = Imprint {
        place: entry.line_if_any("place"),
        adopted: entry
            .has("adopted_year")
            .then(|| entry.number_between("adopted_year", 1, 9999)),
    };
    let source = Source {
        title: entry.line("title"),
        publisher_short: entry
            .line_if_any("publisher_short")
            .unwrap_or_else(|| publisher.clone()),
        publisher,
        year: entry.number_between("year", 1000, 9999),
        reference: entry.line_if_any("reference").unwrap_or_default(),
        licence: entry.line("licence"),
        licence_url: entry.url("licence_url"),
        licence_note: entry.line_if_any("licence_note").unwrap_or_default(),
        attribution: entry.line("attribution"),
        url: entry.url("url"),
    };
    (source, imprint, adoption)
}
