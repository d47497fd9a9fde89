//! Addresses on static pages: without a key of content, one means the view of
//! its page.

use super::keys;
use super::read::{ParsedUrl, read, read_with_kind};
use super::write::{join, write_parts};
use crate::data::Agenda;
use crate::state::{StaticPage, ViewState};

/// How the view state that asks for nothing is told from that of a page.
const EVERYTHING: &str = "view=list";

/// Reads the query string of an address on a page of its own: one that does not
/// say what to show means the view state of the page.
pub fn read_on(
    page: StaticPage,
    query: &str,
    agenda: &Agenda,
    compose: fn(&str) -> String,
) -> ParsedUrl {
    let (parsed, has_content) = read_with_kind(query, agenda, compose);
    if has_content || page == StaticPage::Home {
        return parsed;
    }
    let mut whole = own_query(page, parsed.view_state.embed, agenda);
    join(&mut whole, query);
    read(&whole, agenda, compose)
}

/// How an address asks for what a page of its own shows. In the frame of another
/// site the page of a recommendation shows that one alone.
fn own_query(page: StaticPage, embedded: bool, agenda: &Agenda) -> String {
    let query = page.query(agenda);
    match page {
        StaticPage::Recommendation(number) if embedded => {
            format!("{query}&{}={number}", keys::LIST)
        }
        _ => query,
    }
}

/// The query string of a view state on a page of its own: the view state of the page
/// needs no words, and the one that asks for nothing must be told from it.
pub fn write_on(page: StaticPage, view_state: &ViewState, agenda: &Agenda) -> String {
    let (mut what, how) = write_parts(view_state, agenda);
    if what == own_query(page, view_state.embed, agenda) {
        what.clear();
    } else if what.is_empty() {
        what.push_str(EVERYTHING);
    }
    join(&mut what, &how);
    what
}
