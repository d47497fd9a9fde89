//! The addresses of a view for people.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Shared;
use crate::data::Agenda;
use crate::messages::{SnippetMessages, messages};
use crate::state::ViewState;
use crate::state::static_page::StaticPage;
use crate::state::url;

/// What RFC 6068 lets stand in a `mailto:` address as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

impl Shared<'_> {
    /// The address of the view by its query.
    pub fn view_link(&self) -> String {
        match url::write(&plain(self.view_state), self.agenda) {
            query if query.is_empty() => self.root.to_owned(),
            query => format!("{}?{query}", self.root),
        }
    }

    /// The address to give to people: the page of its own where the view has
    /// one, since only that has a preview of its own; its query otherwise.
    pub fn link(&self) -> String {
        match static_page(&plain(self.view_state), self.agenda) {
            Some(path) => format!("{}{path}", self.root),
            None => self.view_link(),
        }
    }

    /// A letter with the link, to whom the reader likes.
    pub fn letter(&self) -> String {
        let title = self.title();
        mailto(&title, &messages().letter(&title, &self.link()))
    }
}

/// The same view state without what is only for a frame on another page. Colours
/// are the reader's own.
fn plain(view_state: &ViewState) -> ViewState {
    ViewState {
        scheme: None,
        ..view_state.unframed()
    }
}

/// The path of the page that stands for exactly this view state, from the root of
/// the site; `None` also for the root itself.
pub fn static_page(view_state: &ViewState, agenda: &Agenda) -> Option<String> {
    let page = StaticPage::of(view_state, agenda).filter(|page| *page != StaticPage::Home);
    page.map(|page| page.path(agenda))
}

/// The folder that a page lies in: what precedes the name of its file.
pub fn root_of(page: &str) -> &str {
    let end = page.rfind('/').map_or(page.len(), |slash| slash + 1);
    page.get(..end).unwrap_or(page)
}

/// A `mailto:` address without a recipient. Lines are parted as RFC 6068 has it.
pub fn mailto(subject: &str, body: &str) -> String {
    let body = body.replace('\n', "\r\n");
    format!(
        "mailto:?subject={}&body={}",
        utf8_percent_encode(subject, PLAIN),
        utf8_percent_encode(&body, PLAIN)
    )
}
