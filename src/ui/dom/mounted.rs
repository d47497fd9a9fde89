//! A part of the page that is made and goes by itself.

use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::web_sys::{self, Element};

use super::element::Node;

/// A part of the page that goes when it is dropped.
pub struct Mounted {
    view: AnyViewState,
    owner: Owner,
}

impl Mounted {
    /// Makes a part, which does not stand in the page yet.
    pub(super) fn made(make: impl FnOnce() -> AnyView) -> Mounted {
        // Without a parent: it outlives the effect that makes it, and an owner
        // that outlives it would keep what is left of it.
        let owner = Owner::default();
        let view = owner.with(|| untrack(|| make().build()));
        Mounted { view, owner }
    }

    /// Puts what is made into an element, in front of one of its children or at
    /// its end.
    pub fn inside(
        parent: &Element,
        before: Option<&web_sys::Node>,
        make: impl FnOnce() -> Node,
    ) -> Mounted {
        let mut made = Mounted::made(|| make().finish());
        made.view.mount(parent, before);
        made
    }

    /// What Leptos knows of it.
    pub(super) fn view(&mut self) -> &mut AnyViewState {
        &mut self.view
    }

    /// The element that was made.
    pub fn element(&self) -> Option<Element> {
        self.view.elements().pop()
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.view.unmount();
        self.owner.cleanup();
    }
}
