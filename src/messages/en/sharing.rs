//! The words of copying and sharing what is shown.

pub const COPY_LIST_LINK: &str = "Copy link to this list";
pub const SHARE: &str = "Share or embed";
pub const NO_STUDIO: &str =
    "The part for sharing did not arrive. Check the connection and try again.";
pub const SELECT_LINK: &str =
    "The browser did not let us copy. The link is selected here; copy it by hand:";
pub const SELECT_TEXT: &str =
    "The browser did not let us copy. The text is selected here; copy it by hand:";
pub const LINK_COPIED: &str = "Link copied.";
pub const TEXT_COPIED: &str = "Text copied, with its source.";

/// The link from a frame to the whole page; `address` is where it leads.
pub fn full_page(address: &str) -> String {
    format!("Open the full page: {address}")
}

/// From where something on paper is, and from which day; `time` as RFC 3339 has it.
pub fn printed(link: &str, time: &str) -> String {
    let day = time.split('T').next().unwrap_or_default();
    format!("{link} · {day}")
}
