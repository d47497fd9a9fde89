use std::ops::Range;

use super::English;
use super::grammar::{self, capitalised, counted, listed, minutes};
use crate::data::{Agenda, Recommendation};
use crate::messages::{Names, StatementMessages};
use crate::state::speaking::WORDS_A_MINUTE;
use crate::state::statement::{Named, Subject, Wrong};

/// How many words the quotation of the example has at least, and at most.
const QUOTED: Range<usize> = 14..30;

impl StatementMessages for English {
    fn statement_intro(&self, agenda: &Agenda) -> String {
        format!(
            "Paste or write a statement. You see which {} it cites, what is wrong in its citations and quotations, and what else each paragraph speaks to.",
            agenda.noun.many
        )
    }

    fn statement_kept(&self) -> &'static str {
        "Your text stays in this browser. It is not stored and not sent, and is gone when you close or reload the page."
    }

    fn statement_field(&self) -> &'static str {
        "Your statement"
    }

    fn insert_example(&self) -> &'static str {
        "Insert an example"
    }

    fn example(&self, agenda: &Agenda) -> String {
        let name = |entry: Option<&Recommendation>| {
            entry.map_or_else(String::new, |it| self.recommendation(agenda, it.number))
        };
        let entries = &agenda.recommendations;
        let numbers = entries.iter().step_by(6).take(3).map(|it| it.number);
        let several = self.numbers_of(agenda, &numbers.collect::<Vec<_>>());
        let section = agenda.section();
        let section = section.map(|it| self.value_short(agenda, it, 1));
        let section = section.unwrap_or_default();
        let is_short = |it: &&Recommendation| {
            let words = it.plain().split(' ').count();
            it.text.len() == 1 && QUOTED.contains(&words)
        };
        let quoted = entries.iter().find(is_short);
        let plain = quoted.map_or_else(String::new, |it| it.plain());
        let words = plain.split(' ').enumerate();
        // One word is left out.
        let words = words.filter(|(place, _)| *place != QUOTED.start / 2);
        let words: Vec<&str> = words.map(|(_, word)| word).collect();
        format!(
            "Thank you, Chair.\n\nMy delegation attaches great importance to {several}, and to all of {section}.\n\n{} says: “{}” We also recall {} of {section}.\n",
            name(quoted),
            words.join(" "),
            name(entries.first()),
        )
    }

    fn clear_statement(&self) -> &'static str {
        "Clear the text"
    }

    fn speaking_time(&self, words: usize, half_minutes: usize) -> String {
        let time = match half_minutes {
            0 => "less than half a minute".to_owned(),
            1 => "about half a minute".to_owned(),
            _ => format!("about {}", minutes(half_minutes)),
        };
        let words = grammar::words(words);
        format!("{words}, {time} at {WORDS_A_MINUTE} words a minute")
    }

    fn statement_too_long(&self, words: usize) -> String {
        let words = grammar::words(words);
        format!(
            "This text is too long. Only the first {words} are read. Paste the rest on its own."
        )
    }

    fn statement_news(&self, time: &str, cited: usize, flags: usize) -> String {
        format!("{time}. {cited} cited, {flags} to check.")
    }

    fn to_check(&self) -> &'static str {
        "To check"
    }

    fn cited(&self) -> &'static str {
        "Cited"
    }

    fn suggested(&self) -> &'static str {
        "Suggestions by paragraph"
    }

    fn nothing_to_check(&self) -> &'static str {
        "No mistakes found."
    }

    fn nothing_cited(&self, agenda: &Agenda) -> String {
        format!("The text cites no {}.", agenda.noun.one)
    }

    fn wrong(&self, agenda: &Agenda, wrong: &Wrong) -> String {
        match wrong {
            Wrong::Quotation { number, .. } => format!(
                "The quotation differs from {}:",
                self.recommendation(agenda, *number)
            ),
            Wrong::Number(number) => {
                let numbers = agenda.recommendations.iter().map(|it| it.number);
                let ends = numbers.clone().min().zip(numbers.max());
                let ends = ends.map(|(first, last)| format!(" Their numbers are {first}–{last}."));
                let noun = &agenda.noun.one;
                format!("There is no {noun} {number}.{}", ends.unwrap_or_default())
            }
            Wrong::Passage { number, mark } => format!(
                "{} has no item {mark}.",
                self.recommendation(agenda, *number)
            ),
            Wrong::Section { number, named, own } => {
                let short = |value| {
                    let section = agenda.section().unwrap_or_default();
                    self.value_short(agenda, section, value)
                };
                let named: Vec<String> = named.iter().map(|it| short(*it)).collect();
                let name = self.recommendation(agenda, *number);
                format!("{name} is in {}, not in {}.", short(*own), listed(&named))
            }
            Wrong::NoSection(letter) => {
                let section = agenda.section().and_then(|it| agenda.facets.get(it));
                let label = section.map_or("", |it| &it.label);
                format!("There is no {} {letter}.", label.to_ascii_lowercase())
            }
        }
    }

    fn around_written(&self) -> (&'static str, &'static str) {
        ("not in the source: ", " end ")
    }

    fn around_source(&self) -> (&'static str, &'static str) {
        ("the source says: ", " end ")
    }

    fn show_in_text(&self) -> &'static str {
        "Show in text"
    }

    fn show_named_in_text(&self, name: &str) -> String {
        format!("Show in text: {name}")
    }

    fn cited_how(&self, agenda: &Agenda, subject: &Subject) -> String {
        let marks = match subject.what {
            Named::Recommendation(number) => {
                let entry = agenda.recommendation(number);
                let blocks = subject.passages.iter();
                let blocks = blocks.filter_map(|it| entry?.text.get(*it)?.id.clone());
                blocks.collect::<Vec<_>>()
            }
            Named::Section(_) => Vec::new(),
        };
        let items = match marks.as_slice() {
            [] => String::new(),
            [mark] => format!("Item {mark}. "),
            _ => format!("Items {}. ", listed(&marks)),
        };
        let times = match subject.ranges.len() {
            0 | 1 => String::new(),
            times => format!("Cited {times} times."),
        };
        (items + &times).trim_end().to_owned()
    }

    fn add_cited(&self, count: usize) -> String {
        match count {
            1 => "Add the one cited to my list".to_owned(),
            _ => format!("Add all {count} cited to my list"),
        }
    }

    fn all_cited_saved(&self) -> &'static str {
        "All cited are in your list"
    }

    fn cited_saved(&self, agenda: &Agenda, count: usize) -> String {
        format!("Added {} to your list.", counted(agenda, count))
    }

    fn add_section(&self, agenda: &Agenda, section: usize, count: usize) -> String {
        let facet = agenda.section().unwrap_or_default();
        let name = self.value_short(agenda, facet, section);
        format!("Add the {} of {name} to my list", counted(agenda, count))
    }

    fn statement_paragraph(&self, place: usize) -> String {
        format!("Paragraph {place}")
    }

    fn because_of(&self, words: &[String]) -> String {
        let words: Vec<String> = words.iter().map(|it| format!("“{it}”")).collect();
        format!("Because of {}", listed(&words))
    }
}

impl English {
    /// Several recommendations in a row: “Recommendations 1, 7 and 13”.
    fn numbers_of(self, agenda: &Agenda, numbers: &[u16]) -> String {
        let numbers: Vec<String> = numbers.iter().map(u16::to_string).collect();
        format!("{} {}", capitalised(&agenda.noun.many), listed(&numbers))
    }
}
