//! The start of the app in the browser.

use super::Explorer;
use super::mirror::mirror;
use super::search;
use super::site::site;
use super::toolbar::listen_to_studio;
use crate::agenda::Agenda;
use crate::browser::early::Early;
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
    let early = Early::look(search::ID);
    let Some(place) = page::mount_point() else {
        return page::report_failure("The page has no element with the id “app”.");
    };
    let typed = early.as_ref().map(|early| early.typed.clone());
    let mounted = leptos::mount::mount_to(place, move || {
        let explorer = Explorer::start(agenda);
        if let Some(typed) = typed.filter(|typed| !typed.is_empty()) {
            explorer.search(&typed);
        }
        mirror(explorer);
        listen_to_studio(explorer);
        site(explorer)
    });
    mounted.forget();
    if let Some(early) = early {
        if !early.typed.is_empty() {
            page::set_field(search::ID, &early.typed, |_| true);
        }
        // What is no longer there keeps neither focus nor place.
        let _ = early.restore(search::ID);
    }
    page::set_root("data-state", "ready");
}
