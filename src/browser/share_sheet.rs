//! The share sheet of the system.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, Navigator, window};

use super::BrowserError;

/// Whether there is a share sheet that takes a link.
pub fn takes(title: &str, link: &str) -> bool {
    let taken = || {
        let navigator = window()?.navigator();
        method(&navigator, "share")?;
        let can = method(&navigator, "canShare")?;
        can.call1(&navigator, &data(title, link)?).ok()?.as_bool()
    };
    taken().unwrap_or(false)
}

/// Opens it. A reader who turns back has not been refused anything.
///
/// # Errors
/// If the browser does not open it, as in frames without the permission.
pub async fn open(title: &str, link: &str) -> Result<(), BrowserError> {
    let navigator = window().ok_or(BrowserError)?.navigator();
    let share = method(&navigator, "share").ok_or(BrowserError)?;
    let data = data(title, link).ok_or(BrowserError)?;
    let promise = share.call1(&navigator, &data).map_err(|_| BrowserError)?;
    let promise: Promise = promise.dyn_into().map_err(|_| BrowserError)?;
    match JsFuture::from(promise).await {
        Err(cause) if !is_turning_back(&cause) => Err(BrowserError),
        _ => Ok(()),
    }
}

fn is_turning_back(cause: &JsValue) -> bool {
    let cause = cause.dyn_ref::<DomException>();
    cause.is_some_and(|cause| cause.name() == "AbortError")
}

fn method(navigator: &Navigator, name: &str) -> Option<Function> {
    let method = Reflect::get(navigator, &JsValue::from_str(name)).ok()?;
    method.dyn_into().ok()
}

fn data(title: &str, link: &str) -> Option<JsValue> {
    let data = Object::new();
    for (name, value) in [("title", title), ("url", link)] {
        let set = Reflect::set(&data, &JsValue::from_str(name), &JsValue::from_str(value));
        set.ok()?;
    }
    Some(data.into())
}
