//! What the probes find on a page.

use browser_tests::page::Page;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The functions that a test calls in the page.
const PROBES: &str = include_str!("probes.js");

/// What a probe gives.
pub fn probe<T: DeserializeOwned>(page: &Page, call: &str) -> T {
    let told = ask(page, &format!("{PROBES}\nreturn {call};"));
    serde_json::from_value(told.clone())
        .unwrap_or_else(|error| panic!("{call} gave {told}: {error}"))
}

/// Holds that a probe finds nothing.
pub fn finds_nothing(page: &Page, call: &str, place: &str) {
    let found: Vec<String> = probe(page, call);
    assert!(found.is_empty(), "{call}, {place}: {found:#?}");
}

/// Runs a script without arguments.
pub fn ask(page: &Page, body: &str) -> Value {
    page.browser().script(body, &[])
}

/// Opens the dialog for sharing and waits until it is there.
pub fn open_dialog(page: &Page) {
    ask(page, "document.querySelector('[data-part=share]').click()");
    page.becomes(
        "the dialog is open",
        || {
            ask(
                page,
                "return !!document.querySelector('dialog[open] iframe, dialog[open] svg')",
            )
        },
        Value::Bool(true),
    );
}

/// Sets the direction of the document.
pub fn turn(page: &Page, direction: &str) {
    ask(
        page,
        &format!("document.documentElement.dir = '{direction}'"),
    );
}

/// Opens the filters where they are a sheet and waits until they are there.
pub fn open_filters(page: &Page) {
    ask(
        page,
        "document.querySelector('button[aria-controls=facets]').click()",
    );
    filters_open(page);
}

/// Waits until the filters are a sheet.
pub fn filters_open(page: &Page) {
    let there = || {
        ask(
            page,
            "return !!document.querySelector('dialog[open] #facets')",
        )
    };
    page.becomes("the filters are open", there, Value::Bool(true));
}
