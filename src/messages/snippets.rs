//! What is handed on: letters, and snippets on the pages of others.

use crate::data::Agenda;
use crate::state::ViewState;

pub trait SnippetMessages {
    /// What a view is called: everything that is asked for, and how many that are.
    fn view_title(&self, agenda: &Agenda, view_state: &ViewState, shown: usize) -> String;

    /// What stands in a letter.
    fn letter(&self, title: &str, link: &str) -> String;

    /// The link to the live view.
    fn live_view(&self, agenda: &Agenda) -> String;

    /// Under texts: where they are from, what the licence leaves out, and the
    /// live view. `licence` and `live` are links.
    fn source(&self, attribution: &str, licence: &str, note: &str, live: &str) -> String;
}
