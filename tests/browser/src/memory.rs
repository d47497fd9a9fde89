//! How much memory a page takes, as Chromium tells it.

use crate::page::Page;

/// Keeps the memory of each program that a page starts, for [`Page::memory`]; to
/// be run before the scripts of the page.
pub const KEEP: &str = "
    window.memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const make = WebAssembly[name];
        WebAssembly[name] = async (...all) => {
            const made = await make.apply(WebAssembly, all);
            const { memory } = (made.instance ?? made).exports;
            if (memory) memories.push(memory);
            return made;
        };
    }";

/// What a page takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// The memory of the app, in bytes.
    pub wasm: u64,
    /// What scripts hold on to, in bytes.
    pub scripts: u64,
    /// The nodes of the document, and those that scripts hold on to.
    pub nodes: u64,
    pub listeners: u64,
}

impl Memory {
    /// Its figures, in one order.
    pub fn figures(self) -> [u64; 4] {
        [self.wasm, self.scripts, self.nodes, self.listeners]
    }
}

impl Page {
    /// What the page takes now, in Chromium and with [`KEEP`].
    pub fn memory(&self) -> Memory {
        let browser = self.browser();
        browser.collect_garbage();
        let size = browser.script("return memories[0].buffer.byteLength", &[]);
        Memory {
            wasm: size.as_u64().expect("the app has a memory"),
            scripts: browser.memory(),
            nodes: browser.metric("Nodes") as u64,
            listeners: browser.metric("JSEventListeners") as u64,
        }
    }
}
