//! What follows the state until it is dropped, and leaves nothing of it behind.

use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};

/// An effect that runs at once, and again whenever what it read has changed.
///
/// The only kind: Leptos has code for each kind and for each type that an effect
/// hands on to its next run.
pub struct Following(RenderEffect<()>);

impl Following {
    pub fn new(run: impl FnMut() + 'static) -> Following {
        Following::erased(Box::new(run))
    }

    fn erased(mut run: Box<dyn FnMut()>) -> Following {
        Following(RenderEffect::new(move |_| run()))
    }

    /// Keeps it as long as the page.
    pub fn forever(self) {
        std::mem::forget(self);
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        unsubscribe(&self.0.to_any_subscriber());
    }
}

/// Takes what follows the state out of all that it has read. Leptos' own effects
/// and memos stay there when they are gone, and each of them keeps its memory:
/// rows that come and go would fill it (docs/decisions/0063).
pub fn unsubscribe(subscriber: &AnySubscriber) {
    subscriber.clear_sources(subscriber);
}
