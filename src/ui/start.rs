//! The start of the app in the browser.

use super::Explorer;
use super::mirror::mirror;
use super::site::site;
use super::toolbar::listen_to_studio;
use crate::agenda::Agenda;
use crate::browser::page;
use crate::embedded;

/// Mounts the page. What keeps it from starting is told by the boot script.
pub fn start() {
    std::panic::set_hook(Box::new(|info| page::report_failure(&info.to_string())));
    let Some(place) = page::mount_point() else {
        return page::report_failure("The page has no element with the id “app”.");
    };
    let agenda = match embedded::agenda() {
        Ok(agenda) => agenda,
        Err(_) => return page::report_failure("The embedded data can't be read."),
    };
    // It is needed as long as the page lives.
    let agenda: &'static Agenda = Box::leak(Box::new(agenda));
    let mounted = leptos::mount::mount_to(place, move || {
        let explorer = Explorer::start(agenda);
        mirror(explorer);
        listen_to_studio(explorer);
        site(explorer)
    });
    mounted.forget();
    page::set_root("data-state", "ready");
}
