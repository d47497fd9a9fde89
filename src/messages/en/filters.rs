use super::English;
use super::grammar::counted;
use crate::data::{Agenda, Facet};
use crate::messages::FilterMessages;

impl FilterMessages for English {
    fn filters(&self, chosen: usize) -> String {
        match chosen {
            0 => "Filters".to_owned(),
            _ => format!("Filters ({chosen})"),
        }
    }

    fn show_results(&self, agenda: &Agenda, shown: usize) -> String {
        format!("Show {}", counted(agenda, shown))
    }

    fn chosen(&self, number: usize, locked: bool) -> String {
        match (number, locked) {
            (0, false) => String::new(),
            (_, false) => format!("{number} selected"),
            (_, true) => "fixed on this site".to_owned(),
        }
    }

    fn match_all(&self, facet: &Facet) -> String {
        let values = facet.label_many.to_ascii_lowercase();
        format!("Match all selected {values}")
    }

    fn effect(&self, now: usize, then: usize) -> String {
        match then.checked_sub(now) {
            Some(0) => format!("→ {then}"),
            Some(more) => format!("+{more} → {then}"),
            None => format!("−{} → {then}", now - then),
        }
    }

    fn applied(&self) -> &'static str {
        "Applied"
    }

    fn list_from_link(&self) -> &'static str {
        "Shared list"
    }

    fn remove_filter(&self, label: &str) -> String {
        format!("Remove filter: {label}")
    }

    fn clear_all(&self) -> &'static str {
        "Clear all"
    }
}
