//! Recommendations side by side, and the list of those that are to be compared.

use crate::data::{Agenda, Facet};
use crate::state::compare::Column;

pub trait CompareMessages {
    /// The heading of the comparison of recommendations, by their numbers.
    fn comparison(&self, agenda: &Agenda, numbers: &[u16]) -> String;

    /// The button that adds one to those that are to be compared.
    fn compare(&self) -> &'static str;

    /// How the texts are marked.
    fn comparison_note(&self) -> String;

    /// What is to be done where there are `chosen` recommendations, fewer than two.
    fn too_few(&self, agenda: &Agenda, chosen: usize) -> String;

    /// That only the first of a list are compared.
    fn too_many(&self, agenda: &Agenda) -> String;

    /// What the two marks mean: wording that differs, and wording that stands elsewhere.
    fn legend(&self) -> (&'static str, &'static str);

    /// What values of a facet all `of` recommendations carry.
    fn shared_values(&self, facet: &Facet, labels: &[String], of: usize) -> String;

    /// How many words a recommendation has in common with the one that it is compared
    /// with.
    fn common_words(&self, agenda: &Agenda, column: &Column, against: u16) -> String;

    /// That the others are compared with this one.
    fn compared_with_this(&self) -> &'static str;

    /// The button that compares the others with this one.
    fn compare_with_this(&self) -> &'static str;

    /// The button that takes one out of the comparison.
    fn take_out(&self) -> &'static str;

    /// The field with those that can be added, what it shows before one is chosen, and
    /// the button behind it.
    fn add_to_comparison(&self, agenda: &Agenda) -> String;
    fn choose_one(&self, agenda: &Agenda) -> String;
    fn add(&self) -> &'static str;

    /// One that can be added.
    fn numbered(&self, number: u16, text: &str) -> String;

    /// What those hear who do not see that words are marked, before and behind them.
    fn around_own(&self) -> (&'static str, &'static str);
    fn around_moved(&self) -> (&'static str, &'static str);

    /// The list of those that are to be compared, and what empties it.
    fn to_compare(&self) -> &'static str;
    fn clear_comparison(&self) -> &'static str;

    /// These numbers, in their order.
    fn numbers(&self, numbers: &[u16]) -> String;

    /// What is in the list now.
    fn to_be_compared(&self, numbers: &[u16]) -> String;

    /// That the list has no room for another.
    fn comparison_full(&self, agenda: &Agenda) -> String;
}
