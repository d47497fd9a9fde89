//! What the page must show after all that a reader has done.

use browser_tests::{page::Page, seen::Seen};
use explorer::state::Named;

use super::{
    Reader,
    shown::{List, Shown, differences, shown},
};
use crate::known::{AGENDA, address, view_state};

impl Reader {
    pub fn agrees_with(&self, page: &Page) {
        let expected = self.must_be_shown();
        let wrong = |seen: &Seen| {
            let mut shown = shown(seen);
            // The element writes the address of its frame in an order of its own,
            // in which it stays until the view changes.
            if self.view().framed {
                shown.query = address(&view_state(&shown.query));
            }
            differences(&shown, &expected)
        };
        page.comes_to("what differs", wrong, Vec::new());
        if self.view().framed {
            self.host_is_told(page);
        }
    }

    fn must_be_shown(&self) -> Shown {
        let view_state = self.now();
        Shown {
            query: address(view_state),
            saved: Some(self.saved().len()),
            list: self.has_list().then(|| self.list()),
        }
    }

    fn list(&self) -> List {
        let view_state = self.now();
        let answer = self.answer();
        let name = |(facet, value, _): &(String, String, usize)| format!("{facet}={value}");
        let chosen = AGENDA.facets.iter().zip(&view_state.chosen);
        let chosen: Vec<String> = chosen
            .flat_map(|(facet, values)| {
                let ids = values.iter().map(|value| &facet.values[value].id);
                ids.map(|id| format!("{}={id}", facet.key))
            })
            .collect();
        let useless = answer.counts.iter().filter(|(_, _, count)| *count == 0);
        let disabled = useless.map(name).filter(|name| !chosen.contains(name));
        let mut saved = self.saved().to_vec();
        saved.retain(|number| answer.numbers.contains(number));
        saved.sort_unstable();
        List {
            search: view_state.search.clone(),
            matching: Some(view_state.matching.name().to_owned()),
            disabled: disabled.collect(),
            count: (answer.numbers.len(), AGENDA.len()),
            chosen,
            saved,
            // They follow from the list.
            numerals: None,
            answer,
        }
    }
}
