use super::English;
use super::grammar::{capitalised, counted, listed, ranges};
use crate::data::{Agenda, Facet, Value};
use crate::messages::Names;

impl Names for English {
    fn tagline(&self, agenda: &Agenda) -> String {
        match &agenda.site.tagline {
            Some(tagline) => tagline.clone(),
            None => counted(agenda, agenda.len()),
        }
    }

    fn skip_to_content(&self) -> &'static str {
        "Skip to the content"
    }

    fn pages(&self) -> &'static str {
        "Pages"
    }

    fn menu(&self) -> &'static str {
        "Menu"
    }

    fn page_of_all(&self, agenda: &Agenda) -> String {
        capitalised(&agenda.noun.many)
    }

    fn page_of_saved(&self) -> &'static str {
        "Saved"
    }

    fn page_of_matrix(&self) -> &'static str {
        "Matrix"
    }

    fn page_of_documents(&self) -> &'static str {
        "Documents"
    }

    fn page_of_statement(&self) -> &'static str {
        "Statement"
    }

    fn page_of_about(&self) -> &'static str {
        "About"
    }

    fn contents(&self, agenda: &Agenda) -> String {
        let listed_facets = agenda.facets.iter().filter(|facet| facet.is_listed());
        let labels: Vec<String> = listed_facets
            .map(|facet| facet.label_many.to_ascii_lowercase())
            .collect();
        capitalised(&listed(&labels))
    }

    fn recommendation(&self, agenda: &Agenda, number: u16) -> String {
        let (before, _) = self.around_number(agenda);
        before + &number.to_string()
    }

    fn around_number(&self, agenda: &Agenda) -> (String, &'static str) {
        let mut before = capitalised(&agenda.noun.one);
        before.push(' ');
        (before, "")
    }

    fn recommendations(&self, agenda: &Agenda, numbers: &[u16]) -> String {
        match numbers {
            [number] => self.recommendation(agenda, *number),
            _ => format!("{} {}", capitalised(&agenda.noun.many), ranges(numbers)),
        }
    }

    fn by_number_of(&self, agenda: &Agenda) -> String {
        format!("{} by number", capitalised(&agenda.noun.many))
    }

    fn numeral(&self, agenda: &Agenda, number: u16, is_found: bool, is_saved: bool) -> String {
        let mut name = self.recommendation(agenda, number);
        if is_saved {
            name.push_str(", saved");
        }
        if !is_found {
            name.push_str(", not among the results");
        }
        name
    }

    fn named(&self, name: &str, text: &str) -> String {
        format!("{name}: {text}")
    }

    fn number_of(&self, agenda: &Agenda, count: usize) -> String {
        counted(agenda, count)
    }

    fn value_short(&self, agenda: &Agenda, facet: usize, value: usize) -> String {
        let known = known(agenda, facet, value);
        known.map_or_else(String::new, |(facet, value)| match &value.letter {
            Some(letter) => lettered(facet, letter),
            None => value.label.clone(),
        })
    }

    fn value_long(&self, agenda: &Agenda, facet: usize, value: usize) -> String {
        let known = known(agenda, facet, value);
        known.map_or_else(String::new, |(facet, value)| match &value.letter {
            Some(letter) => format!("{}. {}", lettered(facet, letter), value.label),
            None => format!("{}: {}", facet.label, value.label),
        })
    }
}

fn known(agenda: &Agenda, facet: usize, value: usize) -> Option<(&Facet, &Value)> {
    let facet = agenda.facets.get(facet)?;
    Some((facet, facet.values.get(value)?))
}

/// A value by its letter: “Cluster A”.
fn lettered(facet: &Facet, letter: &str) -> String {
    format!("{} {letter}", facet.label)
}
