use super::English;
use super::grammar::capitalised;
use crate::data::{Agenda, Part, RelatedDocument};
use crate::joined::joined;
use crate::messages::{CorrectionFrame, Grammar, Names, RecommendationMessages};

impl RecommendationMessages for English {
    fn save(&self, saved: bool) -> &'static str {
        if saved { "Saved" } else { "Save" }
    }

    fn details(&self) -> &'static str {
        "Details"
    }

    fn copy_text(&self) -> &'static str {
        "Copy text"
    }

    fn move_up(&self) -> &'static str {
        "Move up"
    }

    fn move_down(&self) -> &'static str {
        "Move down"
    }

    fn classification(&self) -> &'static str {
        "How this is classified, and why"
    }

    fn editorial(&self, agenda: &Agenda) -> String {
        let publisher = &agenda.source.publisher_short;
        format!("This classification is ours, not {publisher}’s.")
    }

    fn relatives(&self, agenda: &Agenda) -> String {
        format!("Similar {}", agenda.noun.many)
    }

    fn omission(&self) -> &'static str {
        " …"
    }

    fn relative_reason(&self, words: &str, topics: &[String]) -> String {
        let mut sentences = Vec::new();
        if !words.is_empty() {
            sentences.push(format!("Same words: {}.", self.quoted(words)));
        }
        if !topics.is_empty() {
            // Names of topics can have “and” in them.
            sentences.push(format!("Both speak of: {}.", joined(topics, "; ")));
        }
        self.sentences(&sentences)
    }

    fn mentioned_in(&self) -> &'static str {
        "Related passages in other documents"
    }

    fn paragraph_source(&self, document: &RelatedDocument, paragraph: u16, reason: &str) -> String {
        format!(
            "{}, {}, {}, paragraph {paragraph}. Why we link it here: {reason}",
            document.publisher, document.title, document.date
        )
    }

    fn corrections(&self) -> &'static str {
        "Corrections to the source text"
    }

    fn correction(&self, why: &str) -> CorrectionFrame {
        CorrectionFrame {
            start: "In the source: ",
            middle: ", here: ",
            end: format!(". {why}"),
        }
    }

    fn neighbour(&self, agenda: &Agenda, forward: bool, number: u16) -> String {
        let direction = if forward { "Next" } else { "Previous" };
        format!("{direction}: {}", self.recommendation(agenda, number))
    }

    fn position(&self, place: usize, of: usize) -> String {
        format!("{place} of {of}")
    }

    fn parts(&self) -> &'static str {
        "Link or cite a part"
    }

    fn part(&self, agenda: &Agenda, number: u16, part: &Part) -> String {
        let whole = self.recommendation(agenda, number);
        format!("{} of {whole}", kind_and_mark(part))
    }

    fn part_label(&self, part: &Part) -> String {
        capitalised(&kind_and_mark(part))
    }

    fn part_alone(&self, part: &str) -> String {
        capitalised(part)
    }

    fn cite(&self) -> &'static str {
        "Cite"
    }

    fn copy_link_to(&self, part: &str) -> String {
        "Copy link to ".to_owned() + part
    }

    fn cite_part(&self, part: &str) -> String {
        "Cite ".to_owned() + part
    }

    fn quotation(&self, agenda: &Agenda, name: &str, text: &str, link: &str) -> String {
        let source = &agenda.source;
        format!(
            "{text}\n\n{name}, {} ({}, {}, {}). {link}",
            source.title, source.publisher, source.year, source.licence
        )
    }
}

/// What a part is, and what the source marks it with.
fn kind_and_mark(part: &Part) -> String {
    let kind = if part.is_paragraph {
        "paragraph "
    } else {
        "item "
    };
    kind.to_owned() + &part.mark
}
