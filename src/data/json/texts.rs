//! The recommendations, and what is said of their words: glossary, families,
//! corrections, other documents.

use serde_json::Value as Json;

use super::entry::Entry;
use crate::data::{
    Block, BlockKind, Correction, Date, Facet, GlossaryEntry, Paragraph, ParagraphLink,
    Recommendation, RelatedDocument, Tag, Translation,
};

/// The recommendations; each becomes a tag of its section.
pub(super) fn recommendations(whole: &Entry<'_>, section: &mut Facet) -> Vec<Recommendation> {
    whole.filled("recommendations");
    let known = ["number", "cluster", "text"];
    let entries = whole.entries("recommendations", &known, |entry, count| {
        numbered(entry, "recommendation", count)
    });
    let recommendations = entries.iter().map(|entry| {
        let number = entry.number();
        let cluster = entry.id("cluster");
        let position = section.value(&cluster);
        if position.is_none() && !cluster.is_empty() {
            let known: Vec<&str> = section.values.iter().map(|it| it.id.as_str()).collect();
            let known = known.join(", ");
            entry.fault(format!(
                "“cluster” is “{cluster}”, but the data set has no such cluster; it has {known}."
            ));
        }
        if let Some(value) = position.and_then(|position| section.values.get_mut(position)) {
            value.tags.push(Tag {
                number,
                evidence: Vec::new(),
            });
        }
        Recommendation {
            number,
            section: position.unwrap_or_default(),
            text: blocks(entry),
        }
    });
    recommendations.collect()
}

fn blocks(entry: &Entry<'_>) -> Vec<Block> {
    entry.filled("text");
    let blocks = entry.entries("text", &["kind", "id", "text"], |_, count| {
        format!("{}, block {count}", entry.place)
    });
    let mut read: Vec<Block> = Vec::new();
    for block in &blocks {
        let kind = kind(block);
        if read.is_empty() && kind != BlockKind::Paragraph {
            block.fault("a text begins with a paragraph; make this one or put one before it.");
        }
        let id = block_id(block, kind);
        let is_doubled = id.is_some() && read.iter().any(|before| before.id == id);
        if let Some(id) = id.as_ref().filter(|_| is_doubled) {
            block.fault(format!(
                "another block of this text has the id “{id}” as well."
            ));
        }
        read.push(Block {
            kind,
            id,
            text: block.line("text"),
        });
    }
    read
}

fn kind(block: &Entry<'_>) -> BlockKind {
    match block.line("kind").as_str() {
        "bullet" => BlockKind::Bullet,
        "clause" => BlockKind::Clause,
        // Missing or empty, which is a fault already.
        "paragraph" | "" => BlockKind::Paragraph,
        other => {
            block.fault(format!(
                "“kind” is “{other}”; it can be paragraph, bullet or clause."
            ));
            BlockKind::Paragraph
        }
    }
}

fn block_id(block: &Entry<'_>, kind: BlockKind) -> Option<String> {
    let id = block.line_if_any("id");
    let given = id.as_deref().unwrap_or_default();
    let is_number = !given.starts_with('0') && given.bytes().all(|byte| byte.is_ascii_digit());
    let is_mark = given.bytes().all(|byte| byte.is_ascii_lowercase());
    match kind {
        BlockKind::Paragraph if id.is_some() => {
            block.fault("a paragraph has no “id”; remove it, or make this a bullet or clause.");
        }
        BlockKind::Bullet if given.is_empty() || !is_number => {
            block.fault("a bullet needs its position in the list as “id”: \"1\", \"2\" and so on.");
        }
        BlockKind::Clause if given.is_empty() || !is_mark => {
            block.fault(
                "a clause needs the mark that the source prints as “id”: \"a\", \"b\" and so on.",
            );
        }
        _ => {}
    }
    id
}

pub(super) fn glossary(whole: &Entry<'_>) -> Vec<GlossaryEntry> {
    let known = ["words", "finds", "near", "reason"];
    let entries = whole.entries("glossary", &known, |entry, count| {
        let first = entry.pointer("/words/0").and_then(Json::as_str);
        let first = first.map_or_else(String::new, |first| format!(" (“{first}”)"));
        format!("glossary entry {count}{first}")
    });
    let entries = entries.iter().map(|entry| {
        entry.filled("words");
        if entry.has("finds") {
            entry.filled("finds");
        }
        let (words, finds) = (entry.lines("words"), entry.lines("finds"));
        let near = entry.has("near").then(|| entry.lines("near"));
        if near.is_some() && entry.has("finds") {
            entry.fault("it has “finds” and “near”; remove one of them.");
        }
        if words.len() == 1 && !entry.has("finds") && near.is_none() {
            entry
                .fault("it has one word and no “finds”; give it a second word, “finds” or “near”.");
        }
        let near_ones = near.iter().flatten();
        check_phrases(entry, words.iter().chain(&finds).chain(near_ones));
        let reason = entry.line("reason");
        if !reason.is_empty() && !reason.ends_with('.') {
            entry.fault("“reason” must be a sentence with a full stop.");
        }
        GlossaryEntry {
            words,
            finds,
            near,
            reason,
        }
    });
    entries.collect()
}

fn check_phrases<'a>(entry: &Entry<'_>, phrases: impl Iterator<Item = &'a String>) {
    for phrase in phrases {
        let is_framed =
            phrase.starts_with(char::is_alphanumeric) && phrase.ends_with(char::is_alphanumeric);
        if !phrase.is_empty() && !is_framed {
            entry.fault(format!(
                "“{phrase}” must begin and end with a letter or digit."
            ));
        }
    }
}

/// The languages in which readers may search besides that of the texts.
const LANGUAGES: [&str; 6] = ["ar", "es", "fr", "pt", "ru", "zh"];

/// What is read as words of the language of the texts.
pub(super) fn translations(whole: &Entry<'_>) -> Vec<Translation> {
    let mut known = vec!["means"];
    known.extend(LANGUAGES);
    let entries = whole.entries("translations", &known, |entry, count| {
        let means = entry.pointer("/means").and_then(Json::as_str);
        let means = means.map_or_else(String::new, |means| format!(" (“{means}”)"));
        format!("translation {count}{means}")
    });
    let translations = entries.iter().map(|entry| {
        let means = entry.line("means");
        let mut words: Vec<String> = Vec::new();
        for language in LANGUAGES {
            for word in entry.lines(language) {
                // Some languages share words.
                if !words.contains(&word) {
                    words.push(word);
                }
            }
        }
        if words.is_empty() {
            entry.fault("it has no words; give it some in at least one language.");
        }
        check_phrases(entry, words.iter());
        Translation { means, words }
    });
    translations.collect()
}

/// Single words in small letters; `name` is that of one of them.
pub(super) fn folded_words(whole: &Entry<'_>, field: &str, name: &str) -> Vec<String> {
    let words = whole.lines(field);
    for word in words.iter().filter(|word| !is_folded_word(word)) {
        whole.fault(format!(
            "the {name} “{word}” must be a single word in small letters."
        ));
    }
    words
}

/// Whether a text is one word in small letters.
fn is_folded_word(word: &str) -> bool {
    word.chars().all(char::is_alphanumeric) && word.to_lowercase() == *word && !word.is_empty()
}

pub(super) fn families(whole: &Entry<'_>) -> Vec<Vec<String>> {
    let mut families = Vec::new();
    for (family, count) in whole.list_if_any("families").iter().zip(1..) {
        let words = family.as_array();
        let words = words.map(|words| words.iter().filter_map(Json::as_str));
        let words: Vec<String> = words.into_iter().flatten().map(str::to_owned).collect();
        let length = family.as_array().map_or(0, Vec::len);
        if length == 0 || words.len() < length || !words.iter().all(|word| is_folded_word(word)) {
            whole.fault(format!(
                "family {count} must be a list of single words in small letters."
            ));
        }
        families.push(words);
    }
    families
}

pub(super) fn corrections(whole: &Entry<'_>) -> Vec<Correction> {
    let known = ["number", "before", "after", "why"];
    let entries = whole.entries("corrections", &known, |_, count| {
        format!("correction {count}")
    });
    let entries = entries.iter().map(|entry| {
        let correction = Correction {
            number: entry.number(),
            before: entry.text("before"),
            after: entry.text("after"),
            why: entry.line("why"),
        };
        let both = format!("{}{}", correction.before, correction.after);
        if entry.has("before") && correction.before.is_empty() {
            entry.fault("“before” is empty; quote the words that were replaced.");
        } else if both.contains(|it: char| it.is_control() && it != '\n') {
            entry.fault("it has a control character; remove it.");
        }
        correction
    });
    entries.collect()
}

pub(super) fn documents(whole: &Entry<'_>) -> Vec<RelatedDocument> {
    let known = [
        "id",
        "title",
        "publisher",
        "date",
        "note",
        "intro",
        "paragraphs",
    ];
    let entries = whole.entries("documents", &known, |entry, count| {
        match entry.get("id").and_then(Json::as_str) {
            Some(id) => format!("document “{id}”"),
            None => format!("document {count}"),
        }
    });
    entries.iter().map(document).collect()
}

fn document(entry: &Entry<'_>) -> RelatedDocument {
    let date = entry.line("date");
    let is_day = Date::parse(&date).is_some_and(|date| date.day.is_some());
    if !date.is_empty() && !is_day {
        entry.fault(format!(
            "“date” is “{date}”; write the day as year, month and day: 2025-09-26."
        ));
    }
    entry.filled("paragraphs");
    let known = ["number", "text", "recommendations"];
    let paragraphs = entry.entries("paragraphs", &known, |paragraph, count| {
        let paragraph = numbered(paragraph, "paragraph", count);
        format!("{}, {paragraph}", entry.place)
    });
    RelatedDocument {
        id: entry.id("id"),
        title: entry.line("title"),
        publisher: entry.line("publisher"),
        date,
        note: entry.line("note"),
        intro: entry.lines("intro"),
        paragraphs: paragraphs.iter().map(paragraph).collect(),
    }
}

fn paragraph(entry: &Entry<'_>) -> Paragraph {
    let links = entry.entries("recommendations", &["number", "reason"], |link, count| {
        let link = numbered(link, "link", count);
        format!("{}, {link}", entry.place)
    });
    let links = links.iter().map(|link| ParagraphLink {
        number: link.number(),
        reason: link.line("reason"),
    });
    Paragraph {
        number: entry.number(),
        text: entry.line("text"),
        recommendations: links.collect(),
    }
}

/// What an entry is called in a fault: by its number, or by its place in the
/// list.
fn numbered(entry: &Json, what: &str, count: usize) -> String {
    match entry.get("number").and_then(Json::as_u64) {
        Some(number) => format!("{what} {number}"),
        None => format!("{what} at place {count}"),
    }
}
