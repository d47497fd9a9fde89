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
