use facet_search::{CharFold, TextQuery};

use super::English;
use super::grammar::{counted, noun};
use crate::data::Agenda;
use crate::joined::joined;
use crate::messages::{CompareMessages, Grammar, Names, ResultMessages};
use crate::state::compare::MOST;
use crate::state::{Change, Page, Relaxation, ViewState};

impl ResultMessages for English {
    fn first_lines(&self) -> &'static str {
        "First lines"
    }

    fn count(&self, agenda: &Agenda, view_state: &ViewState, shown: usize) -> String {
        let narrows = view_state.narrows();
        if view_state.page == Page::Saved {
            if shown == 0 && !narrows {
                return "Your list is empty".to_owned();
            }
            let matching = if narrows { "matching " } else { "" };
            return format!("Your list: {shown} {matching}{}", noun(agenda, shown));
        }
        if narrows {
            shown_of_all(agenda, shown)
        } else {
            counted(agenda, agenda.len())
        }
    }

    fn title(&self, agenda: &Agenda, view_state: &ViewState, shown: usize) -> String {
        let mut parts = self.asked_for(agenda, view_state, |_, labels| labels);
        match view_state.page {
            Page::Saved => parts.push(self.page_of_saved().to_owned()),
            Page::Documents => parts.push(self.page_of_documents().to_owned()),
            Page::About => parts.push(self.page_of_about().to_owned()),
            Page::List if view_state.narrows() => parts.push(shown_of_all(agenda, shown)),
            Page::Statement => parts.push(self.page_of_statement().to_owned()),
            Page::Matrix => parts.push(self.page_of_matrix().to_owned()),
            Page::Compare => {
                parts.push(self.compare().to_owned());
                let numbers = view_state.list.iter().take(MOST);
                parts.extend(numbers.map(|number| self.recommendation(agenda, *number)));
            }
            Page::List | Page::Gallery => {}
        }
        parts.push(agenda.site.name.clone());
        joined(&parts, self.separator())
    }

    fn sort(&self) -> &'static str {
        "Sort by"
    }

    fn by_relevance(&self) -> &'static str {
        "Best match"
    }

    fn by_number(&self) -> &'static str {
        "Number"
    }

    fn outside(&self, agenda: &Agenda, number: u16) -> String {
        let named = self.recommendation(agenda, number);
        format!("{named} is not among the results below. ")
    }

    fn nothing_matches(&self, agenda: &Agenda) -> String {
        format!("No {} matches your search and filters.", agenda.noun.one)
    }

    fn not_mentioned(&self, agenda: &Agenda, words: &[String]) -> String {
        let words: Vec<String> = words.iter().map(|word| self.quoted(word)).collect();
        format!(
            "No {} mentions {}.",
            agenda.noun.one,
            joined(&words, " or ")
        )
    }

    fn no_such_words(&self, agenda: &Agenda) -> String {
        let one = &agenda.noun.one;
        format!("No {one} contains these words. Try fewer or different words, or use the filters.")
    }

    fn relaxations_intro(&self) -> &'static str {
        "Try one of these:"
    }

    fn relaxation(
        &self,
        agenda: &Agenda,
        view_state: &ViewState,
        relaxation: &Relaxation,
        fold: CharFold,
    ) -> (String, String) {
        let change = self.change(agenda, view_state, &relaxation.change, fold);
        let count = counted(agenda, relaxation.count);
        let result = if relaxation.count == agenda.len() {
            format!("all {count}")
        } else {
            count
        };
        (format!("{change} → "), result)
    }
}

impl English {
    /// What a view asks for, up to its values; `values` says how several labels
    /// of a facet are put together.
    pub(super) fn asked_for(
        self,
        agenda: &Agenda,
        view_state: &ViewState,
        values: impl Fn(usize, Vec<String>) -> Vec<String>,
    ) -> Vec<String> {
        let mut parts = Vec::new();
        if let Some(number) = view_state.open {
            parts.push(self.recommendation(agenda, number));
        }
        if !view_state.search.is_empty() {
            parts.push(self.quoted(view_state.search.as_str()));
        }
        for (facet, chosen) in view_state.chosen.iter().enumerate() {
            let labels = chosen
                .iter()
                .map(|value| self.value_short(agenda, facet, value));
            parts.extend(values(facet, labels.collect()));
        }
        parts
    }

    fn change(
        self,
        agenda: &Agenda,
        view_state: &ViewState,
        change: &Change,
        fold: CharFold,
    ) -> String {
        let label = |facet: usize| agenda.facets.get(facet).map_or("", |facet| &facet.label);
        let item = |index: usize| {
            let search = TextQuery::parse(view_state.search.as_str(), fold);
            let item = search.items().nth(index);
            let range = item.map_or(0..0, |item| item.range.clone());
            self.quoted(search.text().get(range).unwrap_or_default())
        };
        match change {
            Change::Word(index) => format!("Remove {}", item(*index)),
            Change::Unquote(index) => {
                format!("Remove the quotation marks from {}", item(*index))
            }
            Change::Near { range, text } => {
                let search = view_state.search.as_str();
                if *range == (0..search.len()) {
                    format!("Search for {}", self.quoted(text))
                } else {
                    let words = search.get(range.clone()).unwrap_or_default();
                    let (words, text) = (self.quoted(words), self.quoted(text));
                    format!("{text} instead of {words}")
                }
            }
            Change::Spelling { index, word } => {
                format!("{} instead of {}", self.quoted(word), item(*index))
            }
            Change::Search => "Clear the search".to_owned(),
            Change::Value { facet, value } => {
                let value = self.value_short(agenda, *facet, *value);
                format!("Remove {}", self.quoted(&value))
            }
            Change::Facet(facet) => format!("Clear the {} filter", self.quoted(label(*facet))),
            Change::Any(facet) => {
                let value = label(*facet).to_ascii_lowercase();
                format!("Match any selected {value} instead of all")
            }
            Change::Scope => {
                let list = if view_state.page == Page::Saved {
                    "your saved list"
                } else {
                    "this list"
                };
                format!("Search all {}, not just {list}", agenda.len())
            }
            Change::Filters => "Clear all filters".to_owned(),
            Change::Everything => "Clear everything".to_owned(),
        }
    }
}

/// “3 of 45 recommendations”
pub(super) fn shown_of_all(agenda: &Agenda, shown: usize) -> String {
    format!("{shown} of {}", counted(agenda, agenda.len()))
}
