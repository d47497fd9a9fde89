//! The words of the scripts around the app, by key, and those of the pages that
//! are the app in another form. None of them is in the wasm.

const NO_WASM: &str = "This browser does not run WebAssembly, or only an old form of it: the recommendations can be read below, but not searched. Open this page in another browser to search.";

/// What stands for that on the compatible page, which has a stand-in for it.
const NO_EVAL: &str = "The compatible version cannot run here: the server does not let it translate the explorer, or the browser is too old for it. The recommendations can be read below; open this page in another browser to search.";

/// The words of a page as those of the compatible page.
pub fn compatible(page: &str) -> String {
    page.replacen(NO_WASM, NO_EVAL, 1)
}

/// What the boot script says when the app cannot start or has stopped.
pub const BOOT: [(&str, &str); 11] = [
    ("again", "Try again"),
    ("without-saved", "Reload without the saved list"),
    ("one-file", "Open explorer.html"),
    ("compatible", "Open the compatible version"),
    (
        "not-arrived",
        "A part of the explorer did not arrive, or belongs to an older version of this page: the recommendations can be read below, but not searched. Check the connection and try again.",
    ),
    (
        "slow",
        "The explorer is not ready after 20 seconds: until it is, the recommendations can be read below, but not searched. Wait if the connection is slow, or try again.",
    ),
    (
        "stopped",
        "The explorer has stopped because of an error of its own: the recommendations can be read below, but not searched. Try again; if it stops again, leave the saved list aside, which keeps it as it is.",
    ),
    (
        "aside",
        "Your saved list is left aside for this visit and kept as it is; what you save now lasts until the page closes. Close this page and open it again to have the list back.",
    ),
    ("no-wasm", NO_WASM),
    (
        "from-file",
        "This page was opened as a file, and browsers load the other parts of the explorer from a web server only. The file explorer.html beside it has all parts inside.",
    ),
    (
        "in-sandbox",
        "The frame around this page keeps the explorer from loading its parts: the recommendations can be read below, but not searched. Open this page in a tab of its own to search.",
    ),
];

/// The name of the part of the page that offers the one file.
pub const ONE_FILE: &str = "The explorer in one file";

/// What the one file is for, before the link to it.
pub const ONE_FILE_TEXT: &str =
    "To keep on a disk or hand on: it opens by double click and needs no network.";

/// The link to the one file: “explorer.html, 1.1 MB, 2026-11-22”.
pub fn one_file_link(bytes: usize, date: Option<&str>) -> String {
    let tenths = bytes.div_ceil(100_000);
    let size = format!("explorer.html, {}.{} MB", tenths / 10, tenths % 10);
    match date {
        Some(date) => format!("{size}, {date}"),
        None => size,
    }
}

/// What stands before the checksum of the one file.
pub const CHECKSUM: &str = "SHA-256:";
