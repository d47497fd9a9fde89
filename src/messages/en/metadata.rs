use super::English;
use super::grammar::{classification, counted};
use crate::data::Agenda;
use crate::messages::{MetadataMessages, Names};

impl MetadataMessages for English {
    fn home_name(&self, agenda: &Agenda) -> String {
        format!("{}: {}", agenda.site.name, counted(agenda, agenda.len()))
    }

    fn frame_title(&self, agenda: &Agenda) -> String {
        format!("{}: {}", agenda.title, counted(agenda, agenda.len()))
    }

    fn home_description(&self, agenda: &Agenda) -> String {
        let (all, title) = (counted(agenda, agenda.len()), &agenda.title);
        format!("Read, search, filter, save and share the {all} of the {title}.")
    }

    fn one_of(&self, agenda: &Agenda, number: u16) -> String {
        format!(
            "{} of {}",
            self.recommendation(agenda, number),
            agenda.len()
        )
    }

    fn recommendation_of(&self, agenda: &Agenda, number: u16) -> String {
        let named = self.recommendation(agenda, number);
        format!("{named} · {}", agenda.source.title)
    }

    fn value_of(&self, agenda: &Agenda, facet: usize, value: usize) -> String {
        let named = self.value_long(agenda, facet, value);
        format!("{named} · {}", agenda.source.title)
    }

    fn value_description(
        &self,
        agenda: &Agenda,
        value: &str,
        numbers: &[u16],
        first: &str,
    ) -> String {
        format!(
            "{value}. {}: {first}",
            self.recommendations(agenda, numbers)
        )
    }

    fn dataset_description(&self, agenda: &Agenda) -> String {
        let (all, title) = (counted(agenda, agenda.len()), &agenda.title);
        let kinds = classification(agenda);
        format!(
            "The {all} of the {title}, word for word, with an editorial classification by {kinds}; each tag quotes the words that support it."
        )
    }

    fn of_all(&self, agenda: &Agenda) -> String {
        format!("of {}", agenda.len())
    }

    fn preview_heading(&self, agenda: &Agenda) -> String {
        format!("{} of the", agenda.noun.many)
    }

    fn preview_tagline(&self) -> &'static str {
        "In full: to read, search, filter, save and share."
    }

    fn preview_source(&self, agenda: &Agenda) -> String {
        let source = &agenda.source;
        format!(
            "Text © {}, {}, {}",
            source.publisher_short, source.year, source.licence
        )
    }
}
