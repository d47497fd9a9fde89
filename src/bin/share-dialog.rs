//! The dialog for sharing and embedding: a program of its own, which the boot
//! script fetches when a reader first asks for it.

use wasm_bindgen::prelude::wasm_bindgen;

/// The same as that of the app, for the same reason.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Opens the dialog for a view: its public address and, behind `#`, the numbers
/// of the recommendations that it shows, joined by `_`. `home` is where the
/// site lies, `style` the address of the style sheet.
#[wasm_bindgen]
pub async fn open(view: String, home: String, style: String) {
    explorer::share_dialog::open(&view, home, &style).await;
}

fn main() {}
