//! What is asked of a corpus.

use super::fold::CharFold;
use super::relax::Change;
use super::search::Search;

/// A question to a corpus; everything in it narrows the result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What the text must contain.
    pub search: Search,
    /// What each facet must be, by facet.
    pub choices: Vec<Choice>,
    /// Only these documents, in this order of interest; `None` for all.
    pub within: Option<Vec<usize>>,
    /// In which order the documents that match are given.
    pub order: Order,
    /// How many of them are given; `None` for all.
    pub limit: Option<usize>,
}

/// The chosen values of one facet. Nothing chosen asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Positions of the values.
    pub values: Vec<usize>,
    /// Whether a document must carry all of them, or any.
    pub every: bool,
}

/// The order of a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the documents stand in the corpus.
    #[default]
    Corpus,
    /// Best match first, ties as in the corpus. Documents that the search
    /// names stand as it names them.
    Relevance,
    /// As [`Query::within`] lists them.
    Given,
}

impl Query {
    /// The same question with one change made.
    pub fn changed(&self, change: &Change, fold: CharFold) -> Query {
        let mut query = self.clone();
        match *change {
            Change::Word(_) | Change::Unquote(_) | Change::Spelling { .. } => {
                let text = query.search.changed(change, fold);
                query.search = Search::read(&text, fold);
            }
            Change::Search => query.search = Search::default(),
            Change::Value { facet, value } => {
                if let Some(choice) = query.choices.get_mut(facet) {
                    choice.values.retain(|chosen| *chosen != value);
                }
            }
            Change::Facet(facet) => {
                if let Some(choice) = query.choices.get_mut(facet) {
                    choice.values.clear();
                }
            }
            Change::Any(facet) => {
                if let Some(choice) = query.choices.get_mut(facet) {
                    choice.every = false;
                }
            }
            Change::Within => query.within = None,
            Change::Filters => query.drop_filters(),
            Change::Everything => {
                query.search = Search::default();
                query.drop_filters();
            }
        }
        query
    }

    fn drop_filters(&mut self) {
        self.within = None;
        for choice in &mut self.choices {
            choice.values.clear();
        }
    }
}
