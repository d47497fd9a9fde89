//! What stands on the page at one moment, read in one go so that its parts
//! belong together.

use serde::Deserialize;

/// Reads the page by its published hooks.
pub(crate) const SCRIPT: &str = include_str!("seen.js");

/// The page at one moment.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Seen {
    /// `loading`, `ready` or `failed`.
    pub state: String,
    /// The title of the document.
    pub title: String,
    /// The query of the address, without its `?`.
    pub query: String,
    /// The fragment of the address, without its `#`.
    pub fragment: String,
    /// How many entries the history of the tab has.
    pub history: usize,
    /// What the search field holds.
    pub typed: Option<String>,
    /// How several themes combine: `any` or `all`.
    pub matching: Option<String>,
    pub count: Option<Count>,
    /// The recommendations in the list, in order.
    pub numbers: Vec<u16>,
    /// Those of the numbers at a glance that are shown as found, once they follow.
    pub numerals: Option<Vec<u16>>,
    /// The values of all facets, in order.
    pub values: Vec<Value>,
    /// The applied filters, by what stands on them.
    pub chips: Vec<String>,
    /// The changes that an empty result offers, by their count.
    pub relaxations: Vec<usize>,
    /// The words that were taken for others, as the page says so.
    pub corrections: Vec<String>,
    /// Why recommendations are found, as far as the page says so.
    pub explanations: Vec<(u16, String)>,
    /// What choosing values would do, as far as the page says so.
    pub effects: Vec<Effect>,
    /// What the reader is told.
    pub notices: Vec<String>,
    /// Those whose button says that they are saved.
    pub saved: Vec<u16>,
    /// How many the page says are saved.
    pub saved_count: Option<usize>,
    /// The headings of what is shown.
    pub headings: Vec<String>,
    /// All text that is shown.
    pub text: String,
}

/// The sentence that says how many are shown, and the numbers that it carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Count {
    pub shown: usize,
    pub total: usize,
    pub sentence: String,
}

/// A value of a facet, as its checkbox shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Value {
    pub facet: String,
    pub value: String,
    pub checked: bool,
    pub disabled: bool,
    /// Whether it has the focus.
    pub focused: bool,
    pub visible: bool,
    pub count: usize,
}

/// What choosing a value of a facet, or no longer choosing it, would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Effect {
    pub facet: String,
    pub value: String,
    pub text: String,
}

impl Seen {
    /// A value of a facet; the test ends if there is no checkbox for it.
    pub fn value(&self, facet: &str, value: &str) -> &Value {
        let mut values = self.values.iter();
        values
            .find(|shown| shown.facet == facet && shown.value == value)
            .unwrap_or_else(|| panic!("There is no checkbox for {facet}={value}."))
    }

    /// The chosen values, as `facet=value`.
    pub fn chosen(&self) -> Vec<String> {
        let chosen = self.values.iter().filter(|value| value.checked);
        chosen
            .map(|value| format!("{}={}", value.facet, value.value))
            .collect()
    }
}
