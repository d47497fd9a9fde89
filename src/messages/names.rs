//! What things are called: pages, recommendations, sections and other values.

use crate::data::Agenda;

pub trait Names {
    /// What the site is for, beside its name.
    fn tagline(&self, agenda: &Agenda) -> String;

    /// The link past the head of the page.
    fn skip_to_content(&self) -> &'static str;

    /// The navigation between the pages.
    fn pages(&self) -> &'static str;

    /// The page with all recommendations.
    /// The button that shows the pages on narrow screens.
    fn menu(&self) -> &'static str;

    fn page_of_all(&self, agenda: &Agenda) -> String;

    fn page_of_saved(&self) -> &'static str;
    fn page_of_matrix(&self) -> &'static str;
    fn page_of_documents(&self) -> &'static str;
    fn page_of_statement(&self) -> &'static str;
    fn page_of_about(&self) -> &'static str;

    /// The navigation between sections and topics.
    fn contents(&self, agenda: &Agenda) -> String;

    /// A recommendation by its number.
    fn recommendation(&self, agenda: &Agenda, number: u16) -> String;

    /// What stands before the number in that name, and what behind it.
    fn around_number(&self, agenda: &Agenda) -> (String, &'static str);

    /// Several recommendations by their numbers, which rise.
    fn recommendations(&self, agenda: &Agenda, numbers: &[u16]) -> String;

    /// The navigation by the numbers of the recommendations.
    fn by_number_of(&self, agenda: &Agenda) -> String;

    /// A recommendation in that navigation: whether it is among the results, and saved.
    fn numeral(&self, agenda: &Agenda, number: u16, is_found: bool, is_saved: bool) -> String;

    /// A text with its name in front.
    fn named(&self, name: &str, text: &str) -> String;

    /// How many recommendations.
    fn number_of(&self, agenda: &Agenda, count: usize) -> String;

    /// A value in a few words: a section by its letter, another by its label.
    fn value_short(&self, agenda: &Agenda, facet: usize, value: usize) -> String;

    /// A value in full: a section by its letter and label, another with its facet.
    fn value_long(&self, agenda: &Agenda, facet: usize, value: usize) -> String;
}
