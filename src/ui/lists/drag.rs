//! Dragging a recommendation to another place of its list, with any pointer. Only the
//! handle takes the pointer, so texts can be selected and a finger scrolls as always.

use std::sync::{Arc, Mutex};

use leptos::prelude::untrack;
use leptos::web_sys::{Event, window};

use crate::browser::{page, reflect};
use crate::ids;
use crate::store::Store;
use crate::ui::dom::{Node, set};

/// The attribute of a row in front of or behind which the dragged one would stand.
const DROP: &str = "data-drop";

/// How near to an edge of the window the page scrolls, and how far at each move, in
/// CSS pixels.
const EDGE: f64 = 48.0;

/// What is dragged.
#[derive(Clone)]
pub struct Drag {
    store: Store,
    drop: Arc<dyn Fn(usize) + Send + Sync>,
    /// The row with the mark, and the place where the dragged one would stand.
    over: Arc<Mutex<Option<(u16, usize)>>>,
    is_held: Arc<Mutex<bool>>,
}

impl Drag {
    /// `drop` is given the place in the list where it was let go, counted from zero.
    pub fn new(store: Store, drop: impl Fn(usize) + Send + Sync + 'static) -> Drag {
        Drag {
            store,
            drop: Arc::new(drop),
            over: Arc::default(),
            is_held: Arc::default(),
        }
    }

    /// Has a handle drag the row of a recommendation.
    pub fn listen(self, handle: Node, number: u16) -> Node {
        let (down, moved, up, lost) = (self.clone(), self.clone(), self.clone(), self);
        handle
            .on("pointerdown", move |event| down.take(&event))
            .on("pointermove", move |event| moved.follow(&event, number))
            .on("pointerup", move |_| {
                let place = up.mark(None).map(|(_, place)| place);
                if up.hold(false)
                    && let Some(place) = place
                {
                    (up.drop)(place);
                }
            })
            .on("pointercancel", move |_| {
                lost.mark(None);
                lost.hold(false);
            })
    }

    fn hold(&self, is: bool) -> bool {
        let held = self.is_held.lock();
        held.is_ok_and(|mut held| std::mem::replace(&mut *held, is))
    }

    fn take(&self, event: &Event) {
        if let Some(handle) = event.current_target()
            && reflect::get(event, "button").as_f64() == Some(0.0)
        {
            // Without it, only moves over the handle are heard.
            let pointer = reflect::get(event, "pointerId");
            let _ = reflect::call(&handle, "setPointerCapture", &pointer);
            self.hold(true);
        }
    }

    fn follow(&self, event: &Event, number: u16) {
        let is_held = self.is_held.lock().is_ok_and(|held| *held);
        let height = reflect::get(event, "clientY").as_f64();
        let Some(height) = height.filter(|_| is_held) else {
            return;
        };
        scroll_near_edge(height);
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

fn scroll_near_edge(height: f64) {
    let Some(window) = window() else { return };
    let whole = window.inner_height().ok().and_then(|it| it.as_f64());
    let by = if height < EDGE {
        -EDGE
    } else if height > whole.unwrap_or_default() - EDGE {
        EDGE
    } else {
        return;
    };
    let page = window.document().and_then(|it| it.document_element());
    if let Some(page) = page {
        page.set_scroll_top(page.scroll_top() + by as i32);
    }
}
