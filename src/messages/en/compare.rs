use super::English;
use super::grammar::{capitalised, listed};
use crate::data::{Agenda, Facet};
use crate::messages::{CompareMessages, Names};
use crate::state::compare::{COMMON, Column, MOST};

impl CompareMessages for English {
    fn comparison(&self, agenda: &Agenda, numbers: &[u16]) -> String {
        let noun = match numbers {
            [_] => &agenda.noun.one,
            _ => &agenda.noun.many,
        };
        format!("Compare {} {}", capitalised(noun), self.numbers(numbers))
            .trim_end()
            .to_owned()
    }

    fn compare(&self) -> &'static str {
        "Compare"
    }

    fn comparison_note(&self) -> String {
        format!(
            "Compared word by word, without regard to capitals and punctuation. Fewer than {COMMON} words in a row do not count as common wording."
        )
    }

    fn too_few(&self, agenda: &Agenda, chosen: usize) -> String {
        let one = &agenda.noun.one;
        match chosen {
            0 => format!(
                "Add two to {MOST} {} to compare their wording.",
                agenda.noun.many
            ),
            _ => format!("Add another {one} to compare its wording with this one."),
        }
    }

    fn too_many(&self, agenda: &Agenda) -> String {
        format!(
            "At most {MOST} {} can be compared. These are the first of the list.",
            agenda.noun.many
        )
    }

    fn legend(&self) -> (&'static str, &'static str) {
        (
            "Different wording",
            "Wording that stands elsewhere in the other",
        )
    }

    fn shared_values(&self, facet: &Facet, labels: &[String], of: usize) -> String {
        let all = if of == 2 { "Both" } else { "All" };
        let (one, many) = (&facet.label, &facet.label_many);
        match labels {
            [] => format!("No {} in common.", one.to_ascii_lowercase()),
            [label] => format!("{all} have the {} {label}.", one.to_ascii_lowercase()),
            _ => format!(
                "{all} have the {} {}.",
                many.to_ascii_lowercase(),
                listed(labels)
            ),
        }
    }

    fn common_words(&self, agenda: &Agenda, column: &Column, against: u16) -> String {
        let other = self.recommendation(agenda, against);
        let Column {
            common,
            words,
            moved,
            ..
        } = column;
        let more = if *moved > 0 {
            format!(", {moved} more elsewhere in it")
        } else {
            String::new()
        };
        format!("{common} of {words} words in common with {other}{more}")
    }

    fn compared_with_this(&self) -> &'static str {
        "The others are compared with this one"
    }

    fn compare_with_this(&self) -> &'static str {
        "Compare with this one"
    }

    fn take_out(&self) -> &'static str {
        "Remove"
    }

    fn add_to_comparison(&self, agenda: &Agenda) -> String {
        format!("Add a {}", agenda.noun.one)
    }

    fn choose_one(&self, agenda: &Agenda) -> String {
        format!("Choose a {}", agenda.noun.one)
    }

    fn add(&self) -> &'static str {
        "Add"
    }

    fn numbered(&self, number: u16, text: &str) -> String {
        format!("{number}. {text}")
    }

    fn around_own(&self) -> (&'static str, &'static str) {
        ("different: ", " end ")
    }

    fn around_moved(&self) -> (&'static str, &'static str) {
        ("elsewhere in the other: ", " end ")
    }

    fn to_compare(&self) -> &'static str {
        "To compare"
    }

    fn clear_comparison(&self) -> &'static str {
        "Clear"
    }

    fn numbers(&self, numbers: &[u16]) -> String {
        let numbers = numbers.iter().map(u16::to_string);
        listed(&numbers.collect::<Vec<_>>())
    }

    fn to_be_compared(&self, numbers: &[u16]) -> String {
        format!("{}: {}.", self.to_compare(), self.numbers(numbers))
    }

    fn comparison_full(&self, agenda: &Agenda) -> String {
        format!(
            "At most {MOST} {} can be compared. Clear the list to choose others.",
            agenda.noun.many
        )
    }
}
