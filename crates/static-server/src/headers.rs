//! Response headers that `ServeDir` leaves to its caller.

use http::{HeaderMap, HeaderValue, header};

/// For files whose name changes with their content.
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// For all others: caches ask again each time.
const REVALIDATE: HeaderValue = HeaderValue::from_static("no-cache");

/// Has caches ask again each time, unless the headers say how long to keep the response.
pub fn set_revalidate(headers: &mut HeaderMap) {
    headers.entry(header::CACHE_CONTROL).or_insert(REVALIDATE);
}

/// Completes the headers of the file `name`; folders have an empty name.
pub fn set_for_file(headers: &mut HeaderMap, name: &str, is_immutable: bool) {
    if is_immutable {
        headers.insert(header::CACHE_CONTROL, FOREVER);
    }
    // Validators would let a client keep the headers of a server that has since
    // been replaced at this address. Without them each response is sent whole.
    headers.remove(header::ETAG);
    headers.remove(header::LAST_MODIFIED);
    let guessed = headers.get(header::CONTENT_TYPE);
    let guessed = guessed.and_then(|value| value.to_str().ok());
    if let Some(complete) = content_type(name, guessed.unwrap_or_default()) {
        headers.insert(header::CONTENT_TYPE, complete);
    }
}

/// The media type with the charset, where the guessed one lacks it or is not
/// what static hosts send.
fn content_type(name: &str, guessed: &str) -> Option<HeaderValue> {
    let essence = match name.rsplit_once('.') {
        Some((_, "sha256")) => "text/plain",
        Some((_, "mjs")) => "text/javascript",
        Some((_, "xml")) => "application/xml",
        _ => guessed,
    };
    let is_text =
        essence.starts_with("text/") || essence.ends_with("json") || essence.ends_with("xml");
    let complete = is_text.then(|| format!("{essence}; charset=utf-8"));
    complete?.parse().ok()
}

/// Keeps a redirect on this host: `//a/` would lead to a host named `a`.
pub fn keep_on_host(headers: &mut HeaderMap) {
    let location = headers.get(header::LOCATION);
    let local = location
        .and_then(|value| value.to_str().ok())
        .and_then(|place| format!("/{}", place.trim_start_matches('/')).parse().ok());
    if let Some(local) = local {
        headers.insert(header::LOCATION, local);
    }
}
