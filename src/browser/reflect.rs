//! Fields and methods of objects by their names. For what few visits do: a function of
//! the browser that is named in Rust is named in the script of the first load too.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A field of an object; `undefined` where it has none.
pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Sets a field of an object, if it lets it be set.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// What a method of an object gives; `None` where it fails or there is none.
pub fn call(object: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = get(object, name).dyn_into().ok()?;
    Reflect::apply(&method, object, &Array::of1(argument)).ok()
}

/// The same with two arguments. `Array::of2` would be one more import of the first load.
pub fn call_with_two(
    object: &JsValue,
    name: &str,
    first: &JsValue,
    second: &JsValue,
) -> Option<JsValue> {
    let method: Function = get(object, name).dyn_into().ok()?;
    let arguments = call(&Array::of1(first), "concat", second)?;
    Reflect::apply(&method, object, arguments.unchecked_ref()).ok()
}
