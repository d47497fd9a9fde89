//! What the tests share: a host that answers wrongly, and what a reader is left
//! with.

mod gate;
mod host;

use browser_tests::{page::Page, seen::Seen};

pub use gate::Gate;
pub use host::{Fault, Host};

/// Opens an address and waits until the page is ready or says that it is not.
pub fn open(page: &Page, address: &str) -> Seen {
    page.browser().go("about:blank");
    page.browser().go(address);
    comes(page)
}

/// Waits until the page is ready or says that it is not.
pub fn comes(page: &Page) -> Seen {
    page.until("the page is ready or has failed", |seen| {
        matches!(seen.state.as_str(), "ready" | "failed")
    })
}

/// Leaves the page while its host still answers, and forgets what it complained of.
pub fn leave(page: &Page) {
    page.browser().go("about:blank");
    page.complaints();
}

/// What is said where the start has failed, in a sentence that is seen.
pub fn sentence(page: &Page) -> String {
    let body = "
        const place = document.getElementById('failure');
        return place && place.checkVisibility() ? place.innerText : null;";
    page.eventually("a sentence says what happened", || {
        page.browser().script(body, &[]).as_str().map(str::to_owned)
    })
}

/// How many controls of the app there are to be seen, besides those that a
/// reader opens without it.
pub fn controls(page: &Page) -> i64 {
    let body = "
        const controls = [...document.querySelectorAll('#app button, #app input, #app select')];
        return controls.filter((one) => one.checkVisibility({ visibilityProperty: true })).length;";
    page.browser().script(body, &[]).as_i64().unwrap_or(-1)
}

/// Checks that recommendation 12 can be read, that nothing is there which does
/// nothing, and that the reader is told something; gives what.
pub fn can_be_read(page: &Page) -> String {
    let said = sentence(page);
    assert!(said.split_whitespace().count() > 8, "too little: {said}");
    assert!(said.contains("Try again"), "{said}");
    let text = page.text(12);
    assert!(
        text.starts_with("To further mainstream development"),
        "{text}"
    );
    assert_eq!(controls(page), 0, "controls that do nothing");
    let text = page.now().text;
    assert!(!text.contains("Loading"), "{text}");
    said
}
