//! Building blocks: elements, lists and live parts whose Rust type does not
//! depend on what is in them.
//!
//! Leptos' `view!` gives each piece of markup a type of its own, and the
//! compiler writes building and rebuilding code for each. Here one type serves
//! all, which makes the app much smaller (the figures are in ARCHITECTURE.md).
//! What goes in are plain values and closures; nothing here knows what it is
//! used for.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::attr::{Attribute, NextAttribute};
use leptos::html::{ElementChild, custom};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event};

use super::STATIC;
use super::rows::{self, Keys, Make, Row};

type Live<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

/// An element in the making. Boxed, because it is handed on at every step.
pub struct Node(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<Entry>,
    children: Vec<AnyView>,
}

/// Begins an element.
pub fn node(tag: &'static str) -> Node {
    Node(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

/// Begins an element of a class.
pub fn classed(tag: &'static str, class: &str) -> Node {
    node(tag).attr("class", class)
}

/// Begins a button that does something.
pub fn button(class: &str, press: impl FnMut() + Send + 'static) -> Node {
    classed("button", class)
        .attr("type", "button")
        .with(Entry::Press(Box::new(press)))
}

/// Begins a link to another place.
pub fn anchor(href: &str, words: &str) -> Node {
    node("a")
        .attr("href", href)
        .attr("rel", "noopener")
        .text(words)
}

impl Node {
    /// An attribute that stays as it is.
    pub fn attr(self, name: &'static str, value: &str) -> Node {
        self.with(Entry::Fixed(name, value.to_owned()))
    }

    /// An attribute that follows the state; `None` takes it off.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl FnMut() -> Option<String> + Send + 'static,
    ) -> Node {
        self.with(Entry::Live(name, Box::new(value)))
    }

    /// An attribute that says `true` or `false`.
    pub fn state(self, name: &'static str, is: impl Fn() -> bool + Send + 'static) -> Node {
        self.live_attr(name, move || Some(is().to_string()))
    }

    /// A property of the element that follows the state.
    pub fn live_prop(self, name: &'static str, is: impl FnMut() -> bool + Send + 'static) -> Node {
        self.with(Entry::Property(name, Box::new(is)))
    }

    /// What is done on an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + Send + 'static) -> Node {
        self.with(Entry::Listener(event, Box::new(act)))
    }

    /// The rows of a list, each an element, as all that is inside.
    pub fn rows(
        self,
        keys: impl Fn() -> Vec<usize> + Send + 'static,
        row: impl Fn(usize) -> Node + Send + 'static,
    ) -> Node {
        if STATIC {
            return self.children(keys().into_iter().map(row));
        }
        let make = move |key| row(key).finish();
        self.with(Entry::Rows(Box::new(keys), Box::new(make)))
    }

    fn with(mut self, entry: Entry) -> Node {
        self.0.attributes.push(entry);
        self
    }

    /// Words that stay as they are.
    pub fn text(self, words: &str) -> Node {
        self.view(words.to_owned().into_any())
    }

    /// Words that follow the state.
    pub fn live_text(self, words: impl FnMut() -> String + Send + 'static) -> Node {
        self.push_live_text(Arc::new(Mutex::new(words)))
    }

    fn push_live_text(self, words: Live<String>) -> Node {
        self.view(words.into_any())
    }

    /// An element inside.
    pub fn child(self, child: Node) -> Node {
        self.view(child.finish())
    }

    /// Anything inside.
    pub fn view(mut self, view: AnyView) -> Node {
        self.0.children.push(view);
        self
    }

    /// An element inside, if there is one.
    pub fn maybe(self, child: Option<Node>) -> Node {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Several elements inside.
    pub fn children(mut self, children: impl IntoIterator<Item = Node>) -> Node {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// The element, as Leptos takes it.
    pub fn finish(self) -> AnyView {
        let parts = *self.0;
        let element =
            custom(parts.tag).add_any_attr(Attributes(Arc::new(Mutex::new(parts.attributes))));
        element.child(parts.children).into_any()
    }
}

/// Everything that is set on an element. Leptos has the same, but its form for
/// any kind of attribute can set `innerHTML`, which must not be in what ships.
///
/// A clone is the same attributes: the element that is built first takes them.
#[derive(Clone)]
struct Attributes(Arc<Mutex<Vec<Entry>>>);

enum Entry {
    Fixed(&'static str, String),
    Live(&'static str, Box<dyn FnMut() -> Option<String> + Send>),
    Property(&'static str, Box<dyn FnMut() -> bool + Send>),
    Listener(&'static str, Box<dyn FnMut(Event) + Send>),
    Press(Box<dyn FnMut() + Send>),
    Rows(Keys, Make),
}

/// What must live as long as the element.
enum Alive {
    Attribute {
        _effect: RenderEffect<Option<String>>,
    },
    Property {
        _effect: RenderEffect<bool>,
    },
    Listener {
        _handler: RemoveEventHandler<Element>,
    },
    Rows {
        _effect: RenderEffect<Vec<Row>>,
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
                let set = move |before: Option<Option<String>>| {
                    let value = value();
                    match (&value, before.flatten()) {
                        (Some(new), Some(old)) if *new == old => {}
                        (Some(new), _) => Rndr::set_attribute(&element, name, new),
                        (None, _) => Rndr::remove_attribute(&element, name),
                    }
                    value
                };
                let _effect = RenderEffect::new(set);
                Some(Alive::Attribute { _effect })
            }
            Entry::Property(name, mut is) => {
                let set = move |_| {
                    let is = is();
                    Rndr::set_property(&element, name, &is.into());
                    is
                };
                let _effect = RenderEffect::new(set);
                Some(Alive::Property { _effect })
            }
            Entry::Listener(event, mut act) => {
                let act = Box::new(move |event: JsValue| act(event.unchecked_into()));
                let _handler = Rndr::add_event_listener(&element, event, act);
                Some(Alive::Listener { _handler })
            }
            Entry::Press(mut press) => {
                Entry::Listener("click", Box::new(move |_| press())).set(&element)
            }
            Entry::Rows(keys, make) => {
                let _effect = rows::keep(element, keys, make);
                Some(Alive::Rows { _effect })
            }
        }
    }

    /// Writes it as HTML, as it is now. What is done on an event is not part of it,
    /// and rows are children there.
    fn write(self, html: &mut String) {
        let (name, value) = match self {
            Entry::Fixed(name, value) => (name, Some(value)),
            Entry::Live(name, mut value) => (name, value()),
            Entry::Property(name, mut is) => (name, is().then(String::new)),
            Entry::Listener(..) | Entry::Press(_) | Entry::Rows(..) => return,
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

/// What is there only while a condition holds.
pub fn when(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> Node + Send + 'static,
) -> AnyView {
    when_erased(Box::new(holds), Box::new(view))
}

fn when_erased(
    holds: Box<dyn Fn() -> bool + Send + Sync>,
    view: Box<dyn Fn() -> Node + Send>,
) -> AnyView {
    switch_erased(
        Box::new(move || String::from(if holds() { "1" } else { "" })),
        Box::new(move |key| (!key.is_empty()).then(&view)),
    )
}

/// What is made anew whenever its key changes, and only then.
pub fn switch(
    key: impl Fn() -> String + Send + Sync + 'static,
    view: impl Fn(&str) -> Node + Send + 'static,
) -> AnyView {
    switch_erased(Box::new(key), Box::new(move |key| Some(view(key))))
}

type KeyOf = Box<dyn Fn() -> String + Send + Sync>;
type ViewOf = Box<dyn Fn(&str) -> Option<Node> + Send>;

fn switch_erased(key: KeyOf, view: ViewOf) -> AnyView {
    let key = ArcMemo::new(move |_| key());
    let live: Live<Vec<AnyView>> = Arc::new(Mutex::new(move || {
        key.with(|key| untrack(|| view(key).map(Node::finish).into_iter().collect()))
    }));
    live.into_any()
}

/// Does something now and whenever what it read has changed.
pub fn effect(act: impl Fn() + 'static) {
    effect_erased(Box::new(act));
}

fn effect_erased(act: Box<dyn Fn()>) {
    Effect::new(move |_| act());
}
