//! The results: how many there are, in what order, and what leads out of none.

use facet_search::CharFold;

use crate::data::Agenda;
use crate::state::{Relaxation, ViewState};

pub trait ResultMessages {
    /// The button that shows the first line of each text only.
    fn first_lines(&self) -> &'static str;

    /// How many are shown, of what.
    fn count(&self, agenda: &Agenda, view_state: &ViewState, shown: usize) -> String;

    /// The title of the document.
    fn title(&self, agenda: &Agenda, view_state: &ViewState, shown: usize) -> String;

    fn sort(&self) -> &'static str;
    fn by_relevance(&self) -> &'static str;
    fn by_number(&self) -> &'static str;

    /// That an open recommendation is not among the results.
    fn outside(&self, agenda: &Agenda, number: u16) -> String;

    /// That nothing is found, where changes would find something.
    fn nothing_matches(&self, agenda: &Agenda) -> String;

    /// That nothing is found because none has these words.
    fn not_mentioned(&self, agenda: &Agenda, words: &[String]) -> String;

    /// That nothing is found, whatever is left out.
    fn no_such_words(&self, agenda: &Agenda) -> String;

    /// What stands above the changes that would find something.
    fn relaxations_intro(&self) -> &'static str;

    /// A change that would find something: what it does, and behind that what
    /// it finds, which is emphasised.
    fn relaxation(
        &self,
        agenda: &Agenda,
        view_state: &ViewState,
        relaxation: &Relaxation,
        fold: CharFold,
    ) -> (String, String);
}
