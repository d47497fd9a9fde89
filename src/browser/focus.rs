//! Where the focus goes when what had it goes away: never nowhere.

use crate::ids;
use leptos::prelude::request_animation_frame;

use super::page;

/// Moves the focus to the heading of what is shown.
pub fn heading() {
    page::focus(ids::RESULTS);
}

/// Moves the focus on, once the page has followed the state: to what has this id
/// then, or else to the heading.
pub fn next(id: Option<String>) {
    request_animation_frame(move || {
        if !id.is_some_and(|id| page::focus(&id)) {
            heading();
        }
    });
}

/// Moves the focus back to where it was before what is going away had it.
pub fn back() {
    if let Some(before) = page::noted_focus() {
        if before.is_connected() {
            page::give_focus(&before)
        } else {
            heading()
        }
    }
}
