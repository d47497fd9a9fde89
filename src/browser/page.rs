//! The document around the components: title, state, colours, focus, time.

use std::cell::Cell;
use std::ops::Range;

use js_sys::{Date, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, Event, FocusEvent, FocusOptions, HtmlElement,
    HtmlInputElement, HtmlTextAreaElement, Node, StorageEvent, window,
};

use super::address::is_framed;
use super::{BrowserError, reflect};

/// The event on `window` that tells the boot script of a failure; its detail is
/// the technical message.
const FAILED: &str = "agenda-explorer:failed";

/// The event on `window` that asks the boot script for the dialog for sharing
/// and embedding; its detail is the view, as [`crate::share_dialog::open`] takes it.
const SHARE_DIALOG: &str = "agenda-explorer:share-dialog";

/// The event with which the boot script answers; where the dialog could not be
/// opened, its detail is the technical message.
const SHARE_DIALOG_ANSWER: &str = "agenda-explorer:share-dialog-answer";

/// Sets the title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// An attribute of the root element.
pub fn root(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}

/// Sets an attribute of the root element.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // The names that we set are valid, and nothing hangs on it otherwise.
        let _ = root.set_attribute(name, value);
    }
}

/// The element that shows the store, and an empty one like it that is not in
/// the page.
pub fn mount_point() -> Option<(Element, HtmlElement)> {
    let shown = element("app")?;
    let next = shown.clone_node().ok()?.dyn_into().ok()?;
    Some((shown, next))
}

/// An element at the end of the page to mount components in.
pub fn add_mount_point() -> Option<HtmlElement> {
    let document = document()?;
    let element = document.create_element("div").ok()?;
    document.body()?.append_child(&element).ok()?;
    element.dyn_into().ok()
}

/// Whether nobody sees the page, as in a tab behind: timers are slow there.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Whether the page is mostly used by touching it.
pub fn is_touched() -> bool {
    let query = JsValue::from_str("(pointer: coarse)");
    let answer = window().and_then(|window| reflect::call(&window, "matchMedia", &query));
    answer.is_some_and(|answer| reflect::get(&answer, "matches").is_truthy())
}

/// Whether there is an element with this id.
pub fn has(id: &str) -> bool {
    element(id).is_some()
}

/// Adds a style sheet and waits until it holds, once for each address.
///
/// # Errors
/// If it did not arrive.
pub async fn add_style_sheet(address: &str) -> Result<(), BrowserError> {
    let document = document().ok_or(BrowserError)?;
    let selector = format!("link[href=\"{address}\"]");
    if let Ok(Some(_)) = document.query_selector(&selector) {
        return Ok(());
    }
    let link = document.create_element("link").map_err(|_| BrowserError)?;
    for (name, value) in [("rel", "stylesheet"), ("href", address)] {
        link.set_attribute(name, value).map_err(|_| BrowserError)?;
    }
    let head = document.head().ok_or(BrowserError)?;
    let loaded = Promise::new(&mut |done, failed| {
        for (event, answer) in [("load", done), ("error", failed)] {
            // The events that we name can be listened to everywhere.
            let _ = link.add_event_listener_with_callback(event, &answer);
        }
        let _ = head.append_child(&link);
    });
    JsFuture::from(loaded).await.map_err(|_| BrowserError)?;
    Ok(())
}

/// Tells the boot script that the app can't go on.
pub fn report_failure(message: &str) {
    dispatch(FAILED, &JsValue::from_str(message));
}

/// Whether the boot script knows that the app has stopped, as it also does after a
/// trap: what is left of the app must not show itself again.
pub fn has_stopped() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_none_or(|root| root.has_attribute("data-stopped"))
}

/// Stops the app where the browser does not put into the page what belongs there:
/// the boot script puts the written page back and tells the reader.
pub fn stop() -> ! {
    report_failure("The browser does not change the page.");
    std::process::abort()
}

/// Asks the boot script for the dialog that hands on a view.
pub fn ask_for_share_dialog(view: &str) {
    dispatch(SHARE_DIALOG, &JsValue::from_str(view));
}

/// Listens to what became of that: whether the dialog is there.
pub fn listen_to_share_dialog(act: impl Fn(bool) + 'static) {
    listen(
        SHARE_DIALOG_ANSWER,
        Box::new(move |event| act(detail(&event).is_none())),
    );
}

/// Dispatches an event of the window, for the scripts around the app.
pub fn dispatch(event: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_detail(detail);
    if let (Some(window), Ok(event)) = (
        window(),
        CustomEvent::new_with_event_init_dict(event, &init),
    ) {
        // Nobody is left who could handle a refusal.
        let _ = window.dispatch_event(&event);
    }
}

/// The text that such an event carries.
pub fn detail(event: &Event) -> Option<String> {
    event.dyn_ref::<CustomEvent>()?.detail().as_string()
}

/// Has the boot script load a part of the wasm that is loaded on demand
/// (`src/parts/`), before it is called.
pub fn load_on_demand(part: &str) {
    dispatch("agenda-explorer:on-demand", &JsValue::from_str(part));
}

/// Listens to what became of that, by the event that answers for a part: whether it is
/// there.
pub fn listen_to_on_demand(answer: &'static str, act: impl Fn(bool) + 'static) {
    listen(answer, Box::new(move |event| act(detail(&event).is_none())));
}

/// Scrolls to an element, if there is one with this id.
pub fn scroll_to(id: &str) {
    let Some(element) = element(id) else { return };
    // Where it is depends on the height of all that is above.
    if let Some(late) = document().and_then(|it| it.query_selector_all("[data-late]").ok()) {
        let late = (0..late.length()).filter_map(|place| late.get(place)?.dyn_into().ok());
        late.for_each(|it: Element| {
            let _ = it.remove_attribute("data-late");
        });
    }
    if !is_framed() {
        element.scroll_into_view();
    } else if let Some(window) = window() {
        // That would scroll the page around the frame too; this can't.
        window.scroll_by_with_x_and_y(0.0, element.get_bounding_client_rect().top());
    }
}

/// Scrolls to what has the focus where it is out of sight. A frame stays where it
/// is, because this would scroll the page around it.
pub fn keep_focus_in_sight() {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64());
    let (Some(element), Some(height), false) = (focused(), height, is_framed()) else {
        return;
    };
    let place = element.get_bounding_client_rect();
    if place.top() < 0.0 || place.bottom() > height {
        element.scroll_into_view_with_bool(false);
    }
}

/// Moves the focus to an element, if there is one with this id, and says
/// whether there is.
pub fn focus(id: &str) -> bool {
    let element = element(id).and_then(|element| element.dyn_into().ok());
    if let Some(element) = &element {
        give_focus(element);
    }
    element.is_some()
}

/// What has the focus.
pub fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Whether something has the focus that is in what a selector finds.
pub fn has_focus_in(selector: &str) -> bool {
    focused().is_some_and(|focused| focused.closest(selector).is_ok_and(|it| it.is_some()))
}

/// Moves the focus to an element.
pub fn give_focus(element: &HtmlElement) {
    // Bringing it into view would move the page around a frame.
    let options = FocusOptions::new();
    options.set_prevent_scroll(is_framed());
    // An element that can't have the focus leaves it where it is.
    let _ = element.focus_with_options(&options);
}

thread_local! {
    /// What had the focus before something that will go away.
    static NOTED: Cell<Option<HtmlElement>> = const { Cell::new(None) };
}

/// Notes what had the focus before a part of the page got it.
pub fn note_focus(event: &Event) {
    let (Some(event), Some(part)) = (event.dyn_ref::<FocusEvent>(), event.current_target()) else {
        return;
    };
    let before = event.related_target();
    let inside = before.as_ref().and_then(|it| it.dyn_ref::<Node>());
    let part = part.dyn_ref::<Node>();
    // Within the part it only moves on.
    if !part.is_some_and(|part| part.contains(inside)) {
        NOTED.set(before.and_then(|it| it.dyn_into().ok()));
    }
}

/// What was noted so.
pub fn noted_focus() -> Option<HtmlElement> {
    NOTED.take()
}

/// Notes for the style sheet how far down the reader is at work: a frame that is
/// as high as its content has no edge at which everybody looks.
pub fn note_place() {
    let Some(document) = document() else { return };
    let Some(root) = document.document_element() else {
        return;
    };
    let at_work = document.active_element().unwrap_or_else(|| root.clone());
    let down = at_work.get_bounding_client_rect().top() - root.get_bounding_client_rect().top();
    // Writing numbers with a point is code of some kilobytes.
    let down = down as i32;
    if let Ok(root) = root.dyn_into::<HtmlElement>() {
        // Without it the note stands at the top.
        let _ = root.style().set_property("--at-work", &format!("{down}px"));
    }
}

/// Makes links that lead elsewhere open a tab of their own: in the frame they
/// would take the place of the page, and many sites refuse to be framed.
pub fn open_links_outside() {
    let base = document().and_then(|document| {
        let base = document.create_element("base").ok()?;
        base.set_attribute("target", "_blank").ok()?;
        Some((document.head()?, base))
    });
    if let Some((head, base)) = base {
        // Without it the links open where they stand.
        let _ = head.append_child(&base);
    }
}

/// Puts a text into an element, if there is one with this id.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = element(id) {
        element.set_text_content(Some(text));
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

/// Selects a part of what stands in a text area, and shows it. The places are bytes.
pub fn show_range(id: &str, text: &str, range: Range<usize>) {
    let Some(area) = element(id).and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    // The browser counts in UTF-16.
    let units = |place| text.get(..place).unwrap_or_default().encode_utf16().count();
    let [start, end, all] = [range.start, range.end, text.len()].map(units);
    // An area that is not shown refuses.
    let _ = area.set_selection_range(start as u32, end as u32);
    give_focus(&area);
    // Browsers show the end of the text or nothing; the lines are about equally long.
    let middle = area.scroll_height() as usize * start / all.max(1);
    area.set_scroll_top(middle as i32 - area.client_height() / 2);
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

/// Listens to an event of an element as long as the page lives.
pub fn listen_at(element: &Element, event: &'static str, act: Box<dyn Fn(Event)>) {
    let act = Closure::<dyn Fn(Event)>::new(act);
    // The events that we name can be listened to everywhere.
    let _ = element.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
    act.forget();
}

/// Listens to an event of the window as long as the page lives, before any element has it.
pub fn listen_before(event: &'static str, act: Box<dyn Fn(Event)>) {
    let act = Closure::<dyn Fn(Event)>::new(act);
    if let Some(window) = window() {
        let listener = act.as_ref().unchecked_ref();
        // The events that we name can be listened to everywhere.
        let _ = window.add_event_listener_with_callback_and_bool(event, listener, true);
    }
    act.forget();
}

/// Listens to an event of an element as long as the page lives, before what is in it.
pub fn listen_around(element: &Element, event: &'static str, act: Box<dyn Fn(Event)>) {
    let act = Closure::<dyn Fn(Event)>::new(act);
    let listener = act.as_ref().unchecked_ref();
    // The events that we name can be listened to everywhere.
    let _ = element.add_event_listener_with_callback_and_bool(event, listener, true);
    act.forget();
}

/// Scrolls a list, and nothing around it, so far that one of its elements is seen.
pub fn scroll_within(list: &Element, element: &Element) {
    let (seen, place) = (
        list.get_bounding_client_rect(),
        element.get_bounding_client_rect(),
    );
    let above = (seen.top() - place.top()).max(0.0);
    let below = (place.bottom() - seen.bottom()).max(0.0);
    list.set_scroll_top(list.scroll_top() + (below - above).round() as i32);
}

/// Whether what has the focus takes what is typed.
pub fn is_typing() -> bool {
    focused().is_some_and(|focused| {
        let typed = focused.matches("input:not([type=checkbox]), textarea, select");
        typed.unwrap_or_default() || focused.is_content_editable()
    })
}

/// Whether a dialog is open.
pub fn has_dialog() -> bool {
    let dialog = document().map(|it| it.query_selector("dialog[open]"));
    dialog.is_some_and(|dialog| dialog.ok().flatten().is_some())
}

/// Whether a part of the page is selected.
pub fn has_selection() -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Whether something is held down, with a pointer or a key.
pub fn is_pressed() -> bool {
    let pressed = document().map(|it| it.query_selector(":active"));
    pressed.is_some_and(|pressed| pressed.ok().flatten().is_some())
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

/// A text that no other call gives, here or in another tab.
pub fn unique() -> String {
    let maths = window().map(|window| reflect::get(&window, "Math"));
    let chance = maths.and_then(|maths| reflect::call(&maths, "random", &JsValue::UNDEFINED));
    // A whole number of nine digits.
    let chance = chance
        .and_then(|chance| chance.as_f64())
        .unwrap_or_default()
        * 1e9;
    format!("{}-{}", now(), chance as u32)
}

/// Opens the dialog for printing.
pub fn print() {
    // A browser that refuses shows so itself.
    let _ = window().map(|window| reflect::call(&window, "print", &JsValue::UNDEFINED));
}

fn document() -> Option<Document> {
    window()?.document()
}

fn field(id: &str) -> Option<HtmlInputElement> {
    element(id)?.dyn_into().ok()
}

pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}
