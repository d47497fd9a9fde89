//! What a reader hands on: links to a view, and snippets that show it on the
//! pages of others.
//!
//! A snippet is text that somebody pastes into a system that we do not know, so
//! everything in it is escaped, and what can be left out by that system is not
//! what the reader came for.

mod links;
mod qr;
mod snippet;
mod text;

pub use links::{mailto, root_of, static_page};
pub use qr::Qr;
pub use snippet::{Choices, HEIGHTS, WIDTHS};

use crate::data::Agenda;
use crate::messages::{SnippetMessages, messages};
use crate::state::ViewState;

/// A view that is handed on.
#[derive(Clone, Copy)]
pub struct Shared<'a> {
    pub agenda: &'a Agenda,
    pub view_state: &'a ViewState,
    /// The recommendations that it shows, in their order.
    pub numbers: &'a [u16],
    /// The public address of the site, with a slash at its end.
    pub root: &'a str,
}

impl Shared<'_> {
    /// What it is called, differently from every other view.
    pub fn title(&self) -> String {
        messages().view_title(self.agenda, self.view_state, self.numbers.len())
    }
}
