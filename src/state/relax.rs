//! Relaxations of a view without results: the smallest changes that find
//! something. Each candidate is a changed [`ViewState`], as readers may choose
//! it under the locks of the embedding site, and is judged by counting its
//! results.

use std::ops::Range;

use facet_search::{CharFold, Interpretation, ItemKind, TextQuery, ranked};

use super::{Matching, Page, SearchIndex, SearchText, ViewState};
use crate::data::Agenda;

/// One change to a view that asks for less or for something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Drop the n-th item of the search.
    Word(usize),
    /// Look for the words of the n-th item, a phrase, in any order.
    Unquote(usize),
    /// Look for another word than the n-th item.
    Spelling { index: usize, word: String },
    /// Look for what is near instead of words of which the texts say nothing, by their
    /// bytes in the search text.
    Near { range: Range<usize>, text: String },
    /// Drop the search.
    Search,
    /// Drop one value of a facet.
    Value { facet: usize, value: usize },
    /// Drop all values of a facet.
    Facet(usize),
    /// Ask for any of the values of a facet instead of all.
    Any(usize),
    /// Look beyond the list that limits the results.
    Scope,
    /// Drop all facets and look beyond the list.
    Filters,
    /// Drop all of it.
    Everything,
}

/// A change, and the number of results that it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    pub change: Change,
    /// How many results there would be; never zero.
    pub count: usize,
}

/// What results are counted in.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    pub agenda: &'a Agenda,
    pub index: &'a SearchIndex,
    /// The numbers of the reader's own list.
    pub saved: &'a [u16],
    pub fold: CharFold,
}

/// How many changes are offered at most.
const MAX_RELAXATIONS: usize = 6;

/// How many other spellings of one word are tried.
const MAX_SPELLINGS: usize = 3;

/// The changes to a view without results that find something: those that give up
/// least first, among these those that find most. `interpretation` is that of
/// its search text.
#[inline(never)]
pub fn relaxations(
    view_state: &ViewState,
    interpretation: &Interpretation,
    scope: Scope,
) -> Vec<Relaxation> {
    let mut found = Vec::new();
    let mut keys = Vec::new();
    let mut seen = vec![view_state.clone()];
    for (given_up, change) in candidates(view_state, interpretation, scope) {
        let changed = view_state.changed(&change, scope.fold);
        let changed = changed.allowed_by(view_state, scope.agenda);
        let query = changed.query(scope.agenda, scope.saved, scope.fold);
        let count = scope.index.count(&query);
        // Two changes can come to the same, as when only one facet is chosen.
        if count > 0 && !seen.contains(&changed) {
            seen.push(changed);
            // Few things given up come first, then many documents found.
            let key = ((given_up as u64) << 32) | u64::from(u32::MAX - count as u32);
            keys.push((key, found.len()));
            found.push(Relaxation { change, count });
        }
    }
    let best = ranked(keys.into_iter(), MAX_RELAXATIONS).into_iter();
    best.filter_map(|place| found.get(place).cloned()).collect()
}

/// The changes worth trying, each with the number of things that it gives up.
fn candidates(
    view_state: &ViewState,
    interpretation: &Interpretation,
    scope: Scope,
) -> Vec<(usize, Change)> {
    let mut changes = Vec::new();
    let text = TextQuery::parse(view_state.search.as_str(), scope.fold);
    // What names documents is one thing.
    let terms = match interpretation.references {
        Some(_) => 1,
        None => {
            near(&text, interpretation, scope, &mut changes);
            in_search(&text, interpretation, scope, &mut changes);
            text.items().count()
        }
    };
    if terms > 0 {
        changes.push((terms, Change::Search));
    }
    let mut filters = 0;
    let facets = scope.agenda.facets.iter().zip(&view_state.chosen);
    for (facet, (known, chosen)) in facets.enumerate() {
        let requires_all = known.any_all && view_state.matching == Matching::All;
        filters += chosen.len();
        // One value less widens only where all are asked for or none is left.
        if requires_all || chosen.len() == 1 {
            let values = chosen.iter();
            changes.extend(values.map(|value| (1, Change::Value { facet, value })));
        }
        if requires_all && chosen.len() > 1 {
            changes.push((1, Change::Any(facet)));
        }
        if chosen.len() > 1 {
            changes.push((chosen.len(), Change::Facet(facet)));
        }
    }
    if view_state.has_scope() {
        filters += 1;
        changes.push((1, Change::Scope));
    }
    if filters > 1 {
        changes.push((filters, Change::Filters));
    }
    if filters > 0 && terms > 0 {
        changes.push((filters + terms, Change::Everything));
    }
    changes
}

/// What the glossary offers where the texts say nothing: in the place of its words, or of
/// the whole search.
fn near(
    search: &TextQuery,
    interpretation: &Interpretation,
    scope: Scope,
    changes: &mut Vec<(usize, Change)>,
) {
    let whole = 0..search.text().len();
    for absence in &interpretation.absences {
        let entry = scope.index.entry(absence.entry);
        let near = entry.and_then(|entry| entry.near);
        for text in near.into_iter().flatten() {
            let mut offer = |given_up, range: &Range<usize>| {
                if is_short(&search.replaced(range.clone(), &text)) {
                    let change = Change::Near {
                        range: range.clone(),
                        text: text.clone(),
                    };
                    changes.push((given_up, change));
                }
            };
            offer(0, &absence.range);
            if absence.range != whole {
                offer(1, &whole);
            }
        }
    }
}

/// The changes to single items of a search. To look for the same in another
/// way gives up nothing. Words of a phrase of another language mean nothing alone.
fn in_search(
    text: &TextQuery,
    interpretation: &Interpretation,
    scope: Scope,
    changes: &mut Vec<(usize, Change)>,
) {
    let several = text.items().nth(1).is_some();
    for (index, item) in text.items().enumerate() {
        let mut phrases = interpretation.translated.iter().map(|it| &it.range);
        if phrases.any(|range| *range != item.words && contains(range, &item.words)) {
            continue;
        }
        match &item.kind {
            ItemKind::Word(word) if !item.excluded => {
                let words = scope.index.corpus().spelling_suggestions(word);
                let words = words.filter(|word| is_short(&text.respelled(index, word)));
                let words = words.take(MAX_SPELLINGS);
                changes.extend(words.map(|word| {
                    let word = word.to_owned();
                    (0, Change::Spelling { index, word })
                }));
            }
            ItemKind::Phrase { .. } if !item.excluded => changes.push((0, Change::Unquote(index))),
            _ => {}
        }
        if several {
            changes.push((1, Change::Word(index)));
        }
    }
}

/// Whether a range of bytes lies in another.
pub(super) fn contains(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Whether a link can carry a search text.
fn is_short(text: &str) -> bool {
    text.chars().count() <= TextQuery::MAX_CHARS
}

impl ViewState {
    /// The same view with a change made.
    pub fn changed(&self, change: &Change, fold: CharFold) -> ViewState {
        let mut changed = self.clone();
        let text = || TextQuery::parse(self.search.as_str(), fold);
        match change {
            Change::Word(index) => {
                changed.search = SearchText::edited(text().without(*index, fold))
            }
            Change::Unquote(index) => changed.search = SearchText::edited(text().unquoted(*index)),
            Change::Spelling { index, word } => {
                changed.search = SearchText::edited(text().respelled(*index, word));
            }
            Change::Near { range, text: near } => {
                changed.search = SearchText::edited(text().replaced(range.clone(), near));
            }
            Change::Search => changed.search = SearchText::default(),
            Change::Value { facet, value } => {
                if let Some(chosen) = changed.chosen.get_mut(*facet) {
                    chosen.remove(*value);
                }
            }
            Change::Facet(facet) => {
                if let Some(chosen) = changed.chosen.get_mut(*facet) {
                    chosen.clear();
                }
            }
            Change::Any(_) => changed.matching = Matching::Any,
            Change::Scope => changed.leave_scope(),
            Change::Filters => {
                changed.clear_filters();
                changed.leave_scope();
            }
            Change::Everything => {
                changed.clear();
                changed.leave_scope();
            }
        }
        changed.normalised()
    }

    /// Whether a list limits the results.
    fn has_scope(&self) -> bool {
        self.page == Page::Saved || !self.list.is_empty()
    }

    fn leave_scope(&mut self) {
        if self.page == Page::Saved {
            self.page = Page::List;
        }
        self.list.clear();
    }
}
