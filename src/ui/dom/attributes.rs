//! Everything that is set on an element: attributes, properties, listeners, words
//! that follow the state, and what changes the element itself.

use std::any::Any;
use std::sync::{Arc, Mutex, PoisonError};

use leptos::attr::{Attribute, NextAttribute};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event};

use super::patch::set_text;
use crate::store::effect::Following;

/// Everything that is set on an element. Leptos has the same, but its form for
/// any kind of attribute can set `innerHTML`, which must not be in what ships.
///
/// A clone is the same attributes: the element that is built first takes them.
#[derive(Clone)]
pub(super) struct Attributes(pub(super) Arc<Mutex<Vec<Entry>>>);

pub(super) enum Entry {
    Fixed(&'static str, String),
    Live(&'static str, Box<dyn FnMut() -> Option<String> + Send>),
    Property(&'static str, Box<dyn FnMut() -> bool + Send>),
    Text(Box<dyn FnMut() -> String + Send>),
    Listener(&'static str, Box<dyn FnMut(Event) + Send>),
    Press(Box<dyn FnMut() + Send>),
    Bound(Bind),
}

/// Takes an element as it was made, and gives what must live as long as it.
pub(super) type Bind = Box<dyn FnOnce(&Element) -> Box<dyn Any> + Send>;

/// What must live as long as the element.
pub(super) enum Alive {
    Following {
        _effect: Following,
    },
    Listener {
        _handler: RemoveEventHandler<Element>,
    },
    Bound {
        _kept: Box<dyn Any>,
    },
}

impl Entry {
    fn set(self, element: &Element) -> Option<Alive> {
        let element = element.clone();
        match self {
            Entry::Fixed(name, value) => {
                Rndr::set_attribute(&element, name, &value);
                None
            }
            Entry::Live(name, mut value) => {
                let mut before = None;
                let set = move || {
                    let value = value();
                    match (&value, &before) {
                        (Some(new), Some(old)) if new == old => {}
                        (Some(new), _) => Rndr::set_attribute(&element, name, new),
                        (None, _) => Rndr::remove_attribute(&element, name),
                    }
                    before = value;
                };
                let _effect = Following::new(set);
                Some(Alive::Following { _effect })
            }
            Entry::Property(name, mut is) => {
                let set = move || Rndr::set_property(&element, name, &is().into());
                let _effect = Following::new(set);
                Some(Alive::Following { _effect })
            }
            Entry::Text(mut words) => {
                let mut before = None;
                let set = move || {
                    let words = Some(words());
                    if let Some(words) = words.as_ref().filter(|_| before != words) {
                        set_text(&element, words);
                    }
                    before = words;
                };
                let _effect = Following::new(set);
                Some(Alive::Following { _effect })
            }
            Entry::Listener(event, mut act) => {
                let act = Box::new(move |event: JsValue| act(event.unchecked_into()));
                let _handler = Rndr::add_event_listener(&element, event, act);
                Some(Alive::Listener { _handler })
            }
            Entry::Press(mut press) => {
                Entry::Listener("click", Box::new(move |_| press())).set(&element)
            }
            Entry::Bound(bind) => {
                let _kept = bind(&element);
                Some(Alive::Bound { _kept })
            }
        }
    }

    /// Writes it as HTML, as it is now. What is done on an event is not part of it,
    /// and words are children there.
    fn write(self, html: &mut String) {
        let (name, value) = match self {
            Entry::Fixed(name, value) => (name, Some(value)),
            Entry::Live(name, mut value) => (name, value()),
            Entry::Property(name, mut is) => (name, is().then(String::new)),
            Entry::Text(_) | Entry::Listener(..) | Entry::Press(_) | Entry::Bound(_) => return,
        };
        let Some(value) = value else { return };
        html.push(' ');
        html.push_str(name);
        if !value.is_empty() {
            let value = value.replace('&', "&amp;").replace('"', "&quot;");
            html.push_str(&format!("=\"{}\"", value.replace('<', "&lt;")));
        }
    }
}

impl Attributes {
    fn take(&self) -> Vec<Entry> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Attribute for Attributes {
    const MIN_LENGTH: usize = 0;

    type State = (Element, Vec<Alive>);
    type AsyncOutput = Attributes;
    type Cloneable = Attributes;
    type CloneableOwned = Attributes;

    fn build(self, element: &Element) -> Self::State {
        let alive = self
            .take()
            .into_iter()
            .filter_map(|entry| entry.set(element));
        (element.clone(), alive.collect())
    }

    fn rebuild(self, state: &mut Self::State) {
        let element = state.0.clone();
        *state = self.build(&element);
    }

    fn into_cloneable(self) -> Attributes {
        self
    }

    fn into_cloneable_owned(self) -> Attributes {
        self
    }

    // What was written natively is replaced, not woken.
    fn hydrate<const FROM_SERVER: bool>(self, element: &Element) -> Self::State {
        self.build(element)
    }

    fn html_len(&self) -> usize {
        0
    }

    fn to_html(self, html: &mut String, _: &mut String, _: &mut String, _: &mut String) {
        for entry in self.take() {
            entry.write(html);
        }
    }

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Attributes {
        self
    }
}

impl NextAttribute for Attributes {
    type Output<Other: Attribute> = (Attributes, Other);

    fn add_any_attr<Other: Attribute>(self, other: Other) -> Self::Output<Other> {
        (self, other)
    }
}
