//! Views whose code and styles are fetched when one of them is first opened.

use crate::ids;
use crate::messages::{ActionMessages, messages};
use crate::store::transient::OnDemand;
use crate::store::{Part, STATIC, Store};
use crate::ui::dom::{Node, button, keyed, node};
use leptos::prelude::AnyView;

/// A page beside the results, whose `view` is in a part that is loaded on demand. The
/// element around it stays, so that it keeps the focus when the view arrives.
pub fn later_page(store: Store, part: Part, class: &str, view: fn(Store) -> Node) -> Node {
    node("div")
        .class(class)
        .attr("id", ids::RESULTS)
        .attr("tabindex", "-1")
        .view(later(store, part, Box::new(move || view(store))))
}

/// What `view` shows, once its part is there; until then that it is being loaded.
pub fn later(store: Store, part: Part, view: Box<dyn Fn() -> Node + Send>) -> AnyView {
    if STATIC {
        return view().finish();
    }
    let arrived = move || store.on_demand(part);
    if store.transient.with_untracked(|it| it.on_demand(part)) != OnDemand::Ready {
        store.load_on_demand(part);
    }
    let key = move || {
        let key = match arrived() {
            OnDemand::Awaited => "",
            OnDemand::Ready => "1",
            OnDemand::Failed => "0",
        };
        key.to_owned()
    };
    keyed(key, move |key| match key {
        "1" => view(),
        "0" => failed(store, part),
        _ => busy(),
    })
}

/// Says that it is being loaded.
pub fn busy() -> Node {
    node("p")
        .class("busy")
        .attr("role", "status")
        .attr("data-part", "loading")
        .text(messages().loading())
}

/// Says that it did not arrive, and offers another try.
pub fn failed(store: Store, part: Part) -> Node {
    let again = button("button", move || store.load_again(part));
    node("div")
        .child(
            node("p")
                .attr("role", "alert")
                .text(messages().not_loaded()),
        )
        .child(node("p").child(again.text(messages().load_again())))
}
