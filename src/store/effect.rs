//! Effects: what follows the state outside the components.

use leptos::prelude::Effect;

/// Does something now and whenever what it read has changed.
pub fn effect(act: impl Fn() + 'static) {
    effect_erased(Box::new(act));
}

fn effect_erased(act: Box<dyn Fn()>) {
    Effect::new(move |_| act());
}
