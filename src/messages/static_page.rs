//! Titles and descriptions of the static pages.

use super::{MetadataMessages, Names, ResultMessages, messages};
use crate::data::Agenda;
use crate::state::StaticPage;

/// How many characters a description has at most: about what search engines and
/// previews of links show.
const DESCRIPTION: usize = 200;

impl StaticPage {
    /// Its title, which is that of the document when the app shows it.
    pub fn title(self, agenda: &Agenda) -> String {
        let shown = self.numbers(agenda).len();
        messages().title(agenda, &self.view_state(agenda), shown)
    }

    /// What it is called where the name of the site stands beside it.
    pub fn name(self, agenda: &Agenda) -> String {
        match self {
            StaticPage::Home => messages().home_name(agenda),
            StaticPage::Recommendation(number) => messages().recommendation_of(agenda, number),
            StaticPage::Value { facet, value } => messages().value_of(agenda, facet, value),
        }
    }

    /// What it has, in at most [`DESCRIPTION`] characters.
    pub fn description(self, agenda: &Agenda) -> String {
        let numbers = self.numbers(agenda);
        let whole = match self {
            StaticPage::Home => messages().home_description(agenda),
            StaticPage::Recommendation(number) => {
                let entry = agenda.recommendation(number);
                entry.map_or_else(String::new, |entry| line(&entry.plain()))
            }
            StaticPage::Value { facet, value } => {
                let named = messages().value_long(agenda, facet, value);
                let first = numbers
                    .first()
                    .and_then(|first| agenda.recommendation(*first));
                let first = first.map_or_else(String::new, |entry| line(&entry.plain()));
                messages().value_description(agenda, &named, &numbers, &first)
            }
        };
        beginning(&whole, DESCRIPTION)
    }
}

/// A text on one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of a text, at most so many characters, with an ellipsis behind
/// its last whole word where something is left out.
pub fn beginning(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut length = 0;
    for word in text.split(' ') {
        length += word.chars().count() + 1;
        // The ellipsis takes the place of the last space.
        if length > most {
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    let kept = kept.trim_end_matches([',', ';', ':', '.', '-']);
    format!("{kept}…")
}
