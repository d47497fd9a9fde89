//! How the texts came about and what became of them: events, projects that carry
//! them out, and lists that say how each of them stands. Apart from the
//! [`Details`](super::Details), because fewer readers open it.

use super::Date;

/// What belongs to an agenda beside its texts and their details. Everything in it
/// says where it is known from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Background {
    /// What concerns all of them. The app embeds it apart.
    pub history: History,
    /// What carries them out.
    pub projects: Vec<Project>,
    pub status_lists: Vec<StatusList>,
}

/// What the texts are, and how they came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// What the texts are, as a whole.
    pub introduction: Option<Statement>,
    /// How they came about, in the order of time.
    pub events: Vec<Event>,
}

/// What the data set says in its own words, and where that is known from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub text: String,
    /// At least one.
    pub sources: Vec<FactSource>,
}

/// Where something is known from. It has a document, an address, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactSource {
    /// The symbol or title of the document.
    pub document: Option<String>,
    /// The page on which it was read.
    pub url: Option<String>,
    /// The words that support what is said.
    pub quote: Option<String>,
    /// The language of the quote, as a BCP 47 tag, where it is not that of the texts.
    pub language: Option<String>,
    /// What readers should know about the source.
    pub note: Option<String>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub date: Date,
    /// Its end, if it took longer.
    pub until: Option<Date>,
    pub what: Statement,
    /// What other sources say differently.
    pub differs: Vec<Statement>,
}

/// A project that carries out recommendations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    pub id: String,
    pub title: String,
    /// The code that its documents give it.
    pub code: Option<String>,
    /// The numbers that the code names.
    pub code_says: Vec<u16>,
    /// The numbers that a document names.
    pub document_says: Vec<u16>,
    /// What readers should know about these numbers.
    pub note: Option<String>,
    /// At least one.
    pub sources: Vec<FactSource>,
    /// How it stood, and when.
    pub seen: Vec<Event>,
}

/// A list that says how recommendations stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusList {
    /// Its name in hooks.
    pub id: String,
    pub name: String,
    /// What must be known to read it rightly.
    pub caveat: Option<Statement>,
    pub values: Vec<StatusValue>,
    pub entries: Vec<StatusEntry>,
    /// What is said of the recommendations that no entry names; it names none.
    pub others: Option<StatusEntry>,
}

/// How a recommendation can stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusValue {
    /// Its name in hooks.
    pub id: String,
    pub label: String,
}

/// How some recommendations stand, and why we say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusEntry {
    /// The position of the value in its list.
    pub value: usize,
    /// In the order of the numbers.
    pub numbers: Vec<u16>,
    pub basis: Statement,
}

impl Background {
    /// Whether it says something of single recommendations.
    pub fn is_about_each(&self) -> bool {
        !self.projects.is_empty() || !self.status_lists.is_empty()
    }
}

impl Project {
    /// Whether the code and whether a document name a recommendation.
    pub fn names(&self, number: u16) -> [bool; 2] {
        [&self.code_says, &self.document_says].map(|numbers| numbers.contains(&number))
    }
}

impl StatusList {
    /// How a recommendation stands, if that is known or said of all others.
    pub fn of(&self, number: u16) -> Option<(&StatusValue, &StatusEntry)> {
        let mut entries = self.entries.iter();
        let entry = entries.find(|entry| entry.numbers.contains(&number));
        let entry = entry.or(self.others.as_ref())?;
        Some((self.values.get(entry.value)?, entry))
    }
}

impl FactSource {
    /// The host of the page.
    pub fn host(&self) -> Option<&str> {
        // Behind the scheme and two slashes; parting by a text takes a kilobyte more.
        let host = self.url.as_deref()?.split('/').nth(2)?;
        Some(host.strip_prefix("www.").unwrap_or(host))
    }
}
