//! What recommendations are filtered by, and why each carries what it carries.

/// The position of the facet of the clusters among all facets.
pub const CLUSTER: usize = 0;

/// One way of dividing the recommendations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Its name in addresses and hooks.
    pub key: String,
    /// Its name for readers.
    pub label: String,
    /// Whether several chosen values may be asked for all together, not only
    /// any of them.
    pub any_all: bool,
    pub values: Vec<Value>,
}

/// One part of a facet: a cluster, a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its name in addresses and hooks.
    pub id: String,
    /// Its name for readers.
    pub label: String,
    /// The heading that it stands under, where values are grouped.
    pub group: Option<String>,
    /// The recommendations that carry it, by number.
    pub tags: Vec<Tag>,
}

/// That a recommendation carries a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub number: u16,
    /// The words of the recommendation that support it; empty where it needs
    /// none, as for clusters.
    pub evidence: Vec<String>,
}

impl Facet {
    /// The position of the value with an id.
    pub fn value(&self, id: &str) -> Option<usize> {
        self.values.iter().position(|value| value.id == id)
    }

    /// The positions of the values that a recommendation carries.
    pub fn values_of(&self, number: u16) -> impl Iterator<Item = usize> {
        let values = self.values.iter().enumerate();
        values
            .filter(move |(_, value)| value.tag(number).is_some())
            .map(|(position, _)| position)
    }
}

impl Value {
    /// The tag of a recommendation, if it carries this value.
    pub fn tag(&self, number: u16) -> Option<&Tag> {
        let position = self.tags.binary_search_by_key(&number, |tag| tag.number);
        position.ok().and_then(|position| self.tags.get(position))
    }
}
