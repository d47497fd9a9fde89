//! The reader's question: the whole state of the view as one type.
//!
//! How it is written into an address is the matter of [`crate::link`]; how it
//! is answered, of [`crate::engine`].

use std::ops::Range;

use crate::agenda::{Agenda, CLUSTER, Facet};
use crate::engine::{self, Change, CharFold, Corpus, Lexicon, Order, Search};
use crate::unicode::Unicode;

/// What the reader wants to see and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    pub search: SearchText,
    /// For each facet of the agenda, the chosen values.
    pub chosen: Vec<Values>,
    /// How several values of a switchable facet combine.
    pub matching: Matching,
    /// The number of the one recommendation that is open.
    pub open: Option<u16>,
    /// A list carried by the link, in its order; empty for none.
    pub list: Vec<u16>,
    pub page: Page,
    /// `None` for the default, which depends on the search.
    pub sort: Option<Sort>,
    /// The wanted language of the interface, as a BCP 47 tag in lower case.
    pub lang: Option<String>,
    /// `None` for the default, which depends on `embed`.
    pub scheme: Option<Scheme>,
    /// The compact form for other sites.
    pub embed: bool,
    /// What the compact form leaves out, as positions in
    /// [`Part::ALL`](crate::frame::Part).
    pub hide: Values,
    /// Facets that are applied and can't be changed, by position.
    pub lock: Values,
    /// Whether a host page is told of changes.
    pub events: bool,
}

/// A search text in normal form C, without control characters, trimmed, and of
/// at most [`SearchText::MOST`] characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchText(String);

impl SearchText {
    /// How many characters a search text has at most.
    pub const MOST: usize = Search::MOST;

    /// Makes a search text of any text; `compose` is normalisation form C.
    pub fn new(text: &str, compose: fn(&str) -> String) -> SearchText {
        SearchText::clipped(text, compose).0
    }

    /// Makes a search text of any text, and tells whether it had to be cut.
    pub fn clipped(text: &str, compose: fn(&str) -> String) -> (SearchText, bool) {
        // What is too long in any normal form goes first: composing shortens a
        // text to a quarter at most.
        let text = text.trim();
        let rough: String = text.chars().take(SearchText::MOST * 8).collect();
        let plain = compose(&rough).replace(char::is_control, " ");
        let plain = plain.trim();
        let clipped: String = plain.chars().take(SearchText::MOST).collect();
        let cut = clipped.len() < plain.len() || rough.len() < text.len();
        (SearchText(clipped.trim_end().to_owned()), cut)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Some of a fixed row of things, by position, in the order of the row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(Vec<usize>);

impl Values {
    /// Adds a position; tells whether it was new.
    pub fn insert(&mut self, value: usize) -> bool {
        match self.0.binary_search(&value) {
            Ok(_) => false,
            Err(place) => {
                self.0.insert(place, value);
                true
            }
        }
    }

    /// Takes a position out, or adds it where it is not in.
    pub fn toggle(&mut self, value: usize) {
        if !self.insert(value) {
            self.remove(value);
        }
    }

    pub fn remove(&mut self, value: usize) {
        self.0.retain(|other| *other != value);
    }

    pub fn contains(&self, value: usize) -> bool {
        self.0.binary_search(&value).is_ok()
    }

    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().copied()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl FromIterator<usize> for Values {
    fn from_iter<I: IntoIterator<Item = usize>>(values: I) -> Self {
        let mut set = Values::default();
        for value in values {
            set.insert(value);
        }
        set
    }
}

/// A choice among a few words that stand in addresses.
pub trait Named: Copy + PartialEq + 'static {
    /// All of them, with their names.
    const ALL: &'static [(&'static str, Self)];

    /// Its name in addresses.
    fn name(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(_, other)| *other == self)
            .map_or("", |(name, _)| name)
    }
}

/// How several values of a switchable facet combine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Matching {
    #[default]
    Any,
    All,
}

impl Named for Matching {
    const ALL: &'static [(&'static str, Self)] = &[("any", Matching::Any), ("all", Matching::All)];
}

/// What the main column shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    #[default]
    List,
    Matrix,
    Compare,
    /// The reader's own list.
    Saved,
    /// The other documents that speak to the recommendations.
    Documents,
    About,
}

impl Named for Page {
    const ALL: &'static [(&'static str, Self)] = &[
        ("list", Page::List),
        ("matrix", Page::Matrix),
        ("compare", Page::Compare),
        ("saved", Page::Saved),
        ("documents", Page::Documents),
        ("about", Page::About),
    ];
}

/// The order of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Number,
    Relevance,
}

impl Named for Sort {
    const ALL: &'static [(&'static str, Self)] =
        &[("number", Sort::Number), ("relevance", Sort::Relevance)];
}

/// Dark letters on light ground or the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
    /// As the reader's system has it.
    Auto,
}

impl Named for Scheme {
    const ALL: &'static [(&'static str, Self)] = &[
        ("light", Scheme::Light),
        ("dark", Scheme::Dark),
        ("auto", Scheme::Auto),
    ];
}

/// What readers put before the number of a recommendation.
const NOUNS: [&str; 10] = [
    "#",
    "rec",
    "recs",
    "recommendation",
    "recommendations",
    "no",
    "nos",
    "nr",
    "number",
    "numbers",
];

/// The agenda as the engine takes it: a document for each recommendation, in
/// their order, with the facets in the order of [`Agenda::facets`].
pub fn corpus(agenda: &Agenda, fold: CharFold) -> Corpus {
    let documents = agenda.recommendations.iter().map(|recommendation| {
        let passages = recommendation.text.iter().map(|block| engine::Passage {
            name: block.id.clone(),
            text: block.text.clone(),
        });
        let facets = agenda.facets.iter();
        engine::Document {
            number: recommendation.number.into(),
            passages: passages.collect(),
            values: facets
                .map(|facet| facet.values_of(recommendation.number).collect())
                .collect(),
        }
    });
    let documents: Vec<engine::Document> = documents.collect();
    let facets: Vec<engine::Facet> = agenda.facets.iter().enumerate().map(named).collect();
    let entries = agenda.glossary.iter().map(|entry| engine::Entry {
        words: entry.words.clone(),
        finds: entry.finds.clone(),
    });
    let lexicon = Lexicon {
        fold,
        families: agenda.families.clone(),
        glossary: entries.collect(),
        nouns: NOUNS.map(str::to_owned).to_vec(),
    };
    Corpus::new(&documents, &facets, lexicon)
}

/// A facet with what its values can be called.
fn named((position, facet): (usize, &Facet)) -> engine::Facet {
    let nouns = match position {
        CLUSTER => vec![facet.key.clone(), format!("{}s", facet.key)],
        _ => Vec::new(),
    };
    let values = facet.values.iter().map(|value| engine::Value {
        id: value.id.clone(),
        labels: labels(&value.label),
    });
    engine::Facet {
        nouns,
        values: values.collect(),
    }
}

/// A label without what stands in brackets, and what stands in them.
fn labels(label: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut labels = Vec::new();
    let mut rest = label;
    while let Some((before, behind)) = rest.split_once('(') {
        let (inside, after) = behind.split_once(')').unwrap_or((behind, ""));
        bare.push_str(before);
        labels.push(inside.to_owned());
        rest = after;
    }
    bare.push_str(rest);
    labels.push(bare);
    labels
}

impl Question {
    /// The question that asks for nothing: all recommendations.
    pub fn new(agenda: &Agenda) -> Question {
        Question {
            chosen: vec![Values::default(); agenda.facets.len()],
            ..Question::default()
        }
    }

    /// The order that holds.
    pub fn sort(&self) -> Sort {
        self.sort.unwrap_or(self.usual_sort())
    }

    /// The colours that hold.
    pub fn scheme(&self) -> Scheme {
        self.scheme.unwrap_or(self.usual_scheme())
    }

    fn usual_sort(&self) -> Sort {
        if self.search.is_empty() {
            Sort::Number
        } else {
            Sort::Relevance
        }
    }

    fn usual_scheme(&self) -> Scheme {
        if self.embed {
            Scheme::Light
        } else {
            Scheme::Auto
        }
    }

    /// The same question, with what is the default left unsaid, so that equal
    /// questions are equal values.
    pub fn normalised(mut self) -> Question {
        if self.sort == Some(self.usual_sort()) {
            self.sort = None;
        }
        if self.scheme == Some(self.usual_scheme()) {
            self.scheme = None;
        }
        self
    }

    /// Whether a value of a facet is chosen.
    pub fn is_chosen(&self, facet: usize, value: usize) -> bool {
        let chosen = self.chosen.get(facet);
        chosen.is_some_and(|chosen| chosen.contains(value))
    }

    /// Chooses a value of a facet, or no longer.
    pub fn toggle(&mut self, facet: usize, value: usize) {
        if let Some(chosen) = self.chosen.get_mut(facet) {
            chosen.toggle(value);
        }
    }

    /// Whether anything narrows the result.
    pub fn narrows(&self) -> bool {
        !self.search.is_empty() || !self.list.is_empty() || self.filters() > 0
    }

    /// How many values are chosen in all facets together.
    pub fn filters(&self) -> usize {
        self.chosen.iter().map(Values::len).sum()
    }

    /// Removes the search and all filters.
    pub fn clear(&mut self) {
        self.search = SearchText::default();
        self.clear_filters();
    }

    fn clear_filters(&mut self) {
        self.list.clear();
        self.chosen.iter_mut().for_each(Values::clear);
    }

    /// The question as the engine takes it; `saved` is the reader's own list,
    /// which is the ground of the page that shows it.
    pub fn query(&self, agenda: &Agenda, saved: &[u16], fold: CharFold) -> engine::Query {
        let ground = match self.page {
            Page::Saved => Some(saved),
            _ if self.list.is_empty() => None,
            _ => Some(self.list.as_slice()),
        };
        let choices = agenda.facets.iter().zip(&self.chosen);
        engine::Query {
            search: Search::read(self.search.as_str(), fold),
            choices: choices
                .map(|(facet, chosen)| engine::Choice {
                    values: chosen.iter().collect(),
                    every: facet.switchable && self.matching == Matching::All,
                })
                .collect(),
            within: ground.map(|numbers| {
                let positions = numbers.iter();
                positions
                    .filter_map(|&number| agenda.position(number))
                    .collect()
            }),
            order: self.order(),
            limit: None,
        }
    }

    /// The order of the results: a list keeps its own where nothing is
    /// searched for.
    pub fn order(&self) -> Order {
        let listed = self.page == Page::Saved || !self.list.is_empty();
        match (self.search.is_empty(), self.sort()) {
            (false, Sort::Relevance) => Order::Relevance,
            (true, _) if listed => Order::Given,
            _ => Order::Corpus,
        }
    }

    /// The same question with a range of the search text to be taken as it is
    /// written.
    pub fn as_written(&self, range: Range<usize>, unicode: &Unicode) -> Question {
        let search = Search::read(self.search.as_str(), unicode.fold);
        let text = search.quoted(range);
        Question {
            search: SearchText::new(&text, unicode.compose),
            ..self.clone()
        }
    }

    /// The same question with a change of the engine made in it.
    pub fn changed(&self, change: &Change, fold: CharFold) -> Question {
        let mut question = self.clone();
        match *change {
            Change::Word(_) | Change::Unquote(_) | Change::Spelling { .. } => {
                let search = Search::read(self.search.as_str(), fold);
                question.search = SearchText(search.changed(change, fold));
            }
            Change::Search => question.search = SearchText::default(),
            Change::Value { facet, value } => {
                if let Some(chosen) = question.chosen.get_mut(facet) {
                    chosen.remove(value);
                }
            }
            Change::Facet(facet) => {
                if let Some(chosen) = question.chosen.get_mut(facet) {
                    chosen.clear();
                }
            }
            Change::Any(_) => question.matching = Matching::Any,
            Change::Within => question.leave_ground(),
            Change::Filters => {
                question.clear_filters();
                question.leave_ground();
            }
            Change::Everything => {
                question.clear();
                question.leave_ground();
            }
        }
        question.normalised()
    }

    fn leave_ground(&mut self) {
        match self.page {
            Page::Saved => {
                self.page = Page::List;
                self.list.clear();
            }
            _ => self.list.clear(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unicode::NATIVE;

    fn text(raw: &str) -> String {
        SearchText::new(raw, NATIVE.compose).as_str().to_owned()
    }

    #[test]
    fn a_search_text_is_trimmed_composed_and_clipped() {
        assert_eq!(text("  brain drain \n"), "brain drain");
        assert_eq!(text("e\u{301}"), "é");
        assert_eq!(text(&"a".repeat(300)).chars().count(), SearchText::MOST);
        assert_eq!(text("a\0b"), "a b");
    }

    #[test]
    fn a_search_text_made_again_is_the_same() {
        let raw = format!("{} x", "e\u{301} ".repeat(150));
        assert_eq!(text(&text(&raw)), text(&raw));
    }
}
