//! What readers can leave out of a table.

use crate::data::Agenda;

/// Columns that readers choose together. The number is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Text,
    /// The values of the facet at a position, by id and in words.
    Facet(usize),
    Link,
    /// Where the texts are from.
    Source,
    /// What the reader notes, and what the list is called.
    Notes,
    /// The address of the view, the day, and the version of the data.
    Origin,
}

impl Column {
    /// All of a table, in its order.
    pub fn all(agenda: &Agenda) -> Vec<Column> {
        let mut all = vec![Column::Text];
        all.extend((0..agenda.facets.len()).map(Column::Facet));
        all.extend([Column::Link, Column::Source, Column::Notes, Column::Origin]);
        all
    }
}
