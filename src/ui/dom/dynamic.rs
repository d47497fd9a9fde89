//! Parts of the page that follow the state.
//!
//! Leptos has reactive views for this. They are rebuilt by comparing trees, which
//! is code for every kind of view; these are made anew.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};
use leptos::web_sys::{Element, Node as DomNode};

use super::element::Node;
use super::mounted::Mounted;
use crate::store::STATIC;
use crate::store::effect::Following;

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
type ViewOf = Box<dyn Fn(&str) -> Option<Node> + Send>;

fn keyed_erased(key: KeyOf, view: ViewOf) -> AnyView {
    if STATIC {
        return made(view(&key()));
    }
    Keyed { key, view }.into_any()
}

fn made(node: Option<Node>) -> AnyView {
    node.map_or_else(|| ().into_any(), Node::finish)
}

/// A view that is made anew whenever its key changes.
struct Keyed {
    key: KeyOf,
    view: ViewOf,
}

/// What stands in the page of it, and what makes it anew.
struct KeyedState {
    present: Rc<RefCell<Option<Mounted>>>,
    _following: Following,
}

impl Render for Keyed {
    type State = KeyedState;

    fn build(self) -> KeyedState {
        let present: Rc<RefCell<Option<Mounted>>> = Rc::default();
        let place = present.clone();
        let mut last = None;
        let _following = Following::new(move || {
            let key = Some((self.key)());
            if last == key {
                return;
            }
            let view = || made((self.view)(key.as_deref().unwrap_or_default()));
            let mut new = Mounted::made(view);
            last = key;
            let mut present = place.borrow_mut();
            if let Some(old) = present.as_mut() {
                old.view().insert_before_this(new.view());
            }
            *present = Some(new);
        });
        KeyedState {
            present,
            _following,
        }
    }

    fn rebuild(self, state: &mut KeyedState) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl KeyedState {
    fn with<R>(&self, act: impl FnOnce(&mut dyn Mountable) -> R) -> Option<R> {
        let mut present = self.present.borrow_mut();
        present.as_mut().map(|present| act(present.view()))
    }
}

impl Mountable for KeyedState {
    fn unmount(&mut self) {
        self.with(|view| view.unmount());
    }

    fn mount(&mut self, parent: &Element, marker: Option<&DomNode>) {
        self.with(|view| view.mount(parent, marker));
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.with(|view| view.insert_before_this(child))
            .unwrap_or_default()
    }

    fn elements(&self) -> Vec<Element> {
        self.with(|view| view.elements()).unwrap_or_default()
    }
}

impl AddAnyAttr for Keyed {
    type Output<NewAttr: Attribute> = Keyed;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Keyed {
        self
    }
}

/// Natively it is written as it is now, without being one of these.
impl RenderHtml for Keyed {
    type AsyncOutput = Keyed;
    type Owned = Keyed;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Keyed {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> KeyedState {
        self.build()
    }

    fn into_owned(self) -> Keyed {
        self
    }
}
