//! What follows the view state outside the components: the title and the look of
//! the document, and the site around a frame.

use leptos::wasm_bindgen::JsValue;

use super::Store;
use super::effect::Following;
use super::settings::SCHEME;
use crate::browser::{address, page};
use crate::messages::{ResultMessages, messages};
use crate::state::url;
use crate::state::{Named, Scheme};

/// The events between the app and the script of the frame, which speaks to the
/// site around it. INTERFACE: `docs/interface.md`, Messages.
mod event {
    pub const STATE: &str = "agenda-explorer:state";
    pub const SAVED: &str = "agenda-explorer:saved";
    pub const SET: &str = "agenda-explorer:set";
    pub const SCHEME: &str = "agenda-explorer:scheme";
}

/// Keeps title and look of the document as the view state has them.
pub fn mirror(store: Store) {
    Following::new(move || {
        let shown = store.results.with(|results| results.matched);
        store.view_state.with(|view_state| {
            page::set_title(&messages().title(store.agenda, view_state, shown));
            // Without a wish, the boot script has put on those of the reader.
            if view_state.scheme.is_some() || view_state.embed {
                page::set_root(SCHEME, view_state.scheme().name());
            }
            page::set_root("data-embed", if view_state.embed { "1" } else { "0" });
            page::set_root(
                "data-open",
                if view_state.open.is_some() { "1" } else { "0" },
            );
        });
    })
    .forever();
    if address::is_framed() {
        mirror_to_host(store);
    }
}

/// Listens to the site around the frame and, where it asked for it, tells it
/// what is shown and how many are saved.
fn mirror_to_host(store: Store) {
    page::open_links_outside();
    page::listen(
        event::SET,
        Box::new(move |event| {
            if let Some(query) = page::detail(&event) {
                store.follow_host(&query);
            }
        }),
    );
    page::listen(
        event::SCHEME,
        Box::new(move |event| {
            let wanted = page::detail(&event).unwrap_or_default();
            let mut schemes = Scheme::ALL.iter();
            if let Some((_, scheme)) = schemes.find(|(name, _)| *name == wanted) {
                store.set_scheme(Some(*scheme));
            }
        }),
    );
    if !store
        .view_state
        .with_untracked(|view_state| view_state.events)
    {
        return;
    }
    Following::new(move || {
        let (shown, total) = store
            .results
            .with(|results| (results.matched, results.total));
        let query = store
            .view_state
            .with(|view_state| url::write(&view_state.content(), store.agenda));
        page::dispatch(
            event::STATE,
            &JsValue::from_str(&format!("{shown} {total} {query}")),
        );
    })
    .forever();
    Following::new(move || {
        let count = store.saved().len();
        page::dispatch(event::SAVED, &JsValue::from_str(&count.to_string()));
    })
    .forever();
}
