use facet_search::{ExpansionSource, FacetValueRef, UnknownReference};

use super::English;
use super::grammar::counted;
use crate::data::Agenda;
use crate::joined::joined;
use crate::messages::{FoundWords, Grammar, Names, SearchMessages};
use crate::state::{SearchIndex, Suggested};

/// How much of what words also find is said one by one.
const MAX_OTHERS: usize = 3;

impl SearchMessages for English {
    fn search(&self, agenda: &Agenda) -> String {
        format!("Search the {}", agenda.noun.many)
    }

    fn search_short(&self) -> &'static str {
        "Search"
    }

    fn search_hint(&self, agenda: &Agenda) -> String {
        let section = self.value_short(agenda, agenda.section().unwrap_or_default(), 0);
        format!(
            "Results update as you type. Every word must match; its start is enough. Also: “exact words”, \u{2011}without, one or other, 12, 15(3), 1-5, {}.",
            section.to_ascii_lowercase()
        )
    }

    fn translated(&self, read: &[(String, Vec<String>)]) -> String {
        let read = read.iter().map(|(typed, means)| {
            let means: Vec<String> = means.iter().map(|it| self.quoted(it)).collect();
            format!("{} as {}", self.quoted(typed), joined(&means, " and "))
        });
        let read: Vec<String> = read.collect();
        format!(
            "The texts are in English. The search reads {}.",
            joined(&read, ", ")
        )
    }

    fn expansion(
        &self,
        agenda: &Agenda,
        index: &SearchIndex,
        typed: &str,
        sources: &[ExpansionSource],
    ) -> String {
        let mut others: Vec<String> = Vec::new();
        for source in sources {
            match source {
                ExpansionSource::Entry(entry) => {
                    let entry = index.entry(*entry);
                    let found = entry.map_or_else(Vec::new, |entry| {
                        if entry.finds.is_empty() {
                            entry.words
                        } else {
                            entry.finds
                        }
                    });
                    let is_typed = |word: &&String| word.eq_ignore_ascii_case(typed);
                    let found = found.iter().filter(|word| !is_typed(word));
                    others.extend(found.map(|word| self.quoted(word)));
                }
                ExpansionSource::Value(carried) => others.push(value_named(agenda, *carried)),
            }
        }
        let more = others.len().saturating_sub(MAX_OTHERS);
        others.truncate(MAX_OTHERS);
        let (typed, others) = (self.quoted(typed), joined(&others, ", "));
        if more == 0 {
            format!("{typed} also matches {others}")
        } else {
            format!("{typed} also matches {others} and {more} more")
        }
    }

    fn nothing_to_search(&self, text: &str) -> String {
        format!("{} contains no word to search for.", self.quoted(text))
    }

    fn search_cut(&self, most: usize) -> String {
        format!("The search uses only the first {most} characters.")
    }

    fn corrected(&self, typed: &str, used: &str) -> String {
        let (typed, used) = (self.quoted(typed), self.quoted(used));
        format!("No match for {typed}. Showing {used}.")
    }

    fn unknown_reference(&self, agenda: &Agenda, unknown: UnknownReference) -> String {
        let (what, ends) = match unknown {
            UnknownReference::Document => {
                let recommendations = &agenda.recommendations;
                let ends = [recommendations.first(), recommendations.last()];
                let ends = ends.map(|it| it.map(|it| it.number.to_string()));
                (counted(agenda, recommendations.len()), ends)
            }
            UnknownReference::Value(facet) => {
                let Some(facet) = agenda.facets.get(facet) else {
                    return String::new();
                };
                let ends = [facet.values.first(), facet.values.last()];
                let ends = ends.map(|it| it.and_then(|it| it.letter.clone()));
                let many = facet.label_many.to_ascii_lowercase();
                (format!("{} {many}", facet.values.len()), ends)
            }
        };
        let [first, last] = ends.map(Option::unwrap_or_default);
        format!("There are {what}, {first} to {last}.")
    }

    fn as_written(&self, typed: &str) -> String {
        format!("Search for {} instead", self.quoted(typed))
    }

    fn words_loading(&self, text: &str) -> String {
        format!("Searching for {}…", self.quoted(text))
    }

    fn words_not_loaded(&self, text: &str) -> String {
        let text = self.quoted(text);
        format!(
            "{text} could not be searched for: part of the search did not arrive. Check your connection and try again."
        )
    }

    fn suggestions(&self) -> &'static str {
        "Suggestions"
    }

    fn suggestion(&self, agenda: &Agenda, what: &Suggested) -> String {
        match what {
            Suggested::Number(number) => self.recommendation(agenda, *number),
            Suggested::Value { facet, value } => self.value_long(agenda, *facet, *value),
            Suggested::Words(words) => self.quoted(words),
        }
    }

    fn suggestion_name(&self, agenda: &Agenda, suggestion: &str, count: usize) -> String {
        format!("{suggestion}, {}", counted(agenda, count))
    }

    fn why(&self) -> &'static str {
        "Why this result"
    }

    fn reason(
        &self,
        agenda: &Agenda,
        index: &SearchIndex,
        typed: &str,
        found: &[FoundWords],
        values: &[FacetValueRef],
    ) -> String {
        let found = found.iter().map(|found| {
            let mut reason = self.quoted(&found.words);
            if found.times > 1 {
                reason.push_str(&format!(", {} times", found.times));
            }
            if let Some(ExpansionSource::Entry(entry)) = found.via
                && let Some(entry) = index.entry(entry)
            {
                reason.push_str(&format!(" ({})", entry.reason));
            }
            reason
        });
        let found: Vec<String> = found.collect();
        let values: Vec<String> = values.iter().map(|it| value_named(agenda, *it)).collect();
        let (found, values) = (joined(&found, "; "), joined(&values, ", "));
        let typed = self.quoted(typed);
        if found.is_empty() {
            format!("{typed}: classified under {values}")
        } else if values.is_empty() {
            format!("{typed} matches {found}")
        } else {
            format!("{typed} matches {found}; also classified under {values}")
        }
    }
}

/// A value with its facet.
fn value_named(agenda: &Agenda, carried: FacetValueRef) -> String {
    let facet = agenda.facets.get(carried.facet);
    let value = facet.and_then(|facet| facet.values.get(carried.value));
    let facet = facet.map_or("", |facet| &facet.label);
    let value = value.map_or("", |value| &value.label);
    format!("{facet} {}", English.quoted(value))
}
