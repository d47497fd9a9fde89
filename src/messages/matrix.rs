//! The page of tables: how often values occur, across the sections and together.

use crate::data::{Agenda, Facet};
use crate::state::matrix::Tally;

pub trait MatrixMessages {
    /// What the tables show, above all of them.
    fn matrix_intro(&self, agenda: &Agenda, shown: usize) -> String;

    /// The heading of the table of a facet across another.
    fn across(&self, facet: &Facet, across: &Facet) -> String;

    /// The heading of the table of values that recommendations carry together.
    fn together(&self, facet: &Facet) -> String;

    /// What that table shows; it has `limit` rows at most.
    fn together_intro(&self, agenda: &Agenda, facet: &Facet, limit: usize) -> String;

    /// That no two values occur together.
    fn none_together(&self, agenda: &Agenda) -> String;

    /// The head of the column that names one of two values.
    fn one_of_two(&self, facet: &Facet, second: bool) -> String;

    /// The head of the sums.
    fn all_values(&self) -> &'static str;

    /// What orders the rows by a column, named by its head.
    fn order_by(&self, head: &str) -> String;

    /// How a cell is read out: the number, and the values that it is of.
    fn cell(&self, agenda: &Agenda, tally: Tally, values: &[String]) -> String;

    /// How often words occur, behind a number of recommendations.
    fn occurrences(&self, count: usize) -> String;

    /// What the picture of such a table is, for those who do not see it, and what its marks
    /// mean.
    fn bars(&self) -> &'static str;
    fn bars_legend(&self, agenda: &Agenda) -> String;

    /// The same for the picture of what occurs together.
    fn arcs(&self) -> &'static str;
    fn arcs_legend(&self, agenda: &Agenda) -> String;

    /// What the numbers of occurrences are.
    fn occurrences_note(&self, agenda: &Agenda) -> String;
}
