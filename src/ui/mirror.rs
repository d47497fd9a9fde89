//! What the document around the components follows: its title and its colours.

use super::Explorer;
use super::kit::effect;
use crate::browser::page;
use crate::query::Named;
use crate::words;

/// Keeps title and colours of the document as the question has them.
pub fn mirror(explorer: Explorer) {
    effect(move || {
        let (shown, total) = explorer.view.with(|view| (view.matched, view.total));
        explorer.question.with(|question| {
            page::set_title(&words::title(question, explorer.agenda, shown, total));
            page::set_root("data-scheme", question.scheme().name());
        });
    });
}
