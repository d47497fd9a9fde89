//! The clipboard.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, Element, HtmlDocument, HtmlElement, HtmlTextAreaElement, window};

use super::BrowserError;
use super::page::give_focus;

/// Puts a text on the clipboard.
///
/// # Errors
/// If the browser allows neither of the two ways.
pub async fn copy(text: &str) -> Result<(), BrowserError> {
    if let Some(written) = write(text)
        && JsFuture::from(written).await.is_ok()
    {
        return Ok(());
    }
    command(text)
}

/// Puts what an element shows on the clipboard, with its italics for programs that take
/// them: the first `count` nodes in it, which stay selected. Only while something is
/// being pressed.
///
/// # Errors
/// If the browser does not allow it.
pub fn copy_shown(element: &Element, count: u32) -> Result<(), BrowserError> {
    let window = window().ok_or(BrowserError)?;
    let selection = window.get_selection().ok().flatten();
    let selected = selection
        .ok_or(BrowserError)?
        .set_base_and_extent(element, 0, element, count);
    selected.map_err(|_| BrowserError)?;
    let document: HtmlDocument = window.document().ok_or(BrowserError)?.unchecked_into();
    match document.exec_command("copy") {
        Ok(true) => Ok(()),
        _ => Err(BrowserError),
    }
}

/// The way of today, which is not there on pages without https and refused in
/// frames that were not given the permission.
fn write(text: &str) -> Option<Promise> {
    let navigator = window()?.navigator();
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    let clipboard = clipboard.ok().filter(JsValue::is_object)?;
    Some(clipboard.unchecked_into::<Clipboard>().write_text(text))
}

/// The old way, which copies what is selected: the only one in sandboxed
/// frames. The field stands where the reader is at work, so that nothing
/// scrolls, and in the dialog that is open, since nothing outside it could be
/// selected. It is gone before anything is painted.
fn command(text: &str) -> Result<(), BrowserError> {
    let document = window().and_then(|window| window.document());
    let document: HtmlDocument = document.ok_or(BrowserError)?.unchecked_into();
    let focused = document.active_element().ok_or(BrowserError)?;
    let dialog = document.query_selector("dialog[open]").ok().flatten();
    let place = dialog.or_else(|| focused.parent_element());
    let field = document
        .create_element("textarea")
        .map_err(|_| BrowserError)?;
    field.set_text_content(Some(text));
    place
        .ok_or(BrowserError)?
        .append_child(&field)
        .map_err(|_| BrowserError)?;
    field.unchecked_ref::<HtmlTextAreaElement>().select();
    let copied = document.exec_command("copy");
    field.remove();
    give_focus(focused.unchecked_ref::<HtmlElement>());
    match copied {
        Ok(true) => Ok(()),
        _ => Err(BrowserError),
    }
}
