//! Modal dialogs: the browser keeps the focus in them and gives it back.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, window};

/// Shows a dialog above the page.
pub fn show(id: &str) {
    if let Some(dialog) = dialog(id) {
        // One that is open already stays so.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog, as Escape does.
pub fn close(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    let document = window()?.document()?;
    document.get_element_by_id(id)?.dyn_into().ok()
}
