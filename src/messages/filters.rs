//! The filters: what can be chosen, what is applied, what a choice does.

use crate::data::{Agenda, Facet};

pub trait FilterMessages {
    /// The button that opens the filters on narrow screens.
    fn filters(&self, chosen: usize) -> String;

    /// The button that leaves the filters on narrow screens.
    fn show_results(&self, agenda: &Agenda, shown: usize) -> String;

    /// How many values of a facet are chosen, and whether they can be changed.
    fn chosen(&self, number: usize, locked: bool) -> String;

    /// The switch between any and all of the chosen values.
    fn match_all(&self, facet: &Facet) -> String;

    /// What a choice does to the number of results.
    fn effect(&self, now: usize, then: usize) -> String;

    /// The list of what is applied.
    fn applied(&self) -> &'static str;

    /// That the results are limited to the list of a link.
    fn list_from_link(&self) -> &'static str;

    /// The button that takes something applied away.
    fn remove_filter(&self, label: &str) -> String;

    fn clear_all(&self) -> &'static str;
}
