//! What is wrong with a data set, in words for whoever edits it.

use std::cell::RefCell;
use std::fmt;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The entry that it is about, as `facet “theme”, value “funding”`.
    pub place: String,
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: {}", self.place, self.what)
    }
}

/// Why a data set can't be used: everything that is wrong with it, at least one
/// fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaError {
    pub faults: Vec<Fault>,
}

impl fmt::Display for AgendaError {
    /// One line for each fault.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.faults.iter().map(ToString::to_string).collect();
        to.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for AgendaError {}

/// The faults found so far.
#[derive(Default)]
pub(super) struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    pub(super) fn add(&self, place: &str, what: impl Into<String>) {
        self.0.borrow_mut().push(Fault {
            place: place.to_owned(),
            what: what.into(),
        });
    }

    /// What was read, if nothing is wrong with it.
    pub(super) fn finish<T>(self, read: Option<T>) -> Result<T, AgendaError> {
        let faults = self.0.into_inner();
        read.filter(|_| faults.is_empty())
            .ok_or(AgendaError { faults })
    }
}
