use super::English;
use super::grammar::{counted, listed};
use crate::data::{Agenda, Facet};
use crate::messages::MatrixMessages;
use crate::state::matrix::Tally;

impl MatrixMessages for English {
    fn matrix_intro(&self, agenda: &Agenda, shown: usize) -> String {
        let which = if shown == agenda.len() {
            format!("All {}", counted(agenda, shown))
        } else {
            format!("{} of {}", shown, counted(agenda, agenda.len()))
        };
        format!(
            "{which}. A {} can carry several values, so a column may add up to more than its sum. Choose a number to list what it counts.",
            agenda.noun.one
        )
    }

    fn across(&self, facet: &Facet, across: &Facet) -> String {
        format!("{} by {}", facet.label, across.label.to_ascii_lowercase())
    }

    fn together(&self, facet: &Facet) -> String {
        format!("{} together", facet.label_many)
    }

    fn together_intro(&self, agenda: &Agenda, facet: &Facet, limit: usize) -> String {
        format!(
            "Pairs of {} that most often occur in the same {}, at most {limit}.",
            facet.label_many.to_ascii_lowercase(),
            agenda.noun.one
        )
    }

    fn none_together(&self, agenda: &Agenda) -> String {
        format!("No {} here carries two.", agenda.noun.one)
    }

    fn one_of_two(&self, facet: &Facet, second: bool) -> String {
        if second {
            format!("with {}", facet.label.to_ascii_lowercase())
        } else {
            facet.label.clone()
        }
    }

    fn all_values(&self) -> &'static str {
        "All"
    }

    fn order_by(&self, head: &str) -> String {
        format!("Sort by {head}")
    }

    fn cell(&self, agenda: &Agenda, tally: Tally, values: &[String]) -> String {
        let count = counted(agenda, tally.count);
        match values {
            [] => count,
            _ => format!("{count}: {}", listed(values)),
        }
    }

    fn occurrences(&self, count: usize) -> String {
        format!("{count}×")
    }

    fn bars(&self) -> &'static str {
        "Bars with the numbers of the table above"
    }

    fn bars_legend(&self, agenda: &Agenda) -> String {
        format!(
            "Filled: {}. Outlined: how often the words stand in them.",
            agenda.noun.many
        )
    }

    fn arcs(&self) -> &'static str {
        "Curves between the pairs of the table above"
    }

    fn arcs_legend(&self, agenda: &Agenda) -> String {
        format!(
            "The thicker a curve, the more {} have both.",
            agenda.noun.many
        )
    }

    fn occurrences_note(&self, agenda: &Agenda) -> String {
        format!(
            "The second number counts how often the quoted words stand in these {}.",
            agenda.noun.many
        )
    }
}
