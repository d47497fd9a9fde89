//! Elements: the tag, its attributes and its children.

use std::sync::{Arc, Mutex};

use leptos::html::{ElementChild, custom};
use leptos::prelude::*;
use leptos::web_sys::{Element, Event};

use super::attributes::{Attributes, Entry};
use crate::store::STATIC;

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

/// Begins a button that does something.
pub fn button(class: &str, press: impl FnMut() + Send + 'static) -> Node {
    node("button")
        .class(class)
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

/// Words that are only read out.
pub fn unseen(words: &str) -> Node {
    node("span").class("visually-hidden").text(words)
}

impl Node {
    /// The class of the element.
    pub fn class(self, class: &str) -> Node {
        self.attr("class", class)
    }

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

    /// What changes the element by itself: it is given the element, in which there
    /// is nothing yet, and what it returns lives as long.
    pub fn bind<T: 'static>(self, bind: impl FnOnce(&Element) -> T + Send + 'static) -> Node {
        self.with(Entry::Bound(Box::new(move |element| {
            Box::new(bind(element))
        })))
    }

    fn with(mut self, entry: Entry) -> Node {
        self.0.attributes.push(entry);
        self
    }

    /// Words that stay as they are.
    pub fn text(self, words: &str) -> Node {
        self.view(words.to_owned().into_any())
    }

    /// Words that follow the state: all that is in the element.
    pub fn live_text(self, mut words: impl FnMut() -> String + Send + 'static) -> Node {
        if STATIC {
            return self.text(&words());
        }
        self.with(Entry::Text(Box::new(words)))
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
    pub fn child_if(self, child: Option<Node>) -> Node {
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

    /// The element in the browser, of which nothing follows the state.
    pub fn element(self) -> Option<Element> {
        let state = untrack(|| self.finish().build());
        state.elements().pop()
    }

    /// The element, as Leptos takes it.
    pub fn finish(self) -> AnyView {
        let parts = *self.0;
        let element =
            custom(parts.tag).add_any_attr(Attributes(Arc::new(Mutex::new(parts.attributes))));
        element.child(parts.children).into_any()
    }
}
