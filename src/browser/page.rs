//! The document around the components: title, state, colours, focus, time.

use js_sys::Date;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, Event, HtmlElement, HtmlInputElement,
    HtmlTextAreaElement, StorageEvent, window,
};

/// The event on `window` that tells the boot script of a failure; its detail is
/// the technical message.
const FAILED: &str = "agenda-explorer:failed";

/// Sets the title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of the root element.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // The names that we set are valid, and nothing hangs on it otherwise.
        let _ = root.set_attribute(name, value);
    }
}

/// The element that the components are mounted in, emptied of what it showed
/// until now.
pub fn mount_point() -> Option<HtmlElement> {
    let element = element("app")?;
    element.set_text_content(None);
    element.dyn_into().ok()
}

/// Tells the boot script that the app can't go on.
pub fn report_failure(message: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(message));
    if let (Some(window), Ok(event)) = (
        window(),
        CustomEvent::new_with_event_init_dict(FAILED, &init),
    ) {
        // Nobody is left who could handle a refusal.
        let _ = window.dispatch_event(&event);
    }
}

/// Scrolls to an element, if there is one with this id.
pub fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
}

/// Moves the focus to an element, if there is one with this id.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that can't have the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Puts a text into a field, if what stands there asks for it.
pub fn set_field(id: &str, text: &str, replace: impl FnOnce(&str) -> bool) {
    if let Some(field) = field(id)
        && replace(&field.value())
    {
        field.set_value(text);
    }
}

/// Selects all that stands in a text area.
pub fn select_all(id: &str) {
    focus(id);
    if let Some(area) = element(id).and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok()) {
        area.select();
    }
}

/// Listens to an event of the window as long as the page lives.
pub fn listen(event: &'static str, act: Box<dyn Fn(Event)>) {
    let act = Closure::<dyn Fn(Event)>::new(act);
    if let Some(window) = window() {
        // The events that we name can be listened to everywhere.
        let _ = window.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
    }
    act.forget();
}

/// The key of the local storage that an event of the window is about; `None`
/// where everything was cleared.
pub fn storage_key(event: &Event) -> Option<String> {
    event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key)
}

/// The time, as RFC 3339 has it.
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn field(id: &str) -> Option<HtmlInputElement> {
    element(id)?.dyn_into().ok()
}

fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}
