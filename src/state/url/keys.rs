//! The keys of an address that are not facets, and the marks between values.

pub use crate::data::CONTENT_KEYS as CONTENT;

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

/// Joins the values of a key. It survives every encoder and messenger as it is.
pub const JOINER: char = '_';

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::APPEARANCE_KEYS;

    #[test]
    fn no_facet_can_have_a_key_of_the_address() {
        assert_eq!(CONTENT, [SEARCH, MATCH, OPEN, LIST, PAGE, SORT]);
        assert_eq!(APPEARANCE_KEYS, [LANG, SCHEME, EMBED, HIDE, LOCK, EVENTS]);
    }

    #[test]
    fn the_boot_script_knows_what_needs_the_late_part() {
        let script = include_str!("../../../public/boot.js");
        let calls = format!("/[?&]({SEARCH}|{OPEN}|{LIST}|{PAGE})=|[#/]{OPEN}[-/]/.test(");
        assert!(script.contains(&calls), "{calls}");
    }
}
