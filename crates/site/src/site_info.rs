//! What the pages are about, and where the public finds them.

use explorer::{data::Agenda, state::static_page::StaticPage};

use crate::base_url::BaseUrl;

/// What the pages are about, and where the public finds them.
pub struct Site<'a> {
    pub agenda: &'a Agenda,
    base: Option<&'a BaseUrl>,
}

impl<'a> Site<'a> {
    pub fn new(agenda: &'a Agenda, base: Option<&'a BaseUrl>) -> Self {
        Self { agenda, base }
    }

    /// Whether the public address is known.
    pub fn has_address(&self) -> bool {
        self.base.is_some()
    }

    /// The public address of a page, where it is known.
    pub fn address(&self, page: StaticPage) -> Option<String> {
        let base = self.base?;
        Some(format!("{}{}", base.as_str(), page.path(self.agenda)))
    }

    /// The public address of a file; relative to the root where it is not known.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base.map_or("", BaseUrl::as_str))
    }
}

/// What the files of a page are called beside its folder: `rec-12`.
pub fn file_name(page: StaticPage, agenda: &Agenda) -> String {
    match page.path(agenda).trim_end_matches('/') {
        "" => "home".to_owned(),
        path => path.replace('/', "-"),
    }
}
