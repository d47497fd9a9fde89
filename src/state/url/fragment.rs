//! The fragment of an address: the recommendation or item that it points to.

use super::read::number;
use crate::data::Agenda;

/// The recommendation that a fragment such as `rec-12` or `rec-15-3` points to,
/// and the id of the element in the page. What others have put behind it, as
/// WordPress does with `#?secret=…`, is left out.
pub fn fragment<'a>(fragment: &'a str, agenda: &Agenda) -> Option<(u16, &'a str)> {
    let id = fragment.split(['#', '?']).next()?;
    let rest = id.strip_prefix("rec-")?;
    Some((number(agenda, rest.split('-').next()?)?, id))
}

/// What stays of a fragment when the view has changed: one of ours goes when what
/// it points to is no longer open, as the address would open it again. What others
/// have put behind it stays.
pub fn without_closed<'a>(hash: &'a str, open: Option<u16>, agenda: &Agenda) -> &'a str {
    match fragment(hash, agenda) {
        Some((number, id)) if open != Some(number) => {
            let rest = hash.get(id.len()..).unwrap_or_default();
            rest.strip_prefix('#').unwrap_or(rest)
        }
        _ => hash,
    }
}
