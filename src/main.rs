//! Starts the page.

/// The allocator of the standard library is twice the size, and no faster here.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    explorer::start();
}
