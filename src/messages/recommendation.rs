//! A recommendation: what can be done with it, and its details.

use crate::data::{Agenda, Part, RelatedDocument};

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

    /// The heading of the parts of a text, which can be linked and cited.
    fn parts(&self) -> &'static str;

    /// A part of a text within a sentence.
    fn part(&self, agenda: &Agenda, number: u16, part: &Part) -> String;

    /// The same where its recommendation is known.
    fn part_label(&self, part: &Part) -> String;

    /// The same where it begins a line.
    fn part_alone(&self, part: &str) -> String;

    /// The button that cites a part of a text.
    fn cite(&self) -> &'static str;

    /// What the buttons say of themselves to those who don't see where they stand.
    fn copy_link_to(&self, part: &str) -> String;
    fn cite_part(&self, part: &str) -> String;

    /// A recommendation, or a part of it, by its name as text to be pasted, with its source.
    fn quotation(&self, agenda: &Agenda, name: &str, text: &str, link: &str) -> String;
}
