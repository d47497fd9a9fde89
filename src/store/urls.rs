//! The addresses of questions, and the address bar.

use std::sync::atomic::Ordering;

use leptos::prelude::untrack;

use super::STATIC;
use super::{Store, read_address};
use crate::browser::address;
use crate::state::static_page::{self, StaticPage};
use crate::state::url;
use crate::state::{Page, ViewState};

impl Store {
    /// The address of a view state, relative to the page.
    pub fn href(self, view_state: &ViewState) -> String {
        if STATIC {
            return self.static_href(view_state);
        }
        let view_state = self.allowed(view_state.clone()).normalised();
        format!("?{}", self.query(&view_state))
    }

    /// The same for a page that nothing takes over: a page of its own where
    /// there is one, the home page with a query otherwise.
    pub(super) fn static_href(self, view_state: &ViewState) -> String {
        let path = match StaticPage::of(view_state, self.agenda) {
            Some(page) => page.path(self.agenda),
            None => format!("?{}", url::write(view_state, self.agenda)),
        };
        let href = self.file(&path);
        if href.is_empty() {
            "./".to_owned()
        } else {
            href
        }
    }

    /// The address of a file of the site, relative to the page.
    pub fn file(self, path: &str) -> String {
        self.static_page.root().to_owned() + path
    }

    /// The address of a view state for others.
    pub fn public_link(self, view_state: &ViewState) -> String {
        // A frame with one recommendation alone is its page.
        if let ([number], true) = (view_state.list.as_slice(), view_state.embed) {
            return self.public_page(*number);
        }
        let query = url::write(&view_state.unframed(), self.agenda);
        let root = self.public_root();
        if query.is_empty() {
            root
        } else {
            format!("{root}?{query}")
        }
    }

    /// The view state that a link to what is shown carries: on the page of the saved
    /// ones the list itself, since nobody else has it.
    pub fn shared_view(self) -> ViewState {
        let view_state = self.view_state.get_untracked();
        let saved = untrack(|| self.saved());
        match view_state.page {
            Page::Saved if !saved.is_empty() => ViewState {
                page: Page::List,
                list: saved,
                ..view_state
            },
            _ => view_state,
        }
    }

    /// The address of a recommendation for others.
    pub fn public_page(self, number: u16) -> String {
        static_page::address_of(number, &self.public_root())
    }

    /// The address of the site for others.
    pub fn public_root(self) -> String {
        address::public_root(self.static_page.depth())
    }

    pub(super) fn query(self, view_state: &ViewState) -> String {
        url::write_on(self.static_page, view_state, self.agenda)
    }

    /// The one that asks for a recommendation alone.
    pub fn question_on(self, number: u16) -> ViewState {
        ViewState {
            open: Some(number),
            ..ViewState::new(self.agenda)
        }
    }

    /// The view state of a page without anything else.
    pub fn question_of(self, page: Page) -> ViewState {
        ViewState {
            page,
            ..ViewState::new(self.agenda)
        }
    }

    /// Writes the view state to the address bar. A browser that refuses leaves
    /// the old address there; everything else goes on.
    pub(super) fn sync_url(self, entry: address::Entry) {
        let (query, open) = self
            .view_state
            .with_untracked(|view_state| (self.query(view_state), view_state.open));
        let query = self
            .transient
            .with_untracked(|transient| url::with_unknown_params(query, &transient.unknown_params));
        let fragment = address::fragment();
        let fragment = url::without_closed(&fragment, open, self.agenda);
        let _ = address::write(&query, fragment, entry);
    }

    pub(super) fn follow_address(self) {
        self.typing.stop();
        let reading = read_address(self.static_page, self.agenda);
        self.transient.update(|transient| {
            transient.unknown_params = reading.unknown_params;
            transient.warnings = reading.warnings;
        });
        self.changed_here.store(false, Ordering::Relaxed);
        self.view_state.set(reading.view_state);
        self.stop_awaiting();
    }

    /// Opens what a fragment such as `rec-12` or `rec-15-3` points to.
    pub(super) fn follow_fragment(self) {
        let fragment = address::fragment();
        let Some((number, id)) = url::fragment(&fragment, self.agenda) else {
            return;
        };
        let mut view_state = self.view_state.get_untracked();
        view_state.open = Some(number);
        self.view_state.set(view_state);
        self.sync_url(address::Entry::Replace);
        self.scroll_to(id.to_owned(), None);
    }
}
