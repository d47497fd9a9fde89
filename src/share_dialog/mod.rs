//! The dialog for sharing and embedding: a program of its own beside the app,
//! so that nobody fetches it who does not ask for it.
//!
//! The edge to the app is an address: that of the view, with the numbers of
//! what it shows behind `#`. What is handed on is decided in [`crate::share`].

mod control;
mod copy_field;
mod dialog;
mod embed;
mod preview;
mod sharing;
mod state;

use std::cell::Cell;

use crate::browser::page;
use crate::embedded;
use crate::ui::dom::show;
use state::{Asked, ShareDialog};

/// The id of the style sheet of the dialog in `explorer.html`.
const STYLE: &str = "share-dialog-style";

thread_local! {
    /// The one dialog, once it was asked for.
    static SHARE_DIALOG: Cell<Option<ShareDialog>> = const { Cell::new(None) };
}

/// Opens the dialog for a view. `home` is where the site lies, `style` the
/// address of the style sheet of the dialog.
pub async fn open(view: &str, home: String, style: &str) {
    // The explorer in one file has it already.
    if !page::has(STYLE) {
        // Without it the dialog is plain, and still of use.
        let _ = page::add_style_sheet(style).await;
    }
    let Some(dialog) = SHARE_DIALOG.get().or_else(start) else {
        return;
    };
    SHARE_DIALOG.set(Some(dialog));
    dialog.open(Asked::read(view, home, dialog.agenda));
}

/// Mounts what shows the dialog whenever there is a view to hand on.
fn start() -> Option<ShareDialog> {
    // It is needed as long as the page lives.
    let agenda = Box::leak(Box::new(embedded::agenda().ok()?));
    let dialog = ShareDialog::new(agenda);
    let mounted = leptos::mount::mount_to(page::add_mount_point()?, move || {
        show(
            move || dialog.asked.with(Option::is_some),
            move || dialog::dialog(dialog),
        )
    });
    mounted.forget();
    Some(dialog)
}
