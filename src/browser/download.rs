//! Handing files to the reader.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};

use super::BrowserError;

/// Offers a content as a file to be kept.
///
/// # Errors
/// If the browser has no way to do that.
pub fn download(name: &str, mime: &str, content: &[u8]) -> Result<(), BrowserError> {
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(content));
    let blob = Blob::new_with_buffer_source_sequence_and_options(&parts, &kind);
    let blob = blob.map_err(|_| BrowserError)?;
    let document = window().and_then(|window| window.document());
    let anchor = document.ok_or(BrowserError)?.create_element("a");
    let anchor = anchor.map_err(|_| BrowserError)?;
    let anchor: HtmlAnchorElement = anchor.dyn_into().map_err(|_| BrowserError)?;
    let url = Url::create_object_url_with_blob(&blob).map_err(|_| BrowserError)?;
    anchor.set_href(&url);
    anchor.set_download(name);
    // The address stays until the page closes: some browsers read from it only
    // after this, and none says when it has.
    anchor.click();
    Ok(())
}
