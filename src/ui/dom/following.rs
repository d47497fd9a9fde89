//! What follows the state until it is dropped, and leaves nothing of it behind:
//! see [`unsubscribe`].

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::ToAnySubscriber;

use crate::store::effect::unsubscribe;

/// An effect that runs at once, and again whenever what it read has changed.
pub(super) struct Following<T: 'static>(RenderEffect<T>);

impl<T> Following<T> {
    pub(super) fn new(run: impl FnMut(Option<T>) -> T + 'static) -> Following<T> {
        Following(RenderEffect::new(run))
    }
}

impl<T> Drop for Following<T> {
    fn drop(&mut self) {
        unsubscribe(&self.0.to_any_subscriber());
    }
}

/// A text that is computed when what it read has changed.
pub(super) struct Key(ArcMemo<String>);

impl Key {
    pub(super) fn new(key: Box<dyn Fn() -> String + Send + Sync>) -> Key {
        Key(ArcMemo::new(move |_| key()))
    }

    /// Looks at it, and is followed when it changes.
    pub(super) fn with<R>(&self, look: impl FnOnce(&str) -> R) -> R {
        self.0.with(|key| look(key))
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        unsubscribe(&self.0.to_any_subscriber());
    }
}
