//! Effects: what follows the state outside the components.

use leptos::prelude::{Effect, on_cleanup};
use leptos::reactive::graph::{AnySubscriber, Observer, Subscriber};

/// Does something now and whenever what it read has changed.
pub fn effect(act: impl Fn() + 'static) {
    effect_erased(Box::new(act));
}

fn effect_erased(act: Box<dyn Fn()>) {
    Effect::new(move |_| {
        act();
        if let Some(subscriber) = Observer::get() {
            on_cleanup(move || unsubscribe(&subscriber));
        }
    });
}

/// Takes what follows the state out of all that it has read. Leptos' own effects
/// and memos stay there when they are gone, and each of them keeps its memory:
/// rows that come and go would fill it (docs/decisions/0063).
pub fn unsubscribe(subscriber: &AnySubscriber) {
    subscriber.clear_sources(subscriber);
}
