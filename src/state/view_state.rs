//! What the reader asks for and how it is shown: the whole state of a view as
//! one type.
//!
//! [`super::url`] reads it from an address and writes it there; `facet_search`
//! answers it.

use std::ops::Range;

use facet_search::{CharFold, FacetFilter, Order, Query, TextQuery};

use super::{Named, PositionSet, SearchText};
use crate::data::Agenda;
use crate::unicode::Unicode;

/// What the reader wants to see and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    pub search: SearchText,
    /// For each facet of the agenda, the chosen values.
    pub chosen: Vec<PositionSet>,
    /// How several values of a facet with any/all combine.
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
    /// [`EmbedPart::ALL`](crate::state::EmbedPart).
    pub hide: PositionSet,
    /// Facets that are applied and can't be changed, by position.
    pub lock: PositionSet,
    /// Whether a host page is told of changes.
    pub events: bool,
}

/// How several values of a facet with any/all combine.
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
    /// What a statement of the reader cites.
    Statement,
    About,
    /// Every component in its states, for who works on them. No link leads there.
    Gallery,
}

impl Page {
    /// Whether it shows results. These are one page, and what they show differs.
    pub fn has_results(self) -> bool {
        matches!(self, Page::List | Page::Saved)
    }
}

impl Named for Page {
    const ALL: &'static [(&'static str, Self)] = &[
        ("list", Page::List),
        ("matrix", Page::Matrix),
        ("compare", Page::Compare),
        ("saved", Page::Saved),
        ("documents", Page::Documents),
        ("statement", Page::Statement),
        ("about", Page::About),
        ("gallery", Page::Gallery),
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

/// Dark letters on light scope or the other way round.
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

impl ViewState {
    /// The view state that asks for nothing: all recommendations.
    pub fn new(agenda: &Agenda) -> ViewState {
        ViewState {
            chosen: vec![PositionSet::default(); agenda.facets.len()],
            ..ViewState::default()
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

    /// The same view state, with what is the default left unsaid, so that equal
    /// questions are equal values.
    pub fn normalised(mut self) -> ViewState {
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
        self.chosen.iter().map(PositionSet::len).sum()
    }

    /// Removes the search and all filters.
    pub fn clear(&mut self) {
        self.search = SearchText::default();
        self.clear_filters();
    }

    pub(super) fn clear_filters(&mut self) {
        self.list.clear();
        self.chosen.iter_mut().for_each(PositionSet::clear);
    }

    /// The view state as the search takes it; `saved` is the reader's own list,
    /// which is the scope of the page that shows it.
    pub fn query(&self, agenda: &Agenda, saved: &[u16], fold: CharFold) -> Query {
        let scope = match self.page {
            Page::Saved => Some(saved),
            _ if self.list.is_empty() => None,
            _ => Some(self.list.as_slice()),
        };
        let filters = agenda.facets.iter().zip(&self.chosen);
        Query {
            search: TextQuery::parse(self.search.as_str(), fold),
            filters: filters
                .map(|(facet, chosen)| FacetFilter {
                    values: chosen.iter().collect(),
                    require_all: facet.any_all && self.matching == Matching::All,
                })
                .collect(),
            within: scope.map(|numbers| {
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

    /// The same view state with a range of the search text to be taken as it is
    /// written.
    pub fn as_written(&self, range: Range<usize>, unicode: &Unicode) -> ViewState {
        let search = TextQuery::parse(self.search.as_str(), unicode.fold);
        let text = search.quoted(range);
        ViewState {
            search: SearchText::new(&text, unicode.compose),
            ..self.clone()
        }
    }
}
