//! The keys of an address that are not facets, and the marks between values.

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

/// Joins the values of a key. It survives every encoder and messenger as it is.
pub const JOINER: char = '_';
