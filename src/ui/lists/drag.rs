//! Dragging a recommendation to another place of its list, with any pointer. Only the
//! handle takes the pointer, so texts can be selected and a finger scrolls as always.

use std::sync::{Arc, Mutex};

use leptos::prelude::{request_animation_frame, untrack};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlElement, KeyboardEvent, window};

use crate::browser::{page, reflect};
use crate::ids;
use crate::store::Store;
use crate::ui::dom::{Node, set};

/// The attribute of a row in front of or behind which the dragged one would stand.
const DROP: &str = "data-drop";

/// How near to an edge of the window the page scrolls, in CSS pixels.
const EDGE: f64 = 48.0;

/// How far it scrolls between two pictures of the browser, in CSS pixels.
const STEP: i32 = 10;

/// What is dragged.
#[derive(Clone)]
pub struct Drag {
    store: Store,
    drop: Arc<dyn Fn(usize) + Send + Sync>,
    /// The row with the mark, and the place where the dragged one would stand.
    over: Arc<Mutex<Option<(u16, usize)>>>,
    held: Arc<Mutex<Option<Held>>>,
}

/// The pointer that drags.
#[derive(Clone, Copy, PartialEq)]
struct Held {
    /// How far below the edge of the window it is, in CSS pixels; unknown before its
    /// first move.
    height: Option<f64>,
    /// Whether the page scrolls, because the pointer is near an edge.
    scrolls: bool,
}

impl Drag {
    /// `drop` is given the place in the list where it was let go, counted from zero.
    pub fn new(store: Store, drop: impl Fn(usize) + Send + Sync + 'static) -> Drag {
        Drag {
            store,
            drop: Arc::new(drop),
            over: Arc::default(),
            held: Arc::default(),
        }
    }

    /// Has a handle drag the row of a recommendation. Escape leaves it where it was;
    /// `cancelled` is told so.
    pub fn listen(self, handle: Node, number: u16, cancelled: fn(Store)) -> Node {
        let (down, moved, up, lost) = (self.clone(), self.clone(), self.clone(), self.clone());
        handle
            .on("pointerdown", move |event| down.take(&event))
            .on("pointermove", move |event| {
                if let Some(height) = reflect::get(&event, "clientY").as_f64() {
                    moved.follow(height, number);
                }
            })
            .on("pointerup", move |_| {
                if let Some(place) = up.let_go() {
                    (up.drop)(place);
                }
            })
            .on("pointercancel", move |_| {
                lost.let_go();
            })
            .on("keydown", move |event| {
                let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
                if key.as_deref() == Some("Escape") && self.held().is_some() {
                    event.prevent_default();
                    self.let_go();
                    cancelled(self.store);
                }
            })
    }

    fn held(&self) -> Option<Held> {
        self.held.lock().ok().and_then(|held| *held)
    }

    fn hold(&self, now: Option<Held>) {
        if let Ok(mut held) = self.held.lock() {
            *held = now;
        }
    }

    fn take(&self, event: &Event) {
        let Some(handle) = event.current_target() else {
            return;
        };
        // Only the first button, and a finger.
        if reflect::get(event, "button").as_f64() != Some(0.0) {
            return;
        }
        // Without it, only moves over the handle are heard.
        let pointer = reflect::get(event, "pointerId");
        let _ = reflect::call(&handle, "setPointerCapture", &pointer);
        // Some browsers give it no focus, and then Escape would not be heard.
        if let Some(handle) = handle.dyn_ref::<HtmlElement>() {
            page::give_focus(handle);
        }
        self.hold(Some(Held {
            height: None,
            scrolls: false,
        }));
    }

    /// Ends it; gives the place where it was let go, if that is another one.
    fn let_go(&self) -> Option<usize> {
        let over = self.mark(None);
        let was_held = self.held().is_some();
        self.hold(None);
        over.filter(|_| was_held).map(|(_, place)| place)
    }

    /// Follows the pointer while it is held.
    fn follow(&self, height: f64, number: u16) {
        let Some(held) = self.held() else { return };
        let scrolls = near_edge(height).is_some();
        self.hold(Some(Held {
            height: Some(height),
            scrolls,
        }));
        if scrolls && !held.scrolls {
            self.clone().scroll(number);
        }
        self.find(height, number);
    }

    /// Scrolls as long as the pointer is held near an edge, whether it moves or not.
    fn scroll(self, number: u16) {
        request_animation_frame(move || {
            let held = self.held().filter(|held| held.scrolls);
            let Some(height) = held.and_then(|held| held.height) else {
                return;
            };
            if let Some(by) = near_edge(height) {
                scroll_by(by);
                self.find(height, number);
                self.scroll(number);
            }
        });
    }

    /// Finds where it would stand if it were let go at a height of the window.
    fn find(&self, height: f64, number: u16) {
        let saved = untrack(|| self.store.saved());
        let own = saved.iter().position(|other| *other == number);
        let mut over = None;
        for (place, other) in saved.iter().enumerate() {
            let row = page::element(&ids::recommendation(*other));
            let Some(row) = row.filter(|row| row.is_connected()) else {
                continue;
            };
            let area = row.get_bounding_client_rect();
            let middle = (area.top() + area.bottom()) / 2.0;
            // Going up it takes the place of the first whose middle is below the
            // pointer, going down of the last whose middle is above it.
            match own {
                Some(own) if place < own && height < middle && over.is_none() => {
                    over = Some((*other, place));
                }
                Some(own) if place > own && height > middle => over = Some((*other, place)),
                _ => {}
            }
        }
        self.mark(over);
    }

    /// Marks where it would stand; gives what was marked before.
    fn mark(&self, over: Option<(u16, usize)>) -> Option<(u16, usize)> {
        let mut held = self.over.lock().ok()?;
        let before = std::mem::replace(&mut *held, over);
        if before != over {
            let row = |number| page::element(&ids::recommendation(number));
            if let Some(row) = before.and_then(|(number, _)| row(number)) {
                set(&row, DROP, None);
            }
            if let Some(row) = over.and_then(|(number, _)| row(number)) {
                set(&row, DROP, Some(""));
            }
        }
        before
    }
}

/// How far the page scrolls for a pointer that is near an edge of the window.
fn near_edge(height: f64) -> Option<i32> {
    let whole = window().and_then(|window| window.inner_height().ok()?.as_f64());
    if height < EDGE {
        Some(-STEP)
    } else {
        (height > whole? - EDGE).then_some(STEP)
    }
}

fn scroll_by(by: i32) {
    let document = window().and_then(|window| window.document());
    if let Some(page) = document.and_then(|document| document.document_element()) {
        page.set_scroll_top(page.scroll_top() + by);
    }
}
