//! What stands in the place of the results where there are none: the changes of
//! what is asked that would give some.

use crate::browser::focus;
use crate::browser::unicode::UNICODE;
use crate::joined::joined;
use crate::messages::{ResultMessages, SavedMessages, messages};
use crate::state::{Change, Page, Relaxation};
use crate::store::Store;
use crate::ui::dom::{Node, button, keyed, node};
use crate::ui::search::query_feedback;

/// Says that there is no result, and offers the changes that would give some.
#[inline(never)]
pub fn nothing(store: Store) -> Node {
    let nothing_saved = move || {
        let saved_page = store
            .view_state
            .with(|view_state| view_state.page == Page::Saved);
        saved_page && store.saved().is_empty()
    };
    // Every view state that finds nothing has its own ways out.
    let key = move || {
        let view_state = store.view_state.with(|view_state| store.href(view_state));
        format!("{}{view_state}", nothing_saved())
    };
    let ways = keyed(key, move |_| {
        let ways = if nothing_saved() {
            Vec::new()
        } else {
            store.relaxations()
        };
        let words = store.unmentioned();
        let mut sentences = query_feedback::absences(store);
        // Where one alternative is absent, another may be filtered out.
        let several = store
            .results
            .with(|results| results.interpretation.has_alternatives());
        if nothing_saved() {
            sentences = vec![messages().nothing_saved(store.agenda)];
        } else if !words.is_empty() {
            sentences.push(messages().not_mentioned(store.agenda, &words));
        } else if sentences.is_empty() && ways.is_empty() {
            sentences.push(messages().no_such_words(store.agenda));
        } else if sentences.is_empty() || several {
            sentences.push(messages().nothing_matches(store.agenda));
        }
        let sentence = joined(&sentences, " ");
        let intro = (!ways.is_empty()).then(|| node("p").text(messages().relaxations_intro()));
        let ways = ways.into_iter().map(|relaxation| way(store, relaxation));
        node("div")
            .child(node("p").text(&sentence))
            .child_if(intro)
            .child(node("ul").class("nothing__ways").children(ways))
    });
    node("div").class("nothing").view(ways)
}

/// A change that gives results.
#[inline(never)]
fn way(store: Store, relaxation: Relaxation) -> Node {
    let (change, result) = store.view_state.with_untracked(|view_state| {
        messages().relaxation(store.agenda, view_state, &relaxation, UNICODE.fold)
    });
    let count = relaxation.count;
    let is_offer = matches!(
        relaxation.change,
        Change::Near { .. } | Change::Spelling { .. }
    );
    let take = move || {
        store.relax(&relaxation.change);
        focus::heading();
    };
    let button = button("nothing__way", take)
        .attr("data-part", "relaxation")
        .attr("data-count", &count.to_string())
        .text(&change)
        .child(node("strong").text(&result));
    let way = node("li").child(button);
    if is_offer {
        way.attr("data-part", "did-you-mean")
            .attr("data-count", &count.to_string())
    } else {
        way
    }
}
