//! Access to the JSON of a data set, field by field: what is missing, misspelt
//! or of the wrong kind becomes a fault with its place, and reading goes on.

use serde_json::{Map, Value};

use crate::data::fault::Faults;
use crate::data::names::is_id;

/// What faults of the whole are said of.
pub(super) const WHOLE: &str = "the data set";

/// The highest number of an entry or paragraph.
const HIGHEST: u16 = 50_000;

/// An object of the JSON.
pub(super) struct Entry<'v> {
    fields: &'v Map<String, Value>,
    /// What it is called in a fault.
    pub(super) place: String,
    faults: &'v Faults,
}

impl<'v> Entry<'v> {
    /// An object with some of the fields in `known`; `None` where it is none.
    pub(super) fn new(
        value: &'v Value,
        place: String,
        known: &[&str],
        faults: &'v Faults,
    ) -> Option<Entry<'v>> {
        let Value::Object(fields) = value else {
            let is = kind(value);
            faults.add(
                &place,
                format!("this must be an object in braces, but is {is}."),
            );
            return None;
        };
        for field in fields
            .keys()
            .filter(|field| !known.contains(&field.as_str()))
        {
            let meant = known.iter().find(|known| are_close(known, field));
            let help = meant.map_or_else(
                || format!("it can have {}", known.join(", ")),
                |meant| format!("did you mean “{meant}”"),
            );
            let end = if meant.is_some() { '?' } else { '.' };
            faults.add(&place, format!("there is no field “{field}”; {help}{end}"));
        }
        Some(Entry {
            fields,
            place,
            faults,
        })
    }

    /// The objects of a list, each with the place that `name` gives it.
    pub(super) fn entries(
        &self,
        field: &str,
        known: &[&str],
        name: impl Fn(&Value, usize) -> String,
    ) -> Vec<Entry<'v>> {
        let entries = self.list_if_any(field).iter().zip(1..);
        entries
            .filter_map(|(value, count)| Entry::new(value, name(value, count), known, self.faults))
            .collect()
    }

    /// An object that may be left out.
    pub(super) fn entry_if_any(&self, field: &str, known: &[&str]) -> Option<Entry<'v>> {
        let place = match self.place.as_str() {
            WHOLE => format!("“{field}”"),
            place => format!("{place}, “{field}”"),
        };
        Entry::new(self.get(field)?, place, known, self.faults)
    }

    pub(super) fn fault(&self, what: impl Into<String>) {
        self.faults.add(&self.place, what);
    }

    pub(super) fn get(&self, field: &str) -> Option<&'v Value> {
        self.fields.get(field)
    }

    pub(super) fn has(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }

    /// Whether a field that must be there is; where not, it is a fault.
    pub(super) fn needs(&self, field: &str) -> bool {
        let is_there = self.has(field);
        if !is_there {
            self.fault(format!("“{field}” is missing."));
        }
        is_there
    }

    /// A line of text that may be left out.
    pub(super) fn line_if_any(&self, field: &str) -> Option<String> {
        let value = self.get(field)?;
        let line = self.one_line(&format!("“{field}”"), value);
        Some(line.unwrap_or_default().to_owned())
    }

    /// A line of text.
    pub(super) fn line(&self, field: &str) -> String {
        self.needs(field);
        self.line_if_any(field).unwrap_or_default()
    }

    /// A list of lines of text, which may be left out.
    pub(super) fn lines(&self, field: &str) -> Vec<String> {
        let lines = self.list_if_any(field).iter().zip(1..);
        let lines = lines.filter_map(|(value, count)| {
            self.one_line(&format!("entry {count} of “{field}”"), value)
        });
        lines.map(str::to_owned).collect()
    }

    fn one_line(&self, name: &str, value: &'v Value) -> Option<&'v str> {
        let Value::String(text) = value else {
            let is = kind(value);
            self.fault(format!(
                "{name} must be text in quotation marks, but is {is}."
            ));
            return None;
        };
        if text.trim().is_empty() {
            self.fault(format!("{name} is empty; fill it in."));
        } else if text.contains(char::is_control) {
            self.fault(format!(
                "{name} has a line break or another control character; write it on one line."
            ));
        } else if text.trim() != text {
            self.fault(format!("{name} begins or ends with a space; remove it."));
        }
        Some(text)
    }

    /// A text of any form, such as the words that a correction replaces.
    pub(super) fn text(&self, field: &str) -> String {
        match self.get(field) {
            Some(Value::String(text)) => text.clone(),
            Some(value) => {
                let is = kind(value);
                self.fault(format!(
                    "“{field}” must be text in quotation marks, but is {is}."
                ));
                String::new()
            }
            None => {
                self.needs(field);
                String::new()
            }
        }
    }

    /// A name in addresses, which may be left out.
    pub(super) fn id_if_any(&self, field: &str) -> Option<String> {
        let id = self.line_if_any(field)?;
        if !id.is_empty() && !is_id(&id) {
            self.fault(format!(
                "“{field}” is “{id}”; use only small letters a–z, digits, and hyphens between \
                 them, with a letter first, as it becomes part of addresses."
            ));
        }
        Some(id)
    }

    /// A name in addresses.
    pub(super) fn id(&self, field: &str) -> String {
        self.needs(field);
        self.id_if_any(field).unwrap_or_default()
    }

    /// A web address, which may be left out.
    pub(super) fn url_if_any(&self, field: &str) -> Option<String> {
        let url = self.line_if_any(field)?;
        let rest = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"));
        let is_url = rest.is_some_and(|rest| {
            !rest.is_empty() && !rest.starts_with('/') && !rest.contains(char::is_whitespace)
        });
        if !url.is_empty() && !is_url {
            self.fault(format!(
                "“{field}” is “{url}”; give the whole web address, from https:// on."
            ));
        }
        Some(url)
    }

    /// A web address.
    pub(super) fn url(&self, field: &str) -> String {
        self.needs(field);
        self.url_if_any(field).unwrap_or_default()
    }

    /// A number from `lowest` to `highest`; 0 where there is none.
    pub(super) fn number_between(&self, field: &str, lowest: u16, highest: u16) -> u16 {
        if !self.needs(field) {
            return 0;
        }
        let value = self.get(field).unwrap_or(&Value::Null);
        let number = value.as_u64().and_then(|it| u16::try_from(it).ok());
        match number.filter(|number| (lowest..=highest).contains(number)) {
            Some(number) => number,
            None => {
                let is = kind(value);
                self.fault(format!(
                    "“{field}” must be a whole number from {lowest} to {highest}, but is {is}."
                ));
                0
            }
        }
    }

    /// A list of numbers of recommendations, which may be left out.
    pub(super) fn numbers(&self, field: &str) -> Vec<u16> {
        let mut numbers = Vec::new();
        for (value, count) in self.list_if_any(field).iter().zip(1..) {
            let number = value.as_u64().and_then(|it| u16::try_from(it).ok());
            match number.filter(|number| (1..=HIGHEST).contains(number)) {
                Some(number) => numbers.push(number),
                None => {
                    let is = kind(value);
                    self.fault(format!(
                        "entry {count} of “{field}” must be a whole number from 1 to {HIGHEST}, \
                         but is {is}."
                    ));
                }
            }
        }
        numbers
    }

    /// The number of an entry or a paragraph.
    pub(super) fn number(&self) -> u16 {
        self.number_between("number", 1, HIGHEST)
    }

    /// `true` or `false`, which may be left out.
    pub(super) fn flag(&self, field: &str) -> Option<bool> {
        let value = self.get(field)?;
        if value.as_bool().is_none() {
            let is = kind(value);
            self.fault(format!("“{field}” must be true or false, but is {is}."));
        }
        value.as_bool()
    }

    /// A list with at least one entry.
    pub(super) fn filled(&self, field: &str) {
        if self.needs(field) && matches!(self.get(field), Some(Value::Array(all)) if all.is_empty())
        {
            self.fault(format!("“{field}” is empty; it needs at least one entry."));
        }
    }

    /// A list that may be left out.
    pub(super) fn list_if_any(&self, field: &str) -> &'v [Value] {
        match self.get(field) {
            None => &[],
            Some(Value::Array(list)) => list,
            Some(value) => {
                let is = kind(value);
                self.fault(format!(
                    "“{field}” must be a list in square brackets, but is {is}."
                ));
                &[]
            }
        }
    }
}

/// What a value is, in words.
fn kind(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(it) => it.to_string(),
        Value::Number(it) => it.to_string(),
        Value::String(it) => format!("the text “{}”", it.chars().take(40).collect::<String>()),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// Whether one word is most likely a misspelling of the other: at most two
/// letters changed, put in or left out, and not more than half of them.
fn are_close(one: &str, other: &str) -> bool {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (line, letter) in one.chars().enumerate() {
        let mut next = vec![line + 1];
        for ((before, pair), same) in (0..).zip(row.windows(2)).zip(other.chars()) {
            let (&[diagonal, above], Some(&left)) = (pair, next.get::<usize>(before)) else {
                continue;
            };
            let changed = diagonal + usize::from(letter != same);
            next.push(changed.min(above + 1).min(left + 1));
        }
        row = next;
    }
    let shortest = one.len().min(other.len());
    row.last()
        .is_some_and(|distance| *distance <= 2 && distance * 2 <= shortest)
}
