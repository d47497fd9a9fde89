//! From a view state to the query string of its address. Writing is canonical:
//! equal states give equal texts.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::keys::{self, JOINER};
use crate::data::Agenda;
use crate::state::{EmbedPart, Matching, Named, Page, ViewState};

/// What stands as it is in a written search text. Everything else is escaped,
/// also the marks at the end of which programs that find links in a text cut.
pub(super) const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-');

/// The canonical query string of a view state, without `?`; empty for the
/// view state that asks for nothing.
pub fn write(view_state: &ViewState, agenda: &Agenda) -> String {
    let (mut query, how) = write_parts(view_state, agenda);
    join(&mut query, &how);
    query
}

/// What is shown, and how.
pub(super) fn write_parts(view_state: &ViewState, agenda: &Agenda) -> (String, String) {
    let mut writer = Writer(String::new());
    let search = view_state.search.as_str();
    writer.pair(keys::SEARCH, utf8_percent_encode(search, PLAIN));
    let mut unsaid = Some(view_state.matching);
    for (facet, chosen) in agenda.facets.iter().zip(&view_state.chosen) {
        let id = |position: usize| Some(facet.values.get(position)?.id.as_str());
        writer.joined(&facet.key, chosen.iter().filter_map(id));
        if facet.any_all
            && let Some(matching) = unsaid.take()
        {
            writer.named(keys::MATCH, matching, Matching::default());
        }
    }
    writer.joined(keys::OPEN, view_state.open.iter().map(ToString::to_string));
    writer.joined(keys::LIST, view_state.list.iter().map(ToString::to_string));
    writer.named(keys::PAGE, view_state.page, Page::default());
    let defaults = ViewState {
        sort: None,
        scheme: None,
        ..view_state.clone()
    };
    writer.named(keys::SORT, view_state.sort(), defaults.sort());
    let what = std::mem::take(&mut writer.0);
    writer.joined(keys::LANG, view_state.lang.iter());
    writer.named(keys::SCHEME, view_state.scheme(), defaults.scheme());
    writer.flag(keys::EMBED, view_state.embed);
    let part = |position: usize| EmbedPart::ALL.get(position).map(|(name, _)| name);
    writer.joined(keys::HIDE, view_state.hide.iter().filter_map(part));
    let facet = |position: usize| Some(agenda.facets.get(position)?.key.as_str());
    writer.joined(keys::LOCK, view_state.lock.iter().filter_map(facet));
    writer.flag(keys::EVENTS, view_state.events);
    (what, writer.0)
}

/// The query string for the address bar: what was written, then what belongs to
/// others.
pub fn with_unknown_params(mut query: String, unknown_params: &[String]) -> String {
    for piece in unknown_params {
        join(&mut query, piece);
    }
    query
}

/// Adds pairs to those of a query string.
pub(super) fn join(query: &mut String, pairs: &str) {
    if !query.is_empty() && !pairs.is_empty() {
        query.push('&');
    }
    query.push_str(pairs);
}

struct Writer(String);

impl Writer {
    fn pair(&mut self, key: &str, value: impl std::fmt::Display) {
        let value = value.to_string();
        if value.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key);
        self.0.push('=');
        self.0.push_str(&value);
    }

    fn joined<T: AsRef<str>>(&mut self, key: &str, values: impl Iterator<Item = T>) {
        let mut joined = String::new();
        for value in values {
            if !joined.is_empty() {
                joined.push(JOINER);
            }
            joined.push_str(value.as_ref());
        }
        self.pair(key, joined);
    }

    fn named<T: Named>(&mut self, key: &str, value: T, usual: T) {
        if value != usual {
            self.pair(key, value.name());
        }
    }

    fn flag(&mut self, key: &str, on: bool) {
        if on {
            self.pair(key, "1");
        }
    }
}
