//! A recommendation: what can be done with it, and its details.

use crate::data::{Agenda, RelatedDocument};

/// The text around what was corrected and what it became, which are quoted.
pub struct CorrectionFrame {
    pub start: &'static str,
    pub middle: &'static str,
    pub end: String,
}

pub trait RecommendationMessages {
    /// The button that saves, and what it says of what is saved.
    fn save(&self, saved: bool) -> &'static str;

    fn details(&self) -> &'static str;
    fn copy_text(&self) -> &'static str;
    fn move_up(&self) -> &'static str;
    fn move_down(&self) -> &'static str;

    /// The heading of the classification.
    fn classification(&self) -> &'static str;

    /// That the classification is not the publisher's.
    fn editorial(&self, agenda: &Agenda) -> String;

    /// The heading of the similar recommendations.
    fn relatives(&self, agenda: &Agenda) -> String;

    /// What stands behind the first words of a text that goes on.
    fn omission(&self) -> &'static str;

    /// Why a recommendation is similar: the words that both have, if any are worth
    /// quoting, and the topics of both.
    fn relative_reason(&self, words: &str, topics: &[String]) -> String;

    /// The heading of the paragraphs of other documents.
    fn mentioned_in(&self) -> &'static str;

    /// Where a quoted paragraph is from, and why it stands here.
    fn paragraph_source(&self, document: &RelatedDocument, paragraph: u16, reason: &str) -> String;

    /// The heading of the corrections.
    fn corrections(&self) -> &'static str;

    /// A correction, with its reason.
    fn correction(&self, why: &str) -> CorrectionFrame;

    /// The link to a neighbour.
    fn neighbour(&self, agenda: &Agenda, forward: bool, number: u16) -> String;

    /// Which of those that are shown it is.
    fn position(&self, place: usize, of: usize) -> String;

    /// A recommendation as text to be pasted, with its source.
    fn quotation(&self, agenda: &Agenda, number: u16, text: &str, link: &str) -> String;
}
