//! How long a page takes from an event to the frame that shows its answer: the
//! explorer, and other pages over the same data beside it.
//!
//! Time is taken by the clock of the page in a script that is the same in all of
//! them. Edge: it measures and sums up; what it prints for people is for its
//! caller.

pub mod known;
mod processor;
mod visit;

use std::{
    ffi::OsString,
    fmt,
    path::{Path, PathBuf},
};

use crate::site;
use known::Known;
pub use visit::{
    Action, DESKTOP, Device, Kind, Memory, Plan, Sample, Start, Visit, first_answer, visit,
};

/// A page that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contender {
    /// Rows in the HTML, hidden and shown by plain JavaScript.
    Plain,
    /// The same page with FlexSearch.
    FlexSearch,
    /// React with MiniSearch.
    React,
    /// The built site.
    Explorer,
}

impl Contender {
    /// In the order of the tables.
    pub const ALL: [Self; 4] = [Self::Plain, Self::FlexSearch, Self::React, Self::Explorer];

    /// Where its files are, those of the other pages being in `others`.
    ///
    /// # Errors
    /// A sentence that says what is missing and what to do.
    pub fn folder(self, others: &Path) -> Result<PathBuf, String> {
        let folder = match self {
            Self::Plain => others.join("plain"),
            Self::FlexSearch => others.join("flexsearch"),
            Self::React => others.join("react"),
            Self::Explorer => return site::dist(),
        };
        if folder.join("index.html").is_file() {
            return Ok(folder);
        }
        Err(format!(
            "There is no page in {}; `cargo xtask bench` makes it.",
            folder.display()
        ))
    }
}

impl fmt::Display for Contender {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Plain => "plain JavaScript",
            Self::FlexSearch => "FlexSearch",
            Self::React => "React, MiniSearch",
            Self::Explorer => "explorer",
        })
    }
}

/// What the programs that measure are told: the folder of the other pages, the
/// data set, and whether a few repetitions are enough.
pub struct Setting {
    pub pages: PathBuf,
    pub known: Known,
    pub quick: bool,
}

impl Setting {
    /// Reads the arguments of a program.
    ///
    /// # Errors
    /// Where one is missing, or a file cannot be read.
    pub fn read(arguments: impl Iterator<Item = OsString>) -> Result<Setting, String> {
        let (options, paths): (Vec<_>, Vec<_>) =
            arguments.partition(|argument| argument == "--quick");
        let [pages, data] = &paths[..] else {
            return Err("The folder of the other pages or the data set is missing.".into());
        };
        Ok(Setting {
            pages: pages.into(),
            known: Known::of(data.as_ref())?,
            quick: !options.is_empty(),
        })
    }
}

/// The pages in the order of a round: each comes first as often as the others.
pub fn in_turn(round: usize) -> impl Iterator<Item = Contender> {
    let count = Contender::ALL.len();
    (0..count).map(move |place| Contender::ALL[(round + place) % count])
}

/// What many times come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    pub median: f64,
    /// Nineteen of twenty took at most as long.
    pub high: f64,
    pub worst: f64,
}

impl Summary {
    /// Sums up times, of which there is at least one.
    pub fn of(times: impl IntoIterator<Item = f64>) -> Summary {
        let mut times: Vec<f64> = times.into_iter().collect();
        times.sort_by(f64::total_cmp);
        // The least time that so many of a hundred do not exceed.
        let least = |percent: usize| times[(times.len() * percent).div_ceil(100) - 1];
        Summary {
            median: least(50),
            high: least(95),
            worst: least(100),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_of_the_ranks_and_not_of_the_order_of_measuring() {
        let times = (1..=100).rev().map(f64::from);
        let expected = Summary {
            median: 50.0,
            high: 95.0,
            worst: 100.0,
        };
        assert_eq!(Summary::of(times), expected);
        let one = Summary::of([3.0]);
        assert_eq!([one.median, one.high, one.worst], [3.0; 3]);
    }

    #[test]
    fn each_page_has_each_turn() {
        for place in 0..4 {
            let turns: Vec<_> = (0..4)
                .filter_map(|round| in_turn(round).nth(place))
                .collect();
            for contender in Contender::ALL {
                assert!(turns.contains(&contender), "{contender} at {place}");
            }
        }
    }
}
