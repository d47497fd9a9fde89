//! The addresses of a view for people.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Shared, words};
use crate::agenda::{Agenda, CLUSTER};
use crate::link;
use crate::query::{Question, Values};

/// What RFC 6068 lets stand in a `mailto:` address as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

impl Shared<'_> {
    /// The address of the view by its query.
    pub fn view_link(&self) -> String {
        match link::write(&plain(self.question), self.agenda) {
            query if query.is_empty() => self.root.to_owned(),
            query => format!("{}?{query}", self.root),
        }
    }

    /// The address to give to people: the page of its own where the view has
    /// one, since only that has a preview of its own; its query otherwise.
    pub fn link(&self) -> String {
        match own_page(&plain(self.question), self.agenda) {
            Some(path) => format!("{}{path}", self.root),
            None => self.view_link(),
        }
    }

    /// A letter with the link, to whom the reader likes.
    pub fn letter(&self) -> String {
        let title = self.title();
        mailto(&title, &words::letter(&title, &self.link()))
    }
}

/// The same question without what is only for a frame on another page. Colours
/// are the reader's own.
fn plain(question: &Question) -> Question {
    let plain = Question {
        scheme: None,
        embed: false,
        hide: Values::default(),
        lock: Values::default(),
        events: false,
        ..question.clone()
    };
    plain.normalised()
}

/// The path of the page that stands for exactly this question, from the root of
/// the site.
pub fn own_page(question: &Question, agenda: &Agenda) -> Option<String> {
    let nothing = Question::new(agenda);
    if let Some(number) = question.open {
        let only = Question {
            open: Some(number),
            ..nothing
        };
        return (*question == only).then(|| format!("rec/{number}/"));
    }
    let chosen = question.chosen.iter().map(Values::iter).enumerate();
    let (position, value) = chosen.fold(None, |first, (facet, mut values)| {
        first.or_else(|| Some((facet, values.next()?)))
    })?;
    let facet = agenda.facets.get(position)?;
    let mut only = nothing;
    only.toggle(position, value);
    let has_pages = position == CLUSTER || facet.switchable;
    let id = &facet.values.get(value)?.id;
    (has_pages && *question == only).then(|| format!("{}/{id}/", facet.key))
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
