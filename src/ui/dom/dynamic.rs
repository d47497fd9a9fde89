//! Parts of the page that follow the state.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;

use super::element::Node;
use super::following::Key;

/// What is there only while a condition holds.
pub fn show(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> Node + Send + 'static,
) -> AnyView {
    show_erased(Box::new(holds), Box::new(view))
}

fn show_erased(
    holds: Box<dyn Fn() -> bool + Send + Sync>,
    view: Box<dyn Fn() -> Node + Send>,
) -> AnyView {
    keyed_erased(
        Box::new(move || String::from(if holds() { "1" } else { "" })),
        Box::new(move |key| (!key.is_empty()).then(&view)),
    )
}

/// What is made anew whenever its key changes, and only then.
pub fn keyed(
    key: impl Fn() -> String + Send + Sync + 'static,
    view: impl Fn(&str) -> Node + Send + 'static,
) -> AnyView {
    keyed_erased(Box::new(key), Box::new(move |key| Some(view(key))))
}

type KeyOf = Box<dyn Fn() -> String + Send + Sync>;
/// Views that are made anew whenever what they depend on has changed.
type Live = Arc<Mutex<dyn FnMut() -> Vec<AnyView> + Send>>;
type ViewOf = Box<dyn Fn(&str) -> Option<Node> + Send>;

fn keyed_erased(key: KeyOf, view: ViewOf) -> AnyView {
    let key = Key::new(key);
    let live: Live = Arc::new(Mutex::new(move || {
        key.with(|key| untrack(|| view(key).map(Node::finish).into_iter().collect()))
    }));
    live.into_any()
}
