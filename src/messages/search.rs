//! The search: its field, how it was understood, why something was found.

use facet_search::{ExpansionSource, FacetValueRef, UnknownReference};

use crate::data::Agenda;
use crate::state::{SearchIndex, Suggested};

/// Words that a search found in a text.
pub struct FoundWords {
    pub words: String,
    pub times: usize,
    /// What else than the typed words led to them.
    pub via: Option<ExpansionSource>,
}

pub trait SearchMessages {
    /// The label of the field.
    fn search(&self, agenda: &Agenda) -> String;

    /// In the field, where its label has no room.
    fn search_short(&self) -> &'static str;

    /// What can be typed.
    fn search_hint(&self, agenda: &Agenda) -> String;

    /// What words also find.
    fn expansion(
        &self,
        agenda: &Agenda,
        index: &SearchIndex,
        typed: &str,
        sources: &[ExpansionSource],
    ) -> String;

    /// That words of another language were read as what they mean.
    fn translated(&self, read: &[(String, Vec<String>)]) -> String;

    /// That a text has nothing that can be searched for.
    fn nothing_to_search(&self, text: &str) -> String;

    /// That only so many characters of the text are searched for.
    fn search_cut(&self, most: usize) -> String;

    /// That a word was taken for another.
    fn corrected(&self, typed: &str, used: &str) -> String;

    /// What there is, where a search refers to what does not exist.
    fn unknown_reference(&self, agenda: &Agenda, unknown: UnknownReference) -> String;

    /// The button that looks for words only as they are written.
    fn as_written(&self, typed: &str) -> String;

    /// That a search waits for words that few texts have.
    fn words_loading(&self, text: &str) -> String;

    /// That these did not arrive.
    fn words_not_loaded(&self, text: &str) -> String;

    /// The name of the list of suggestions.
    fn suggestions(&self) -> &'static str;

    /// What is suggested.
    fn suggestion(&self, agenda: &Agenda, what: &Suggested) -> String;

    /// The same for those who hear it, with the number of results.
    fn suggestion_name(&self, agenda: &Agenda, suggestion: &str, count: usize) -> String;

    /// The button that asks why something was found.
    fn why(&self) -> &'static str;

    /// Why something was found: the words in its text, and the values it carries.
    fn reason(
        &self,
        agenda: &Agenda,
        index: &SearchIndex,
        typed: &str,
        found: &[FoundWords],
        values: &[FacetValueRef],
    ) -> String;
}
