//! The start of the app in the browser, in tasks short enough that an old phone
//! scrolls and takes typing in between. The page is made aside, and takes the
//! place of the one before it when it is complete.

use leptos::web_sys::Element;

use super::mirror::mirror;
use super::site::site;
use super::timer::soon;
use super::toolbar::listen_to_studio;
use super::{Explorer, count, search};
use crate::agenda::Agenda;
use crate::browser::early::{Early, typed};
use crate::browser::page;
use crate::embedded;

/// Mounts the page. What keeps it from starting is told by the boot script.
pub fn start() {
    std::panic::set_hook(Box::new(|info| page::report_failure(&info.to_string())));
    let agenda = match embedded::lean() {
        Ok(agenda) => agenda,
        Err(_) => return page::report_failure("The embedded data can't be read."),
    };
    // It is needed as long as the page lives.
    let agenda: &'static Agenda = Box::leak(Box::new(agenda));
    soon(move || {
        let explorer = Explorer::start(agenda);
        soon(move || mount(explorer));
    });
}

fn mount(explorer: Explorer) {
    let Some((shown, next)) = page::mount_point() else {
        return page::report_failure("The page has no element with the id “app”.");
    };
    let mounted = leptos::mount::mount_to(next.clone(), move || {
        mirror(explorer);
        listen_to_studio(explorer);
        site(explorer)
    });
    mounted.forget();
    proceed(explorer, shown, next.into(), String::new());
}

/// Makes some more of the results, for what is typed by now, or shows the page
/// where it has them all. `known` is what had been typed the last time.
fn proceed(explorer: Explorer, shown: Element, next: Element, known: String) {
    let typed = typed(search::ID);
    let is_new = typed != known;
    if is_new {
        explorer.search(&typed);
    }
    if explorer.make_room() || is_new {
        return soon(move || proceed(explorer, shown, next, typed));
    }
    let early = Early::look(search::ID);
    // It was found, so it is in the page.
    let _ = shown.replace_with_with_node_1(&next);
    if !typed.is_empty() {
        page::set_field(search::ID, &typed, |_| true);
    }
    if let Some(early) = early {
        // What is no longer there keeps neither focus nor place.
        let _ = early.restore(search::ID, count::ID);
    }
    explorer.arrive();
    page::set_root("data-state", "ready");
}
