//! The pages of their own as HTML, made natively by the components that the app
//! is made of.

use leptos::prelude::*;
use leptos::reactive::owner::Owner;

use crate::browser::unicode::UNICODE;
use crate::data::{Agenda, Background, Details};
use crate::state::SearchIndex;
use crate::state::saved::Saved;
use crate::state::static_page::StaticPage;
use crate::state::url::ParsedUrl;
use crate::store::Store;
use crate::ui::numerals::numerals;
use crate::ui::site;

/// With this mark Leptos parts neighbouring texts, for itself. It cannot stand in a text,
/// where `<` is written otherwise.
const PARTED: &str = "<!>";

/// The agenda, made ready to be shown on any number of pages. What it needs is
/// saved as long as the program runs.
pub struct Prerender {
    agenda: &'static Agenda,
    details: &'static Details,
    background: &'static Background,
    index: &'static SearchIndex,
}

impl Prerender {
    pub fn new(agenda: Agenda, details: Details, background: Background) -> Prerender {
        let agenda: &'static Agenda = Box::leak(Box::new(agenda));
        Prerender {
            agenda,
            details: Box::leak(Box::new(details)),
            background: Box::leak(Box::new(background)),
            index: Box::leak(Box::new(SearchIndex::whole(agenda, UNICODE.fold))),
        }
    }

    fn store(&self, page: StaticPage) -> Store {
        let reading = ParsedUrl {
            view_state: page.view_state(self.agenda),
            ..ParsedUrl::default()
        };
        Store::new(self.agenda, self.index, page, reading, Saved::default())
            .with_rest(self.details, self.background)
    }

    /// All numbers at a glance, for the end of a page.
    pub fn numerals(&self, page: StaticPage) -> String {
        let html = Owner::new().with(|| numerals(self.store(page)).finish().to_html());
        html.replace(PARTED, "")
    }

    /// What stands in the mount point of a page until the app takes over.
    pub fn page(&self, page: StaticPage) -> String {
        let html = Owner::new().with(|| site(self.store(page)).to_html());
        // Leptos does not know that there is nothing inside a field.
        let html = html.replace(PARTED, "").replace("</input>", "");
        format!("<div class=\"prerendered\">{html}</div>")
    }
}
