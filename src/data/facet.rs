//! What recommendations are filtered by, and why each carries what it carries.

/// One way of dividing the recommendations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Its name in addresses and hooks.
    pub key: String,
    pub role: FacetRole,
    /// Its name for readers, as for one value: “Theme”.
    pub label: String,
    /// Its name as for several values: “Themes”.
    pub label_many: String,
    /// Whether several chosen values may be asked for all together, not only
    /// any of them.
    pub any_all: bool,
    /// Whether each of its values has a static page.
    pub pages: bool,
    pub values: Vec<Value>,
}

/// What a facet is for, apart from filtering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FacetRole {
    /// The chapters of the text: each recommendation is in exactly one, and
    /// results are grouped by them.
    Section,
    /// What the recommendations are about; shown with each of them.
    Topic,
    Other,
}

/// One part of a facet: a section, a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its name in addresses and hooks.
    pub id: String,
    /// Its name for readers.
    pub label: String,
    /// What it is called in a badge, in one or two characters; sections have
    /// one.
    pub letter: Option<String>,
    /// What it is marked with; sections have one.
    pub colour: Option<Colour>,
    /// The heading that it stands under, where values are grouped.
    pub group: Option<String>,
    /// The recommendations that carry it, by number.
    pub tags: Vec<Tag>,
}

/// A colour on a light and on a dark background, each as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colour {
    pub light: String,
    pub dark: String,
}

/// That a recommendation carries a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub number: u16,
    /// The words of the recommendation that support it; empty where it needs
    /// none, as for sections.
    pub evidence: Vec<String>,
}

impl Facet {
    /// Whether its pages are listed beside every page, as the filters of the app
    /// will be: those of a facet that divides or describes the recommendations.
    pub fn is_listed(&self) -> bool {
        self.pages && self.role != FacetRole::Other
    }

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
    #[inline(never)]
    pub fn tag(&self, number: u16) -> Option<&Tag> {
        let position = self.tags.binary_search_by_key(&number, |tag| tag.number);
        position.ok().and_then(|position| self.tags.get(position))
    }

    /// Whether two recommendations carry it.
    pub fn is_shared(&self, one: u16, other: u16) -> bool {
        self.tag(one).is_some() && self.tag(other).is_some()
    }
}
