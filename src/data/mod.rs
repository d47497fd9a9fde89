//! The data: the recommendations word for word, their clusters, the editorial
//! classification with its evidence, the glossary of the search, and the
//! documents that speak to them.
//!
//! Nothing here is invented in code: it is read from the JSON that is also
//! published, when the explorer is built.

mod binary;
mod details;
mod document;
mod facet;
mod glossary;
mod json;
mod recommendation;

pub use binary::DecodeError;
pub use details::{Details, Note};
pub use document::{Correction, Paragraph, ParagraphLink, RelatedDocument, Source};
pub use facet::{CLUSTER, Facet, Tag, Value};
pub use glossary::GlossaryEntry;
pub use json::{AgendaError, read};
pub use recommendation::{Block, BlockKind, Recommendation};

/// What is needed to list, search and filter. What few readers open is in the
/// [`Details`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    pub title: String,
    pub source: Source,
    /// What the recommendations are filtered by: the clusters first, then the
    /// editorial facets in the order of the data.
    pub facets: Vec<Facet>,
    /// What readers may type that the texts say in other words; may be empty.
    pub glossary: Vec<GlossaryEntry>,
    /// Families of words that the search takes for the same, and for nothing
    /// else: where the English stemmer would go wrong; may be empty.
    pub families: Vec<Vec<String>>,
    /// In the order of their numbers.
    pub recommendations: Vec<Recommendation>,
}

impl Agenda {
    /// The recommendation with a number.
    pub fn recommendation(&self, number: u16) -> Option<&Recommendation> {
        self.position(number)
            .and_then(|position| self.recommendations.get(position))
    }

    /// Where the recommendation with a number stands among all.
    pub fn position(&self, number: u16) -> Option<usize> {
        self.recommendations
            .binary_search_by_key(&number, |recommendation| recommendation.number)
            .ok()
    }

    /// How many recommendations there are.
    pub fn len(&self) -> usize {
        self.recommendations.len()
    }

    /// Whether there is no recommendation.
    pub fn is_empty(&self) -> bool {
        self.recommendations.is_empty()
    }

    /// The cluster that a recommendation belongs to.
    pub fn cluster(&self, recommendation: &Recommendation) -> Option<&Value> {
        self.facets.get(CLUSTER)?.values.get(recommendation.cluster)
    }

    /// The position of the facet with a key.
    pub fn facet(&self, key: &str) -> Option<usize> {
        self.facets.iter().position(|facet| facet.key == key)
    }
}
