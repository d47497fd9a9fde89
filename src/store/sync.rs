//! What follows the question outside the components: the title and the look of
//! the document, and the site around a frame.

use leptos::wasm_bindgen::JsValue;

use super::Explorer;
use super::kit::effect;
use crate::browser::{address, page};
use crate::link;
use crate::query::{Named, Scheme};
use crate::words;

/// The events between the app and the script of the frame, which speaks to the
/// site around it. INTERFACE: `docs/interface.md`, Messages.
mod event {
    pub const STATE: &str = "agenda-explorer:state";
    pub const SAVED: &str = "agenda-explorer:saved";
    pub const SET: &str = "agenda-explorer:set";
    pub const SCHEME: &str = "agenda-explorer:scheme";
}

/// Keeps title and look of the document as the question has them.
pub fn mirror(explorer: Explorer) {
    effect(move || {
        let (shown, total) = explorer.view.with(|view| (view.matched, view.total));
        explorer.question.with(|question| {
            page::set_title(&words::title(question, explorer.agenda, shown, total));
            page::set_root("data-scheme", question.scheme().name());
            page::set_root("data-embed", if question.embed { "1" } else { "0" });
        });
    });
    if address::is_framed() {
        mirror_to_host(explorer);
    }
}

/// Listens to the site around the frame and, where it asked for it, tells it
/// what is shown and how many are saved.
fn mirror_to_host(explorer: Explorer) {
    page::open_links_outside();
    page::listen(
        event::SET,
        Box::new(move |event| {
            if let Some(query) = page::told(&event) {
                explorer.follow_host(&query);
            }
        }),
    );
    page::listen(
        event::SCHEME,
        Box::new(move |event| {
            let wanted = page::told(&event).unwrap_or_default();
            let mut schemes = Scheme::ALL.iter();
            if let Some((_, scheme)) = schemes.find(|(name, _)| *name == wanted) {
                explorer.dress(*scheme);
            }
        }),
    );
    if !explorer.question.with_untracked(|question| question.events) {
        return;
    }
    effect(move || {
        let (shown, total) = explorer.view.with(|view| (view.matched, view.total));
        let query = explorer
            .question
            .with(|question| link::write(&question.content(), explorer.agenda));
        page::tell(
            event::STATE,
            &JsValue::from_str(&format!("{shown} {total} {query}")),
        );
    });
    effect(move || {
        let count = explorer.saved().len();
        page::tell(event::SAVED, &JsValue::from_str(&count.to_string()));
    });
}
