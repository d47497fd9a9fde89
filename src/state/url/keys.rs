//! The keys of an address, and the marks between values. A data set cannot have
//! a facet with one of the keys here ([`crate::data::ADDRESS_KEYS`]).

use crate::data::Agenda;

pub const SEARCH: &str = "q";
pub const MATCH: &str = "match";
pub const OPEN: &str = "rec";
pub const LIST: &str = "list";
pub const PAGE: &str = "view";
pub const SORT: &str = "sort";
pub const LANG: &str = "lang";
pub const SCHEME: &str = "scheme";
pub const EMBED: &str = "embed";
pub const HIDE: &str = "hide";
pub const LOCK: &str = "lock";
pub const EVENTS: &str = "events";

/// The keys that, beside the facets, say what is shown; the others say how.
pub const CONTENT: [&str; 6] = [SEARCH, MATCH, OPEN, LIST, PAGE, SORT];

/// All keys that are not facets.
pub const ALL: [&str; 12] = [
    SEARCH, MATCH, OPEN, LIST, PAGE, SORT, LANG, SCHEME, EMBED, HIDE, LOCK, EVENTS,
];

/// The keys that, beside the facets, stand for what no static page shows.
pub const BEYOND_PAGES: [&str; 3] = [OPEN, LIST, PAGE];

/// The keys that say what is shown, those of the facets included.
pub fn content(agenda: &Agenda) -> Vec<&str> {
    facets(agenda).chain(CONTENT).collect()
}

/// The attributes of the element that embeds a view: all keys but the one that
/// asks for the compact form, which it always shows.
pub fn element(agenda: &Agenda) -> Vec<&str> {
    let own = ALL.into_iter().filter(|key| *key != EMBED);
    facets(agenda).chain(own).collect()
}

fn facets(agenda: &Agenda) -> impl Iterator<Item = &str> {
    agenda.facets.iter().map(|facet| facet.key.as_str())
}

/// Joins the values of a key. It survives every encoder and messenger as it is.
pub const JOINER: char = '_';

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::ADDRESS_KEYS;

    #[test]
    fn no_facet_can_have_a_key_of_the_address() {
        assert_eq!(ALL, ADDRESS_KEYS);
    }
}
