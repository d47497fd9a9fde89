use super::English;
use super::grammar::counted;
use super::results::shown_of_all;
use crate::data::Agenda;
use crate::joined::joined;
use crate::messages::{Grammar, SnippetMessages};
use crate::state::{Matching, Named, Page, Sort, ViewState};

impl SnippetMessages for English {
    fn view_title(&self, agenda: &Agenda, view_state: &ViewState, shown: usize) -> String {
        let mut parts = self.asked_for(agenda, view_state, |facet, labels| {
            let any_all = agenda.facets.get(facet).is_some_and(|facet| facet.any_all);
            let joiner = if any_all && view_state.matching == Matching::All {
                " and "
            } else {
                " or "
            };
            let labels = (!labels.is_empty()).then(|| joined(&labels, joiner));
            labels.into_iter().collect()
        });
        let list: Vec<String> = view_state.list.iter().map(u16::to_string).collect();
        let list = joined(&list, ", ");
        let is_whole_list = !list.is_empty() && view_state.list.len() == shown;
        if is_whole_list {
            parts.push(format!("{}: {list}", counted(agenda, shown)));
        } else if !list.is_empty() {
            parts.push(format!("From the list {list}"));
        }
        if view_state.page != Page::List {
            parts.push(format!("View “{}”", view_state.page.name()));
        }
        match view_state.sort {
            Some(Sort::Relevance) => parts.push("by relevance".to_owned()),
            Some(Sort::Number) => parts.push("by number".to_owned()),
            None => {}
        }
        if view_state.narrows() && !is_whole_list {
            parts.push(shown_of_all(agenda, shown));
        } else if parts.is_empty() {
            parts.push(counted(agenda, agenda.len()));
        }
        parts.push(agenda.title.clone());
        joined(&parts, self.separator())
    }

    fn letter(&self, title: &str, link: &str) -> String {
        format!("{title}\n\n{link}\n")
    }

    fn live_view(&self, agenda: &Agenda) -> String {
        format!("Search and filter them in the {}", agenda.site.name)
    }

    fn source(&self, attribution: &str, licence: &str, note: &str, live: &str) -> String {
        format!("{attribution} {licence}. {note} {live}")
    }
}
