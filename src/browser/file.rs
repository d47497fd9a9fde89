//! Files that the reader chooses.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Event;

use super::{BrowserError, reflect};

/// A file that the reader has chosen.
pub struct Chosen(JsValue);

/// The file that was chosen in the field of an event. The field is empty then, so
/// that the same file can be chosen again.
pub fn chosen(event: &Event) -> Option<Chosen> {
    let field = event.target()?;
    let file = reflect::get(&reflect::get(&field, "files"), "0");
    reflect::set(&field, "value", &JsValue::from_str(""));
    (!file.is_undefined()).then_some(Chosen(file))
}

impl Chosen {
    /// Its name.
    pub fn name(&self) -> String {
        let name = reflect::get(&self.0, "name");
        name.as_string().unwrap_or_default()
    }

    /// Its size in bytes.
    pub fn size(&self) -> f64 {
        reflect::get(&self.0, "size").as_f64().unwrap_or_default()
    }

    /// What it says.
    ///
    /// # Errors
    /// If the browser does not read it.
    pub async fn text(&self) -> Result<String, BrowserError> {
        let text = reflect::call(&self.0, "text", &JsValue::UNDEFINED).ok_or(BrowserError)?;
        let text = JsFuture::from(text.unchecked_into::<Promise>()).await;
        let text = text.map_err(|_| BrowserError)?;
        text.as_string().ok_or(BrowserError)
    }
}
