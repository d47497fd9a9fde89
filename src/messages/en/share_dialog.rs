//! Every word of the dialog.

use std::ops::RangeInclusive;

pub const HEADING: &str = "Share or embed";
pub const SHARE: &str = "Share";
pub const EMBED: &str = "Embed";
pub const CLOSE: &str = "Close";

pub const LINK: &str = "Link to this view";
pub const COPY_LINK: &str = "Copy link";
pub const SEND: &str = "Share…";
pub const MAIL: &str = "E-mail";
pub const DOWNLOAD_CODE: &str = "Download the code (SVG)";
pub const CODE_FILE: &str = "development-agenda-qr.svg";

pub const COPIED: &str = "Copied.";
pub const NOT_COPIED: &str =
    "The browser did not let us copy. The text is selected now; copy it by hand.";
pub const NOT_SENT: &str =
    "The browser did not let us hand the link to other programs. Copy it instead.";
pub const NOT_DOWNLOADED: &str = "The browser did not let us hand out the file.";

pub const LOOK: &str = "Size and language";
pub const HEIGHT: &str = "Height in pixels";
pub const WIDTH: &str = "Width (empty: full)";
pub const COLOURS: &str = "Colours";
pub const SCHEMES: [&str; 3] = ["Light", "Dark", "As the reader’s system"];
pub const LANGUAGE: &str = "Language";
pub const LANGUAGES: [&str; 2] = ["As the reader’s browser", "English"];
pub const EVENTS: &str = "Tell the page around it what readers choose";
pub const SHOWN: &str = "Shown";
/// In the order of [`crate::state::Part`].
pub const PARTS: [&str; 7] = [
    "Search",
    "Clusters",
    "Themes",
    "All filters",
    "Toolbar",
    "Header",
    "Footer",
];
pub const LOCKED: &str = "Fixed for readers";

pub const PREVIEW: &str = "Preview";
pub const PHONE: &str = "Phone";
pub const DESKTOP: &str = "Desktop";

pub const SNIPPETS: &str = "Copy into your page";
pub const COPY: &str = "Copy";
pub const FRAME: &str = "Frame";
pub const FRAME_HINT: &str = "For a block of HTML: WordPress “Custom HTML” (as administrator or editor), Drupal “Full HTML”, any page of your own. Where only a link can be pasted, paste the link from “Share”.";
pub const ELEMENT: &str = "Element with a script";
pub const ELEMENT_HINT: &str =
    "For pages that may load scripts: as high as what is in it, without a scroll bar of its own.";
pub const TEXT: &str = "Text without frame and script";
pub const TEXT_HINT: &str = "For systems that take frames and scripts out. The recommendations as they are now, with source and licence; it does not follow later changes.";

/// The button of a field for those who do not see beside what it stands.
pub fn copy_of(copy: &str, label: &str) -> String {
    match copy {
        COPY => format!("{copy}: {label}"),
        _ => copy.to_owned(),
    }
}

/// What stands in a code, for those who do not scan it.
pub fn code_of(link: &str) -> String {
    format!("QR code of the link {link}")
}

/// Which numbers can be chosen.
pub fn between(range: &RangeInclusive<u16>) -> String {
    format!(
        "A number from {} to {}; until then the last one holds.",
        range.start(),
        range.end()
    )
}
