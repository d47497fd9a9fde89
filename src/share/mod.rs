//! What a reader hands on: links to a view, and snippets that show it on the
//! pages of others.
//!
//! A snippet is text that somebody pastes into a system that we do not know, so
//! everything in it is escaped, and what can be left out by that system is not
//! what the reader came for.

mod frame;
mod links;
mod markup;
mod qr;
mod text;
pub mod words;

pub use frame::{Choices, HEIGHTS, WIDTHS};
pub use links::{mailto, own_page, root_of};
pub use qr::Qr;

use crate::agenda::Agenda;
use crate::query::Question;

/// A view that is handed on.
#[derive(Clone, Copy)]
pub struct Shared<'a> {
    pub agenda: &'a Agenda,
    pub question: &'a Question,
    /// The recommendations that it shows, in their order.
    pub numbers: &'a [u16],
    /// The public address of the site, with a slash at its end.
    pub root: &'a str,
}

impl Shared<'_> {
    /// What it is called, differently from every other view.
    pub fn title(&self) -> String {
        words::title(self.question, self.agenda, self.numbers.len())
    }
}
