//! What a reader may mean who has typed so far: recommendations by number, values of
//! facets, and entries of the glossary, each with what it finds.

use facet_search::{CharFold, ranked, tokens};

use super::{Scope, SearchIndex, SearchText, ViewState};
use crate::data::{Agenda, FacetRole};

/// Something to be chosen instead of what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub what: Suggested,
    /// The view that it leads to.
    pub view_state: ViewState,
    /// How many recommendations that view shows; never zero.
    pub count: usize,
}

/// What a suggestion names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggested {
    /// A recommendation.
    Number(u16),
    /// A value of a facet, by positions.
    Value { facet: usize, value: usize },
    /// Words of the glossary.
    Words(String),
}

/// How many are made at most.
pub const MAX_SUGGESTIONS: usize = 8;

/// Everything that can be suggested.
pub struct Suggester {
    known: Vec<Known>,
}

/// Something that can be suggested, by one of its names.
struct Known {
    what: Suggested,
    /// The entry of the glossary, of which one name is suggested.
    entry: Option<usize>,
    /// The words of the name, as the search compares them.
    words: Vec<String>,
}

impl Suggester {
    /// Collects what can be suggested: numbers, values, words of the glossary as far as they
    /// are loaded. What the texts do not mention is not among it.
    #[inline(never)]
    pub fn new(agenda: &Agenda, index: &SearchIndex, fold: CharFold) -> Suggester {
        let mut known = Vec::new();
        let mut add = |what, entry, name: &str| {
            let words = tokens(name, fold).into_iter().map(|token| token.word);
            known.push(Known {
                what,
                entry,
                words: words.collect(),
            });
        };
        for it in &agenda.recommendations {
            add(Suggested::Number(it.number), None, &it.number.to_string());
        }
        for (facet, it) in agenda.facets.iter().enumerate() {
            for (value, it) in it.values.iter().enumerate() {
                add(Suggested::Value { facet, value }, None, &it.label);
            }
        }
        let entries = index.entries();
        for (position, entry) in entries.filter(|(_, entry)| entry.near.is_none()) {
            for words in &entry.words {
                add(Suggested::Words(words.clone()), Some(position), words);
            }
        }
        Suggester { known }
    }

    /// The suggestions for the search text of a view: those that begin with what is typed,
    /// then those that have it further behind; of these, values come before words, and short
    /// names before long ones. For nothing typed, the themes of most recommendations.
    #[inline(never)]
    pub fn suggest(&self, view_state: &ViewState, scope: Scope) -> Vec<Suggestion> {
        let typed = tokens(view_state.search.as_str(), scope.fold).into_iter();
        let typed: Vec<String> = typed.map(|token| token.word).collect();
        let mut keys = Vec::new();
        for (position, known) in self.known.iter().enumerate() {
            let key = if typed.is_empty() {
                let theme = known.is_theme(scope.agenda);
                let theme = theme.then(|| known.suggestion(view_state, scope)).flatten();
                theme.map(|theme| u64::MAX - theme.count as u64)
            } else {
                let place = place_in(&known.words, &typed);
                let rank = |place| u64::from(place > 0) * 2 + u64::from(known.entry.is_some());
                place.map(|place| (rank(place) << 32) + known.words.len() as u64)
            };
            keys.extend(key.map(|key| (key, position)));
        }
        let mut found: Vec<Suggestion> = Vec::new();
        let mut entries = Vec::new();
        let known = ranked(keys.into_iter(), usize::MAX).into_iter();
        for known in known.filter_map(|position| self.known.get(position)) {
            if found.len() == MAX_SUGGESTIONS {
                break;
            }
            if known.entry.is_some_and(|entry| entries.contains(&entry)) {
                continue;
            }
            if let Some(suggestion) = known.suggestion(view_state, scope) {
                let mut others = found.iter();
                if !others.any(|other| other.view_state == suggestion.view_state) {
                    entries.extend(known.entry);
                    found.push(suggestion);
                }
            }
        }
        found
    }
}

impl Known {
    fn is_theme(&self, agenda: &Agenda) -> bool {
        let Suggested::Value { facet, .. } = self.what else {
            return false;
        };
        agenda
            .facets
            .get(facet)
            .is_some_and(|it| it.role == FacetRole::Topic)
    }

    /// The suggestion of it, where that leads from a view to another one with results. A
    /// recommendation is opened as well.
    fn suggestion(&self, view_state: &ViewState, scope: Scope) -> Option<Suggestion> {
        let mut changed = view_state.clone();
        let text = match &self.what {
            Suggested::Number(number) => {
                changed.open = Some(*number);
                number.to_string()
            }
            Suggested::Value { facet, value } => {
                if view_state.locks(*facet) || view_state.is_chosen(*facet, *value) {
                    return None;
                }
                changed.toggle(*facet, *value);
                String::new()
            }
            Suggested::Words(words) => words.clone(),
        };
        changed.search = SearchText::edited(text);
        let changed = changed.normalised();
        if changed == *view_state {
            return None;
        }
        let query = changed.query(scope.agenda, scope.saved, scope.fold);
        let count = scope.index.count(&query);
        (count > 0).then(|| Suggestion {
            what: self.what.clone(),
            view_state: changed,
            count,
        })
    }
}

/// Where a name has what is typed, one word after the other; the last may be incomplete.
fn place_in(name: &[String], typed: &[String]) -> Option<usize> {
    let (last, before) = typed.split_last()?;
    name.windows(typed.len()).position(|words| {
        let parts = words.split_last();
        parts.is_some_and(|(end, start)| start == before && end.starts_with(last.as_str()))
    })
}
