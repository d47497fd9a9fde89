//! Doing something after a while.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use leptos::leptos_dom::helpers::{
    TimeoutHandle, request_animation_frame, set_timeout_with_handle,
};

/// Does something in a task of its own, so that the browser can answer the reader
/// before.
pub fn soon(act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    // A browser that has no timer has nothing to start with.
    let _ = set_timeout_with_handle(act, Duration::ZERO);
}

/// Does something once what is being made stands in the page, in the same task.
pub fn once_made(act: impl FnOnce() + 'static) {
    leptos::task::spawn_local(async move { act() });
}

/// How long at most the browser is waited for to paint: some windows have no frames,
/// though they do not say that they are hidden.
const UNPAINTED: Duration = Duration::from_millis(200);

/// Does something once the browser has painted what was changed.
pub fn after_paint(act: impl FnOnce() + 'static) {
    type Pending = Rc<Cell<Option<Box<dyn FnOnce()>>>>;
    let pending: Pending = Rc::new(Cell::new(Some(Box::new(act))));
    let then = pending.clone();
    let act = |pending: Pending| {
        if let Some(act) = pending.take() {
            act();
        }
    };
    request_animation_frame(move || soon(move || act(then)));
    // A browser that has no timer paints.
    let _ = set_timeout_with_handle(move || act(pending), UNPAINTED);
}

/// Something to be done after a while, at most one at a time.
#[derive(Default)]
pub struct Timer(Mutex<Option<TimeoutHandle>>);

impl Timer {
    /// One with nothing to do.
    pub const fn new() -> Timer {
        Timer(Mutex::new(None))
    }

    /// Does it after a while, unless something else is started before.
    pub fn start(&'static self, pause: Duration, act: impl FnOnce() + 'static) {
        let act: Box<dyn FnOnce()> = Box::new(move || {
            self.put(None);
            act();
        });
        // A browser that has no timer leaves it undone.
        if let Some(before) = self.put(set_timeout_with_handle(act, pause).ok()) {
            before.clear();
        }
    }

    /// Gives it up; tells whether there was something to do.
    pub fn stop(&self) -> bool {
        let pending = self.put(None);
        pending.inspect(TimeoutHandle::clear).is_some()
    }

    fn put(&self, handle: Option<TimeoutHandle>) -> Option<TimeoutHandle> {
        let mut pending = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *pending, handle)
    }
}
