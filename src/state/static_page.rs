//! Pages of their own: one for each recommendation, cluster and theme, beside
//! the home page. Each is a folder of the site and stands for a question.
//!
//! Where they lie and what they stand for is decided here; what an address on
//! one of them means, in [`crate::link`].

use crate::agenda::{Agenda, CLUSTER};
use crate::query::Question;
use crate::words;

/// A page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnPage {
    /// The root of the site, which stands for the question that asks for
    /// nothing.
    Home,
    /// The one of a recommendation, by number.
    Recommendation(u16),
    /// The one of a cluster or theme, by the positions of facet and value.
    Value { facet: usize, value: usize },
}

/// How many characters a description has at most: about what search engines and
/// previews of links show.
const DESCRIPTION: usize = 200;

impl OwnPage {
    /// All of them: home, the recommendations, the clusters, the themes.
    pub fn all(agenda: &Agenda) -> Vec<OwnPage> {
        let numbers = agenda.recommendations.iter().map(|entry| entry.number);
        let mut pages = vec![OwnPage::Home];
        pages.extend(numbers.map(OwnPage::Recommendation));
        for facet in [Some(CLUSTER), themes(agenda)].into_iter().flatten() {
            let known = agenda.facets.get(facet);
            let values = 0..known.map_or(0, |facet| facet.values.len());
            pages.extend(values.map(|value| OwnPage::Value { facet, value }));
        }
        pages
    }

    /// How an address asks for its question: `rec=12`; empty for home.
    pub fn query(self, agenda: &Agenda) -> String {
        match self {
            OwnPage::Home => String::new(),
            OwnPage::Recommendation(number) => format!("{RECOMMENDATION}={number}"),
            OwnPage::Value { facet, value } => {
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
            OwnPage::Home => 0,
            OwnPage::Recommendation(_) | OwnPage::Value { .. } => 2,
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
    pub fn at(path: &str, agenda: &Agenda) -> OwnPage {
        OwnPage::named(path, agenda).unwrap_or(OwnPage::Home)
    }

    fn named(path: &str, agenda: &Agenda) -> Option<OwnPage> {
        // What follows the last slash is a file.
        let (mut kind, mut id, mut file) = ("", "", "");
        for part in path.split('/') {
            (kind, id, file) = (id, file, part);
        }
        if kind == RECOMMENDATION {
            let mut numbers = agenda.recommendations.iter().map(|entry| entry.number);
            let number = numbers.find(|number| number.to_string() == id);
            return number.map(OwnPage::Recommendation);
        }
        let facet = agenda.facet(kind)?;
        let known = agenda.facets.get(facet)?;
        let value = known.value(id)?;
        let has_pages = facet == CLUSTER || known.switchable;
        has_pages.then_some(OwnPage::Value { facet, value })
    }

    /// The question that it stands for.
    pub fn question(self, agenda: &Agenda) -> Question {
        let mut question = Question::new(agenda);
        match self {
            OwnPage::Home => {}
            OwnPage::Recommendation(number) => question.open = Some(number),
            OwnPage::Value { facet, value } => question.toggle(facet, value),
        }
        question
    }

    /// The page that stands for exactly this question, if there is one.
    pub fn of(question: &Question, agenda: &Agenda) -> Option<OwnPage> {
        let mut chosen = question.chosen.iter().enumerate();
        let chosen = chosen.find_map(|(facet, chosen)| Some((facet, chosen.iter().next()?)));
        let page = match (question.open, chosen) {
            (Some(number), _) => OwnPage::Recommendation(number),
            (None, Some((facet, value))) => OwnPage::Value { facet, value },
            (None, None) => OwnPage::Home,
        };
        let is_one = OwnPage::at(&page.path(agenda), agenda) == page;
        (is_one && page.question(agenda) == *question).then_some(page)
    }

    /// The numbers of the recommendations that it shows, in their order.
    pub fn numbers(self, agenda: &Agenda) -> Vec<u16> {
        let numbers = agenda.recommendations.iter().map(|entry| entry.number);
        match self {
            OwnPage::Home => numbers.collect(),
            OwnPage::Recommendation(number) => vec![number],
            OwnPage::Value { facet, value } => {
                let facet = agenda.facets.get(facet);
                let value = facet.and_then(|facet| facet.values.get(value));
                numbers
                    .filter(|number| value.is_some_and(|value| value.tag(*number).is_some()))
                    .collect()
            }
        }
    }

    /// Its title, which is that of the document when the app shows it.
    pub fn title(self, agenda: &Agenda) -> String {
        let shown = self.numbers(agenda).len();
        words::title(&self.question(agenda), agenda, shown, agenda.len())
    }

    /// What it is called where the name of the site stands beside it.
    pub fn name(self, agenda: &Agenda) -> String {
        match self {
            OwnPage::Home => words::home_name(agenda),
            OwnPage::Recommendation(number) => words::recommendation_of(number, agenda),
            OwnPage::Value { facet, value } => words::value_of(facet, value, agenda),
        }
    }

    /// What it has, in at most [`DESCRIPTION`] characters.
    pub fn description(self, agenda: &Agenda) -> String {
        let numbers = self.numbers(agenda);
        let whole = match self {
            OwnPage::Home => words::home_description(agenda),
            OwnPage::Recommendation(number) => {
                let entry = agenda.recommendation(number);
                entry.map_or_else(String::new, |entry| line(&entry.plain()))
            }
            OwnPage::Value { facet, value } => {
                let named = words::value_long(agenda, facet, value);
                let first = numbers
                    .first()
                    .and_then(|first| agenda.recommendation(*first));
                let first = first.map_or_else(String::new, |entry| line(&entry.plain()));
                words::value_description(&named, &numbers, &first)
            }
        };
        beginning(&whole, DESCRIPTION)
    }
}

/// The folder of the recommendations, and the key that opens one.
pub const RECOMMENDATION: &str = "rec";

/// The address of a recommendation on the site at `root`: its own page, which
/// can be previewed where links are shown. Where the site is one file, which has
/// no such pages, it is a question to that.
pub fn address_of(number: u16, root: &str) -> String {
    match root.ends_with('/') {
        true => format!("{root}{RECOMMENDATION}/{number}/"),
        false => format!("{root}?{RECOMMENDATION}={number}"),
    }
}

/// The position of the facet of the themes.
pub fn themes(agenda: &Agenda) -> Option<usize> {
    agenda.facets.iter().position(|facet| facet.switchable)
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
