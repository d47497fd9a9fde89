//! How much memory a page takes, as far as its engine tells.

use std::fmt;

use crate::{engine::Engine, page::Page};

/// Asks the app for its memory: the script that starts it gives what it has
/// started where it is called again. In a module of the page, because drivers
/// run their own scripts where no module can be loaded.
const PROGRAM: &str = "
    const done = arguments[0];
    const boot = document.querySelector('script[data-wasm]');
    const look = document.createElement('script');
    look.id = 'look';
    look.type = 'module';
    look.textContent = `
        import start from '${new URL(boot.dataset.js, document.baseURI)}';
        const all = Object.values(await start());
        const memory = all.find((one) => one instanceof WebAssembly.Memory);
        document.getElementById('look').dataset.bytes = memory.buffer.byteLength;`;
    new MutationObserver(() => {
        look.remove();
        done(Number(look.dataset.bytes));
    }).observe(look, { attributes: true });
    document.head.append(look);";

/// Counts the nodes of the document.
const NODES: &str = "
    const all = document.createTreeWalker(document);
    let count = 1;
    while (all.nextNode()) count += 1;
    return count;";

/// What a page takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// The memory of the app, in bytes.
    pub wasm: u64,
    /// What scripts hold on to, in bytes. Only Chromium tells.
    pub scripts: Option<u64>,
    /// The nodes of the document, and in Chromium those that scripts and the
    /// driver hold on to.
    pub nodes: u64,
    /// The listeners of the document. Only Chromium tells.
    pub listeners: Option<u64>,
}

impl Memory {
    /// Its figures, in one order, without those that are not told.
    pub fn figures(self) -> Vec<u64> {
        let told = [
            Some(self.wasm),
            self.scripts,
            Some(self.nodes),
            self.listeners,
        ];
        told.into_iter().flatten().collect()
    }
}

impl fmt::Display for Memory {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "wasm {} bytes, {} nodes", self.wasm, self.nodes)?;
        if let Some(scripts) = self.scripts {
            write!(formatter, ", scripts {scripts} bytes")?;
        }
        if let Some(listeners) = self.listeners {
            write!(formatter, ", {listeners} listeners")?;
        }
        Ok(())
    }
}

impl Page {
    /// What the page takes now. Chromium tells its figures after
    /// [`count_work`](crate::browser::Browser::count_work).
    pub fn memory(&self) -> Memory {
        let browser = self.browser();
        if browser.engine() != Engine::Chromium {
            return self.memory_of_document();
        }
        browser.collect_garbage();
        Memory {
            wasm: self.memory_of_document().wasm,
            scripts: Some(browser.memory()),
            nodes: browser.metric("Nodes") as u64,
            listeners: Some(browser.metric("JSEventListeners") as u64),
        }
    }

    /// What the document takes, as far as scripts can see it; also that of a
    /// frame.
    pub fn memory_of_document(&self) -> Memory {
        let browser = self.browser();
        let number = |told: serde_json::Value| told.as_u64().expect("a number");
        Memory {
            wasm: number(browser.script_until_done(PROGRAM, &[])),
            scripts: None,
            nodes: number(browser.script(NODES, &[])),
            listeners: None,
        }
    }
}
