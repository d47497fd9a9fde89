//! Pages of their own: one for each recommendation and for each value of some
//! facets, beside the home page. Each is a folder of the site and stands for a view state.
//!
//! Where they lie and what they stand for is decided here; what an address on
//! one of them means, in [`crate::state::url`].

use super::ViewState;
use crate::data::Agenda;

/// A page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaticPage {
    /// The root of the site, which stands for the view state that asks for
    /// nothing.
    Home,
    /// The one of a recommendation, by number.
    Recommendation(u16),
    /// The one of a value, by the positions of facet and value.
    Value { facet: usize, value: usize },
}

impl StaticPage {
    /// All of them: home, the recommendations, the values of each facet that
    /// has pages.
    pub fn all(agenda: &Agenda) -> Vec<StaticPage> {
        let numbers = agenda.recommendations.iter().map(|entry| entry.number);
        let mut pages = vec![StaticPage::Home];
        pages.extend(numbers.map(StaticPage::Recommendation));
        for (facet, known) in agenda.facets.iter().enumerate() {
            if known.pages {
                let values = 0..known.values.len();
                pages.extend(values.map(|value| StaticPage::Value { facet, value }));
            }
        }
        pages
    }

    /// How an address asks for its view_state: `rec=12`; empty for home.
    pub fn query(self, agenda: &Agenda) -> String {
        match self {
            StaticPage::Home => String::new(),
            StaticPage::Recommendation(number) => format!("{RECOMMENDATION}={number}"),
            StaticPage::Value { facet, value } => {
                let facet = agenda.facets.get(facet);
                let known = facet.and_then(|facet| Some((facet, facet.values.get(value)?)));
                known.map_or_else(String::new, |(facet, value)| {
                    format!("{}={}", facet.key, value.id)
                })
            }
        }
    }

    /// Where it lies in the site: empty, or with a slash at its end.
    pub fn path(self, agenda: &Agenda) -> String {
        let mut path = self.query(agenda).replace('=', "/");
        if !path.is_empty() {
            path.push('/');
        }
        path
    }

    /// How many folders deep it lies in the site.
    pub fn depth(self) -> usize {
        match self {
            StaticPage::Home => 0,
            StaticPage::Recommendation(_) | StaticPage::Value { .. } => 2,
        }
    }

    /// The way from it to the root of the site.
    pub fn root(self) -> &'static str {
        match self.depth() {
            0 => "",
            _ => "../../",
        }
    }

    /// The page that an address lies on, by the end of its path; home where
    /// that is none of the others.
    pub fn at(path: &str, agenda: &Agenda) -> StaticPage {
        StaticPage::named(path, agenda).unwrap_or(StaticPage::Home)
    }

    fn named(path: &str, agenda: &Agenda) -> Option<StaticPage> {
        // What follows the last slash is a file.
        let (mut kind, mut id, mut file) = ("", "", "");
        for part in path.split('/') {
            (kind, id, file) = (id, file, part);
        }
        if kind == RECOMMENDATION {
            let mut numbers = agenda.recommendations.iter().map(|entry| entry.number);
            let number = numbers.find(|number| number.to_string() == id);
            return number.map(StaticPage::Recommendation);
        }
        let facet = agenda.facet(kind)?;
        let known = agenda.facets.get(facet)?;
        let value = known.value(id)?;
        known.pages.then_some(StaticPage::Value { facet, value })
    }

    /// The view state that it stands for.
    pub fn view_state(self, agenda: &Agenda) -> ViewState {
        let mut view_state = ViewState::new(agenda);
        match self {
            StaticPage::Home => {}
            StaticPage::Recommendation(number) => view_state.open = Some(number),
            StaticPage::Value { facet, value } => view_state.toggle(facet, value),
        }
        view_state
    }

    /// The page that stands for exactly this view state, if there is one.
    pub fn of(view_state: &ViewState, agenda: &Agenda) -> Option<StaticPage> {
        let mut chosen = view_state.chosen.iter().enumerate();
        let chosen = chosen.find_map(|(facet, chosen)| Some((facet, chosen.iter().next()?)));
        let page = match (view_state.open, chosen) {
            (Some(number), _) => StaticPage::Recommendation(number),
            (None, Some((facet, value))) => StaticPage::Value { facet, value },
            (None, None) => StaticPage::Home,
        };
        let is_one = StaticPage::at(&page.path(agenda), agenda) == page;
        (is_one && page.view_state(agenda) == *view_state).then_some(page)
    }

    /// The numbers of the recommendations that it shows, in their order.
    pub fn numbers(self, agenda: &Agenda) -> Vec<u16> {
        let numbers = agenda.recommendations.iter().map(|entry| entry.number);
        match self {
            StaticPage::Home => numbers.collect(),
            StaticPage::Recommendation(number) => vec![number],
            StaticPage::Value { facet, value } => {
                let facet = agenda.facets.get(facet);
                let value = facet.and_then(|facet| facet.values.get(value));
                numbers
                    .filter(|number| value.is_some_and(|value| value.tag(*number).is_some()))
                    .collect()
            }
        }
    }
}

/// The folder of the recommendations, and the key that opens one.
pub const RECOMMENDATION: &str = "rec";

/// The address of a recommendation on the site at `root`: its own page, which
/// can be previewed where links are shown. Where the site is one file, which has
/// no such pages, it is a view state to that.
pub fn address_of(number: u16, root: &str) -> String {
    if root.ends_with('/') {
        format!("{root}{RECOMMENDATION}/{number}/")
    } else {
        format!("{root}?{RECOMMENDATION}={number}")
    }
}
