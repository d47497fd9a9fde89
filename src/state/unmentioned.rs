//! The words of a search that no recommendation has, in any form.

use std::ops::Range;

use facet_search::{Interpretation, ItemKind, QueryItem, TextQuery};

use super::relax::contains;
use super::{Scope, SearchText, ViewState};

/// The plain words of a search that find nothing by themselves, as they were typed.
/// A reference, as `interpretation` has it, has none: it is not searched for in texts.
#[inline(never)]
pub fn unmentioned(
    view_state: &ViewState,
    interpretation: &Interpretation,
    scope: Scope,
) -> Vec<String> {
    if interpretation.references.is_some() {
        return Vec::new();
    }
    let text = TextQuery::parse(view_state.search.as_str(), scope.fold);
    let mut found: Vec<String> = Vec::new();
    // Of these it is said what they mean, or that the texts say nothing of them.
    let translated = interpretation.translated.iter().map(|it| &it.range);
    let absences = interpretation.absences.iter().map(|it| &it.range);
    let explained: Vec<&Range<usize>> = translated.chain(absences).collect();
    let is_explained = |item: &QueryItem| {
        let mut explained = explained.iter();
        explained.any(|range| contains(range, &item.words))
    };
    let items = text.items().filter(|item| !item.excluded);
    for item in items.filter(|item| !is_explained(item)) {
        let word = text.text().get(item.range.clone()).unwrap_or_default();
        let is_word = matches!(item.kind, ItemKind::Word(_));
        if !is_word || found.iter().any(|other| other == word) {
            continue;
        }
        let mut alone = ViewState::new(scope.agenda);
        alone.search = SearchText::edited(word.to_owned());
        if scope
            .index
            .count(&alone.query(scope.agenda, &[], scope.fold))
            == 0
        {
            found.push(word.to_owned());
        }
    }
    found
}
