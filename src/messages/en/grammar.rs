use super::English;
use crate::data::{Agenda, FacetRole};
use crate::joined::joined;
use crate::messages::Grammar;

impl Grammar for English {
    fn quoted(&self, text: &str) -> String {
        if text.contains(['"', '“']) {
            text.to_owned()
        } else {
            format!("“{text}”")
        }
    }

    fn sentences(&self, sentences: &[String]) -> String {
        joined(sentences, " ")
    }

    fn separator(&self) -> &'static str {
        " · "
    }

    fn explanation(&self, text: &str) -> String {
        format!(": {text}")
    }

    fn paragraph_number(&self, number: u16) -> String {
        format!("{number}. ")
    }
}

/// What the data set calls one recommendation, or several.
pub(super) fn noun(agenda: &Agenda, count: usize) -> &str {
    if count == 1 {
        &agenda.noun.one
    } else {
        &agenda.noun.many
    }
}

/// A number of things: “1 recommendation”, “3 recommendations”.
pub(super) fn counted(agenda: &Agenda, count: usize) -> String {
    format!("{count} {}", noun(agenda, count))
}

/// A number of words: “1 word”, “412 words”.
pub(super) fn words(count: usize) -> String {
    match count {
        1 => "1 word".to_owned(),
        _ => format!("{count} words"),
    }
}

/// A time in halves of a minute: “½ minute”, “1 minute”, “3½ minutes”.
pub(super) fn minutes(halves: usize) -> String {
    match (halves / 2, halves % 2) {
        (0, _) => "½ minute".to_owned(),
        (1, 0) => "1 minute".to_owned(),
        (whole, 0) => format!("{whole} minutes"),
        (whole, _) => format!("{whole}½ minutes"),
    }
}

/// Several texts in a row: “a, b and c”.
pub(super) fn listed(texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [text] => text.clone(),
        [texts @ .., last] => format!("{} and {last}", joined(texts, ", ")),
    }
}

/// What the editorial classification is by: “theme and wording”.
pub(super) fn classification(agenda: &Agenda) -> String {
    let facets = agenda.facets.iter();
    let editorial = facets.filter(|facet| facet.role != FacetRole::Section);
    let labels: Vec<String> = editorial
        .map(|facet| facet.label.to_ascii_lowercase())
        .collect();
    listed(&labels)
}

/// A word as it begins a sentence.
pub(super) fn capitalised(word: &str) -> String {
    let mut word = word.to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

/// Rising numbers, those in a row as “1–5”.
pub(super) fn ranges(numbers: &[u16]) -> String {
    let mut rows: Vec<(u16, u16)> = Vec::new();
    for &number in numbers {
        match rows.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(number) => *last = number,
            _ => rows.push((number, number)),
        }
    }
    let rows = rows.iter().map(|(first, last)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        }
    });
    joined(&rows.collect::<Vec<_>>(), ", ")
}
