//! The pages of their own as HTML, made natively by the components that the app
//! is made of.

use leptos::prelude::*;
use leptos::reactive::owner::Owner;

use super::Explorer;
use super::site::site;
use crate::agenda::Agenda;
use crate::browser::unicode::UNICODE;
use crate::engine::Corpus;
use crate::link::Reading;
use crate::pages::OwnPage;
use crate::query;
use crate::shelf::Kept;

/// The agenda, made ready to be shown on any number of pages. What it needs is
/// kept as long as the program runs.
pub struct Prerender {
    agenda: &'static Agenda,
    corpus: &'static Corpus,
}

impl Prerender {
    pub fn new(agenda: Agenda) -> Prerender {
        let agenda: &'static Agenda = Box::leak(Box::new(agenda));
        Prerender {
            agenda,
            corpus: Box::leak(Box::new(query::corpus(agenda, UNICODE.fold))),
        }
    }

    /// What stands in the mount point of a page until the app takes over.
    pub fn page(&self, page: OwnPage) -> String {
        let reading = Reading {
            question: page.question(self.agenda),
            ..Reading::default()
        };
        let html = Owner::new().with(|| {
            let kept = Kept::default();
            let explorer = Explorer::new(self.agenda, self.corpus, page, reading, kept);
            site(explorer).to_html()
        });
        // Leptos parts neighbouring texts by a mark, for itself; and it does not
        // know that there is nothing inside a field. Neither can stand in a
        // text, where `<` is written otherwise.
        let html = html.replace("<!>", "").replace("</input>", "");
        format!("<div class=\"prerendered\">{html}</div>")
    }
}
