//! Copying links and texts, and saying whether it worked.

use crate::browser::clipboard;
use crate::messages::{SharingMessages, messages};
use crate::store::Store;
use crate::store::transient::Toast;

/// Copies a link and says whether it worked.
pub fn copy_link(store: Store, link: String) {
    let (done, manual_copy) = (messages().link_copied(), messages().select_link());
    copy(store, link, done, manual_copy);
}

/// Copies a text; where the browser refuses, hands it out to be copied by hand.
pub fn copy(store: Store, text: String, done: &'static str, manual_copy: &'static str) {
    leptos::task::spawn_local(async move {
        match clipboard::copy(&text).await {
            Ok(()) => store.notify(done),
            Err(_) => store.show_toast(Toast {
                sentence: manual_copy.to_owned(),
                manual_copy: Some(text),
                ..Toast::default()
            }),
        }
    });
}
