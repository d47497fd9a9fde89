//! What the parts of a data set must have in common: names and numbers that are
//! unique, references that lead somewhere, evidence that stands in the text.
//!
//! Empty texts and the number 0 stand for what could not be read, which was
//! reported already.

use std::collections::BTreeSet;

use super::fault::Faults;
use super::{
    Agenda, Background, Date, Details, Event, Facet, FacetRole, GlossaryEntry, Recommendation, Tag,
};

/// Reports everything in which the parts of a data set disagree.
pub(super) fn check(agenda: &Agenda, details: &Details, background: &Background, faults: &Faults) {
    if agenda.is_empty() {
        // Reported already, and whatever names one would be too.
        return;
    }
    let entries = agenda.recommendations.iter().map(|entry| entry.number);
    rising("recommendations", entries, faults);
    unique(
        "facets",
        "key",
        agenda.facets.iter().map(|facet| facet.key.as_str()),
        faults,
    );
    for facet in &agenda.facets {
        check_facet(agenda, facet, faults);
    }
    check_glossary(&agenda.glossary, faults);
    check_function_words(agenda, faults);
    let words = agenda.families.iter().flatten();
    unique("families", "word", words.map(String::as_str), faults);
    check_corrections(agenda, details, faults);
    check_documents(agenda, details, faults);
    check_background(agenda, background, faults);
}

/// A word that the glossary explains is asked for.
fn check_function_words(agenda: &Agenda, faults: &Faults) {
    let place = "function_words";
    let words = || agenda.function_words.iter();
    unique(place, "word", words().map(String::as_str), faults);
    let entries = agenda.glossary.iter().flat_map(|entry| &entry.words);
    for entry in entries {
        if words().any(|word| word.eq_ignore_ascii_case(entry)) {
            let fault =
                format!("“{entry}” is an entry of the glossary; remove it from one of both.");
            faults.add(place, fault);
        }
    }
}

fn check_facet(agenda: &Agenda, facet: &Facet, faults: &Faults) {
    let place = format!("facet “{}”", facet.key);
    let values = || facet.values.iter();
    unique(&place, "id", values().map(|it| it.id.as_str()), faults);
    unique(
        &place,
        "label",
        values().map(|it| it.label.as_str()),
        faults,
    );
    let letters = values().filter_map(|it| it.letter.as_deref());
    unique(&place, "letter", letters, faults);
    for value in &facet.values {
        if facet.role == FacetRole::Section {
            // Its tags come with the recommendations, which are checked.
            if value.tags.is_empty() {
                let place = format!("cluster “{}”", value.id);
                faults.add(&place, "no recommendation is in it; remove it.");
            }
            continue;
        }
        let place = format!("{place}, value “{}”", value.id);
        rising(&place, value.tags.iter().map(|tag| tag.number), faults);
        for tag in &value.tags {
            check_tag(agenda, tag, &place, faults);
        }
    }
}

fn check_tag(agenda: &Agenda, tag: &Tag, value: &str, faults: &Faults) {
    let Some(entry) = known(agenda, tag.number) else {
        unknown(value, tag.number, faults);
        return;
    };
    let place = format!("{value}, tag of {}", tag.number);
    unique(
        &place,
        "piece of evidence",
        tag.evidence.iter().map(String::as_str),
        faults,
    );
    for evidence in &tag.evidence {
        let is_there = entry
            .passages()
            .any(|block| block.contains(evidence.as_str()));
        if !is_there && entry.number != 0 {
            faults.add(
                &place,
                format!(
                    "the evidence “{evidence}” is not in the text of recommendation {}; \
                     quote it letter by letter, from one block.",
                    tag.number
                ),
            );
        }
    }
}

fn check_glossary(glossary: &[GlossaryEntry], faults: &Faults) {
    let words = glossary.iter().flat_map(|entry| &entry.words);
    let words: Vec<String> = words.map(|word| word.to_lowercase()).collect();
    unique("glossary", "word", words.iter().map(String::as_str), faults);
}

fn check_corrections(agenda: &Agenda, details: &Details, faults: &Faults) {
    for (correction, count) in details.corrections.iter().zip(1..) {
        let place = format!("correction {count}");
        if known(agenda, correction.number).is_none() {
            unknown(&place, correction.number, faults);
        }
        if correction.before == correction.after && !correction.before.is_empty() {
            faults.add(&place, "“before” and “after” are the same.");
        }
    }
}

fn check_documents(agenda: &Agenda, details: &Details, faults: &Faults) {
    let ids = details
        .documents
        .iter()
        .map(|document| document.id.as_str());
    unique("documents", "id", ids, faults);
    for document in &details.documents {
        let place = format!("document “{}”", document.id);
        let numbers = document.paragraphs.iter().map(|paragraph| paragraph.number);
        rising(&place, numbers, faults);
        for paragraph in &document.paragraphs {
            let place = format!("{place}, paragraph {}", paragraph.number);
            let links = paragraph.recommendations.iter().map(|link| link.number);
            rising(&place, links.clone(), faults);
            for number in links.filter(|number| known(agenda, *number).is_none()) {
                unknown(&place, number, faults);
            }
        }
    }
}

fn check_background(agenda: &Agenda, background: &Background, faults: &Faults) {
    let projects = || background.projects.iter();
    unique(
        "projects",
        "id",
        projects().map(|it| it.id.as_str()),
        faults,
    );
    let codes = projects().filter_map(|it| it.code.as_deref());
    unique("projects", "code", codes, faults);
    for project in projects() {
        let place = format!("project “{}”", project.id);
        for numbers in [&project.code_says, &project.document_says] {
            check_numbers(agenda, &place, numbers, faults);
        }
        in_order(&place, &project.seen, faults);
    }
    in_order("events", &background.history.events, faults);
    let lists = || background.status_lists.iter();
    unique(
        "status lists",
        "id",
        lists().map(|it| it.id.as_str()),
        faults,
    );
    for list in lists() {
        let place = format!("status list “{}”", list.id);
        let values = list.values.iter();
        unique(&place, "value", values.map(|it| it.id.as_str()), faults);
        let mut all: Vec<u16> = Vec::new();
        for (entry, count) in list.entries.iter().zip(1..) {
            let place = format!("{place}, entry {count}");
            check_numbers(agenda, &place, &entry.numbers, faults);
            for number in &entry.numbers {
                if all.contains(number) {
                    faults.add(&place, format!("another entry has {number} as well."));
                }
            }
            all.extend(&entry.numbers);
        }
    }
}

fn check_numbers(agenda: &Agenda, place: &str, numbers: &[u16], faults: &Faults) {
    rising(place, numbers.iter().copied(), faults);
    for number in numbers.iter().filter(|it| known(agenda, **it).is_none()) {
        unknown(place, *number, faults);
    }
}

/// Checks that no event comes before the one above it.
fn in_order(place: &str, events: &[Event], faults: &Faults) {
    let known = events.iter().filter(|event| event.date.year != 0);
    let dates: Vec<Date> = known.map(|event| event.date).collect();
    for pair in dates.windows(2) {
        if let [before, after] = pair
            && after < before
        {
            let (before, after) = (before.iso(), after.iso());
            faults.add(
                place,
                format!("{after} comes after {before}; sort by date."),
            );
        }
    }
}

/// The recommendation with a number; for 0 any, since nothing is to be said of it.
/// Not by halving: whether they are sorted is being checked.
fn known(agenda: &Agenda, number: u16) -> Option<&Recommendation> {
    let mut entries = agenda.recommendations.iter();
    entries.find(|entry| number == 0 || entry.number == number)
}

fn unknown(place: &str, number: u16, faults: &Faults) {
    faults.add(
        place,
        format!("it names recommendation {number}, which the data set does not have."),
    );
}

/// Checks that each number is higher than the one before it: they are looked up
/// by halving.
fn rising(place: &str, numbers: impl Iterator<Item = u16>, faults: &Faults) {
    let mut last = 0;
    for number in numbers.filter(|number| *number != 0) {
        if number == last {
            faults.add(place, format!("the number {number} is there twice."));
        } else if number < last {
            faults.add(
                place,
                format!("{number} comes after {last}; sort by number."),
            );
        }
        last = number;
    }
}

/// Checks that no two are the same.
fn unique<'a>(place: &str, what: &str, all: impl Iterator<Item = &'a str>, faults: &Faults) {
    let mut seen = BTreeSet::new();
    for one in all.filter(|one| !one.is_empty()) {
        if !seen.insert(one) {
            faults.add(place, format!("the {what} “{one}” is there twice."));
        }
    }
}
