//! The start of the app in the browser, in tasks short enough that an old phone
//! scrolls and takes typing in between. The page is made aside, around the rows of
//! the one before it, and takes its place when it is complete.

use crate::ids;
use leptos::web_sys::Element;

use crate::browser::handoff::{Early, typed};
use crate::browser::page;
use crate::data::Agenda;
use crate::embedded;
use crate::store::Store;
use crate::store::sync::mirror;
use crate::store::timer::soon;
use crate::ui::{attach_assistance, list, listen_to_share_dialog, site};

/// Mounts the page. What keeps it from starting is told by the boot script.
pub fn start() {
    // In a site that is published, panics trap: docs/decisions/0072.
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|info| page::report_failure(&info.to_string())));
    let agenda = match embedded::agenda() {
        Ok(agenda) => agenda,
        Err(_) => return page::report_failure("The embedded data can't be read."),
    };
    // It is needed as long as the page lives.
    let agenda: &'static Agenda = Box::leak(Box::new(agenda));
    soon(move || {
        let store = Store::start(agenda);
        let asked = store.view_state.get_untracked();
        if store.needs_words(&asked) {
            // Without them the start fails as it does without any other part.
            store.with_words(Box::new(move || soon(move || mount(store))));
        } else {
            soon(move || mount(store));
        }
    });
}

fn mount(store: Store) {
    let Some((shown, next)) = page::mount_point() else {
        return page::report_failure("The page has no element with the id “app”.");
    };
    let mounted = leptos::mount::mount_to(next.clone(), move || {
        list::follow(store);
        mirror(store);
        listen_to_share_dialog(store);
        page::listen(
            "agenda-explorer:assist",
            Box::new(move |_| attach_assistance(store)),
        );
        site(store)
    });
    mounted.forget();
    list::find_rows(store, &shown);
    proceed(store, shown, next.into(), String::new());
}

/// Searches for what is typed by now, makes some of the rows that the page does not
/// have, and shows it where it has them all. `known` is what had been typed the
/// last time.
fn proceed(store: Store, shown: Element, next: Element, known: String) {
    // In another task, as components follow the state in tasks of their own.
    if page::has_stopped() {
        return;
    }
    let typed = typed(ids::SEARCH);
    let is_new = typed != known;
    if is_new {
        store.search(&typed);
    }
    if list::make_rows(store) || is_new {
        return soon(move || proceed(store, shown, next, typed));
    }
    let early = Early::look(ids::SEARCH);
    list::take_over(store);
    store.show();
    // It was found, so it is in the page.
    let _ = shown.replace_with_with_node_1(&next);
    if !typed.is_empty() {
        page::set_field(ids::SEARCH, &typed, |_| true);
    }
    if let Some(early) = early {
        // What is no longer there keeps neither focus nor place.
        let _ = early.restore(ids::SEARCH, ids::RESULTS);
    }
    store.finish_startup();
    page::set_root("data-state", "ready");
}
