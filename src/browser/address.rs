//! The address bar and the history behind it.

use wasm_bindgen::JsValue;
use web_sys::{Location, window};

use super::BrowserError;

/// How a new address is put into the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// In the place of the present one.
    Replace,
    /// As a new one, which Back leaves.
    Push,
}

/// The query string of the address, without its `?`.
pub fn query() -> String {
    let search = location().and_then(|location| location.search().ok());
    let search = search.unwrap_or_default();
    search.strip_prefix('?').unwrap_or(&search).to_owned()
}

/// The path of the address.
pub fn path() -> String {
    let path = location().and_then(|location| location.pathname().ok());
    path.unwrap_or_default()
}

/// The fragment of the address, without its `#`.
pub fn fragment() -> String {
    let hash = location().and_then(|location| location.hash().ok());
    let hash = hash.unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Writes the query string and the fragment. In a frame every entry replaces the
/// present one, because the history is the host's.
///
/// # Errors
/// If the browser refuses, as some do when there were many within seconds.
pub fn write(query: &str, fragment: &str, entry: Entry) -> Result<(), BrowserError> {
    let location = location().ok_or(BrowserError)?;
    let mut address = page(&location).ok_or(BrowserError)?;
    for (mark, part) in [('?', query), ('#', fragment)] {
        if !part.is_empty() {
            address.push(mark);
            address.push_str(part);
        }
    }
    if location.href().is_ok_and(|present| present == address) {
        return Ok(());
    }
    let window = window().ok_or(BrowserError)?;
    let history = window.history().map_err(refused)?;
    let written = match entry {
        Entry::Push if !is_framed() => {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        }
        _ => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
    written.map_err(refused)
}

/// The file that stands for its folder.
const INDEX: &str = "/index.html";

/// The address of the site as others should link to it, without query and
/// fragment: what the page names as its own, or where it lies, without the
/// folders of a page that lies so `deep` in the site.
pub fn public_root(deep: usize) -> String {
    let document = window().and_then(|window| window.document());
    let own = document.and_then(|document| {
        let link = document.query_selector("link[rel=canonical]").ok()??;
        link.get_attribute("href")
    });
    let mut own = own.or_else(|| page(&location()?)).unwrap_or_default();
    if let Some(folder) = own.strip_suffix(INDEX).map(str::len) {
        own.truncate(folder + 1);
    }
    if deep > 0 {
        // What follows the last slash is a file, or nothing.
        for _ in 0..=deep {
            own.truncate(own.rfind('/').unwrap_or_default());
        }
        own.push('/');
    }
    own
}

fn location() -> Option<Location> {
    Some(window()?.location())
}

fn page(location: &Location) -> Option<String> {
    let href = location.href().ok()?;
    href.split(['?', '#']).next().map(str::to_owned)
}

/// Whether the page is in a frame of another one.
pub fn is_framed() -> bool {
    window().is_some_and(|window| {
        // Another origin's parent can be compared though not looked into.
        let parent = window.parent().ok().flatten();
        parent.is_some_and(|parent| parent != window)
    })
}

fn refused(_: JsValue) -> BrowserError {
    BrowserError
}
