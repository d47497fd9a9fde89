//! What the tests of this folder ask of the browser's store of the site.

use std::path::{Path, PathBuf};

use browser_tests::{page::Page, site::Site};
use serde_json::Value;

/// The names of the caches, and how many service workers there are.
const STATE: &str = "
    const done = arguments[0];
    (async () => {
        if (!navigator.serviceWorker) return [[], 0, false];
        const all = await navigator.serviceWorker.getRegistrations();
        const active = all.some((one) => one.active?.state === 'activated');
        return [await caches.keys(), all.length, active];
    })().then(done);";

/// The state of the store.
pub struct Store {
    pub caches: Vec<String>,
    pub workers: u64,
    pub is_active: bool,
}

pub fn store(page: &Page) -> Store {
    let told = page.browser().script_until_done(STATE, &[]);
    let names = told[0].as_array().cloned().unwrap_or_default();
    Store {
        caches: names
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        workers: told[1].as_u64().unwrap_or_default(),
        is_active: told[2] == true,
    }
}

/// Waits until the site is kept whole.
pub fn is_kept(page: &Page) -> Store {
    page.eventually("the site is kept", || {
        let store = store(page);
        store.is_active.then_some(store)
    })
}

/// A copy of the built site in a folder of this name.
pub fn copied(name: &str) -> PathBuf {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let site = Site::without(|_| false, &copy);
    site.unwrap_or_else(|sentence| panic!("{sentence}"));
    copy
}

/// The files of a folder and below it.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    site::files::all(folder).expect("the folder can be read")
}

/// Where the page is, from the root of the site.
pub fn place(page: &Page) -> String {
    let address = page.browser().address().to_string();
    address
        .strip_prefix(&page.root())
        .unwrap_or(&address)
        .to_owned()
}
