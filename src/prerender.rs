//! The pages of their own as HTML, made natively by the components that the app
//! is made of.

use leptos::prelude::*;
use leptos::reactive::owner::Owner;

use crate::browser::unicode::UNICODE;
use crate::data::{Agenda, Details};
use crate::state::SearchIndex;
use crate::state::saved::Saved;
use crate::state::static_page::StaticPage;
use crate::state::url::ParsedUrl;
use crate::store::Store;
use crate::ui::site;

/// The agenda, made ready to be shown on any number of pages. What it needs is
/// saved as long as the program runs.
pub struct Prerender {
    agenda: &'static Agenda,
    details: &'static Details,
    index: &'static SearchIndex,
}

impl Prerender {
    pub fn new(agenda: Agenda, details: Details) -> Prerender {
        let agenda: &'static Agenda = Box::leak(Box::new(agenda));
        Prerender {
            agenda,
            details: Box::leak(Box::new(details)),
            index: Box::leak(Box::new(SearchIndex::whole(agenda, UNICODE.fold))),
        }
    }

    /// What stands in the mount point of a page until the app takes over.
    pub fn page(&self, page: StaticPage) -> String {
        let reading = ParsedUrl {
            view_state: page.view_state(self.agenda),
            ..ParsedUrl::default()
        };
        let html = Owner::new().with(|| {
            let saved = Saved::default();
            let store = Store::new(self.agenda, self.index, page, reading, saved)
                .with_details(self.details);
            site(store).to_html()
        });
        // Leptos parts neighbouring texts by a mark, for itself; and it does not
        // know that there is nothing inside a field. Neither can stand in a
        // text, where `<` is written otherwise.
        let html = html.replace("<!>", "").replace("</input>", "");
        format!("<div class=\"prerendered\">{html}</div>")
    }
}
