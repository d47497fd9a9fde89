//! The page that reads a statement: what it cites, what is wrong with that, and what it
//! speaks to.

use crate::data::Agenda;
use crate::state::statement::{Subject, Wrong};

pub trait StatementMessages {
    /// What the page is for, and that the text stays in the browser.
    fn statement_intro(&self, agenda: &Agenda) -> String;
    fn statement_kept(&self) -> &'static str;

    /// The field for the statement.
    fn statement_field(&self) -> &'static str;

    /// The button that puts an example into the empty field, and the example.
    fn insert_example(&self) -> &'static str;
    fn example(&self, agenda: &Agenda) -> String;

    /// The button that empties the field.
    fn clear_statement(&self) -> &'static str;

    /// How many words there are, and how long it takes to speak them.
    fn speaking_time(&self, words: usize, half_minutes: usize) -> String;

    /// That only the first words of a text are read.
    fn statement_too_long(&self, words: usize) -> String;

    /// What is told to those who do not see the page once they have stopped typing.
    fn statement_news(&self, time: &str, cited: usize, flags: usize) -> String;

    /// The headings: of what is wrong, cited and suggested.
    fn to_check(&self) -> &'static str;
    fn cited(&self) -> &'static str;
    fn suggested(&self) -> &'static str;

    /// That there is nothing below them.
    fn nothing_to_check(&self) -> &'static str;
    fn nothing_cited(&self, agenda: &Agenda) -> String;

    /// What is wrong.
    fn wrong(&self, agenda: &Agenda, wrong: &Wrong) -> String;

    /// What those hear who do not see that words are marked, before and behind them: words
    /// of the statement alone, and of the source alone.
    fn around_written(&self) -> (&'static str, &'static str);
    fn around_source(&self) -> (&'static str, &'static str);

    /// The button that selects a place in the text; and its name for those who do not see
    /// where it stands.
    fn show_in_text(&self) -> &'static str;
    fn show_named_in_text(&self, name: &str) -> String;

    /// How often and with which items something is cited; nothing if once and as a whole.
    fn cited_how(&self, agenda: &Agenda, subject: &Subject) -> String;

    /// The button that adds `count` recommendations to the saved list, what it says once
    /// all are in it, and what was done.
    fn add_cited(&self, count: usize) -> String;
    fn all_cited_saved(&self) -> &'static str;
    fn cited_saved(&self, agenda: &Agenda, count: usize) -> String;

    /// The same for those of a section.
    fn add_section(&self, agenda: &Agenda, section: usize, count: usize) -> String;

    /// A paragraph by its place.
    fn statement_paragraph(&self, place: usize) -> String;

    /// The words that led to a suggestion.
    fn because_of(&self, words: &[String]) -> String;
}
