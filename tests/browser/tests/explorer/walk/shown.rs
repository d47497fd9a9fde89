//! The parts of the page that a walk compares.

use browser_tests::seen::{Seen, Value};
use explorer::state::SearchText;

use crate::known::{Answer, search};

/// The parts of the page that must agree.
pub struct Shown {
    pub query: String,
    pub saved: Option<usize>,
    /// `None` on pages without recommendations.
    pub list: Option<List>,
}

pub struct List {
    pub search: SearchText,
    pub matching: Option<String>,
    pub chosen: Vec<String>,
    pub disabled: Vec<String>,
    pub count: (usize, usize),
    pub answer: Answer,
    pub saved: Vec<u16>,
    /// Those that are found, by number; `None` where it is not said.
    pub numerals: Option<Vec<u16>>,
}

impl List {
    /// Each part as a text, so that a failed walk tells what differs and not
    /// everything that does not.
    fn parts(&self) -> Vec<String> {
        let mut parts = vec![
            format!("{:?}", self.search),
            format!("{:?}", self.matching),
            format!("chosen {:?}", self.chosen),
            format!("disabled {:?}", self.disabled),
            format!("count {:?}", self.count),
            format!("numbers {:?}", self.answer.numbers),
            format!("saved {:?}", self.saved),
            format!("{} values", self.answer.counts.len()),
        ];
        let counts = self.answer.counts.iter();
        parts.extend(counts.map(|count| format!("{count:?}")));
        parts
    }
}

/// What the page shows of the parts that must agree.
pub fn shown(seen: &Seen) -> Shown {
    let named = |is: fn(&Value) -> bool| {
        let values = seen.values.iter().filter(move |value| is(value));
        values
            .map(|value| format!("{}={}", value.facet, value.value))
            .collect()
    };
    let counts = seen.values.iter();
    let counts = counts.map(|value| (value.facet.clone(), value.value.clone(), value.count));
    let mut saved = seen.saved.clone();
    saved.retain(|number| seen.numbers.contains(number));
    saved.sort_unstable();
    Shown {
        query: seen.query.clone(),
        saved: seen.saved_count,
        list: seen.count.as_ref().map(|count| List {
            search: search(seen.typed.as_deref().unwrap_or_default()),
            matching: seen.matching.clone(),
            chosen: named(|value| value.checked),
            // The one that has the focus stays usable, so that it keeps it.
            disabled: named(|value| {
                value.disabled || (value.focused && value.count == 0 && !value.checked)
            }),
            count: (count.shown, count.total),
            answer: Answer {
                numbers: seen.numbers.clone(),
                counts: counts.collect(),
            },
            saved,
            numerals: seen.numerals.clone(),
        }),
    }
}

/// What of the page is not as it must be.
pub fn differences(shown: &Shown, expected: &Shown) -> Vec<String> {
    let mut differences = Vec::new();
    let mut compare = |shown: String, expected: String| {
        if shown != expected {
            differences.push(format!("{shown} instead of {expected}"));
        }
    };
    compare(shown.query.clone(), expected.query.clone());
    compare(
        format!("{:?}", shown.saved),
        format!("{:?}", expected.saved),
    );
    match (&shown.list, &expected.list) {
        (Some(shown), Some(expected)) => {
            for (shown, expected) in shown.parts().into_iter().zip(expected.parts()) {
                compare(shown, expected);
            }
            if let Some(numerals) = &shown.numerals {
                let mut numbers = expected.answer.numbers.clone();
                numbers.sort_unstable();
                compare(
                    format!("numerals {numerals:?}"),
                    format!("numerals {numbers:?}"),
                );
            }
        }
        (shown, expected) => compare(is_there(shown), is_there(expected)),
    }
    differences
}

fn is_there(list: &Option<List>) -> String {
    let words = if list.is_some() { "a list" } else { "no list" };
    words.to_owned()
}
