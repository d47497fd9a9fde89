//! The clipboard.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, window};

use super::Refused;

/// Puts a text on the clipboard.
///
/// # Errors
/// If there is none, as on pages without https, or the browser does not allow
/// it, as in frames that were not given the permission.
pub async fn copy(text: &str) -> Result<(), Refused> {
    let navigator = window().ok_or(Refused)?.navigator();
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .ok()
        .filter(|clipboard| clipboard.is_object())
        .ok_or(Refused)?;
    let written = clipboard.unchecked_into::<Clipboard>().write_text(text);
    JsFuture::from(written).await.map_err(|_| Refused)?;
    Ok(())
}
