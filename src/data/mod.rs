//! The data: the recommendations word for word, their clusters, the editorial
//! classification with its evidence, the glossary of the search, the documents
//! that speak to them, and what is known of their background.
//!
//! Nothing here is invented in code: it is read from the JSON that is also
//! published, when the explorer is built.

mod background;
mod binary;
mod check;
mod date;
mod details;
mod document;
mod facet;
mod fault;
mod glossary;
mod json;
mod names;
mod palette;
mod recommendation;
mod site;

pub use background::{
    Background, Event, FactSource, History, Project, Statement, StatusEntry, StatusList,
    StatusValue,
};
pub use binary::DecodeError;
pub use date::Date;
pub use details::{Details, Note, Quote, Relative};
pub use document::{
    Adoption, Correction, Imprint, Paragraph, ParagraphLink, RelatedDocument, Source,
};
pub use facet::{Colour, Facet, FacetRole, Tag, Value};
pub use fault::{AgendaError, Fault};
pub use glossary::{FurtherWords, GlossaryEntry, GlossaryNote, TranslatedStems, Translation};
pub use json::{read, read_all};
pub use names::{APPEARANCE_KEYS, CONTENT_KEYS, OTHER_TAKEN_KEYS};
pub use recommendation::{Block, BlockKind, Part, Piece, Recommendation};
pub use site::{Noun, Site};

/// What is needed to list, search and filter. What few readers open is in the
/// [`Details`], and what fewer open in the [`Background`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The name of the whole text.
    pub title: String,
    pub site: Site,
    pub noun: Noun,
    pub source: Source,
    /// What the recommendations are filtered by: the sections first, then the
    /// editorial facets in the order of the data.
    pub facets: Vec<Facet>,
    /// What readers may type that the texts say in other words; may be empty.
    pub glossary: Vec<GlossaryEntry>,
    /// What readers may type in other languages; may be empty.
    pub translations: Vec<Translation>,
    /// Words that are the same as one of a translation and are not read so.
    pub homographs: Vec<String>,
    /// Words that a search does not require beside others; may be empty.
    pub function_words: Vec<String>,
    /// Families of words that the search takes for the same, and for nothing
    /// else: where the English stemmer would go wrong; may be empty.
    pub families: Vec<Vec<String>>,
    /// In the order of their numbers.
    pub recommendations: Vec<Recommendation>,
    /// Whether there are documents that speak to them, or projects: the page of
    /// these is offered before they are there.
    pub has_documents: bool,
}

impl Agenda {
    /// The same without the colours of the sections, which the app has from its
    /// style sheet.
    pub fn without_colours(mut self) -> Agenda {
        for value in self.facets.iter_mut().flat_map(|facet| &mut facet.values) {
            value.colour = None;
        }
        self
    }

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

    /// The position of the facet of the sections.
    pub fn section(&self) -> Option<usize> {
        self.with_role(FacetRole::Section)
    }

    /// The position of the facet of the topics.
    pub fn topic(&self) -> Option<usize> {
        self.with_role(FacetRole::Topic)
    }

    fn with_role(&self, role: FacetRole) -> Option<usize> {
        self.facets.iter().position(|facet| facet.role == role)
    }

    /// The section that a recommendation belongs to.
    pub fn section_of(&self, recommendation: &Recommendation) -> Option<&Value> {
        let sections = self.facets.get(self.section()?)?;
        sections.values.get(recommendation.section)
    }

    /// The keys of an address that say what is shown.
    pub fn content_keys(&self) -> Vec<&str> {
        self.facet_keys().chain(CONTENT_KEYS).collect()
    }

    /// The keys of an address in the order in which they are written.
    pub fn address_keys(&self) -> Vec<&str> {
        let [search, matching, rest @ ..] = CONTENT_KEYS;
        let mut keys = vec![search];
        for facet in &self.facets {
            keys.push(&facet.key);
            keys.extend(facet.any_all.then_some(matching));
        }
        keys.extend(rest.into_iter().chain(APPEARANCE_KEYS));
        keys
    }

    fn facet_keys(&self) -> impl Iterator<Item = &str> {
        self.facets.iter().map(|facet| facet.key.as_str())
    }

    /// The position of the facet with a key.
    pub fn facet(&self, key: &str) -> Option<usize> {
        self.facets.iter().position(|facet| facet.key == key)
    }
}
