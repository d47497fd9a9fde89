//! Marks in the text of an opened recommendation what supports a value that one points at.
//! Loaded when somebody does.

use crate::browser::page;
use crate::data::Recommendation;
use crate::ids;
use crate::store::{Part, Store};
use crate::ui::results::text::{marks, passages, write};

/// Marks what supports a value, named by the positions of its facet and its own; with
/// `None` only what is marked anyway.
#[inline(never)]
pub fn follow(store: Store, entry: &'static Recommendation, pointed: Option<(usize, usize)>) {
    let answered = move |arrived| {
        if arrived {
            mark(store, entry, pointed);
        }
    };
    store.when_answered(Part::Extras, Box::new(answered));
}

#[inline(never)]
fn mark(store: Store, entry: &'static Recommendation, pointed: Option<(usize, usize)>) {
    let heading = page::element(&ids::heading(entry.number));
    let article = heading.and_then(|heading| heading.closest("article").ok()?);
    // What is written anew is no longer selected.
    let Some(article) = article.filter(|_| !page::has_selection()) else {
        return;
    };
    let mut view_state = store.view_state.get_untracked();
    if let Some((facet, value)) = pointed
        && let Some(chosen) = view_state.chosen.get_mut(facet)
    {
        chosen.insert(value);
    }
    let position = store.agenda.position(entry.number).unwrap_or_default();
    let (_, hits) = store
        .results
        .with_untracked(|results| store.explain(position, results));
    let marks = marks(store, entry, hits, &view_state);
    let blocks = entry.text.iter().zip(&marks);
    for (passage, (block, marks)) in passages(&article).iter().zip(blocks) {
        write(passage, &block.text, marks);
    }
}
