//! By keys alone from the first to the last thing that a reader does, with the
//! focus in sight after each (A11Y-06).

use std::ops::Not;

use browser_tests::{
    journey::Setting,
    page::{Page, checkbox, part, result},
};
use serde_json::json;

use crate::look::{filters_open, probe};

const SHIFT: char = '\u{e008}';
const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';
const SPACE: char = ' ';

/// How many times Tab may be pressed on the way to one thing.
const FAR: usize = 120;

struct Keyboard<'page>(&'page Page);

impl Keyboard<'_> {
    /// Presses a key and holds that the focus is somewhere, in sight.
    fn press(&self, key: char) {
        self.0.browser().press(key);
        self.holds();
    }

    /// Waits until the focus is in sight: where what had it goes away, it is
    /// given on with the next frame.
    fn holds(&self) {
        let faults = || probe::<Option<String>>(self.0, "focusFault()");
        if faults().is_some() {
            self.0.becomes("what is wrong with the focus", faults, None);
        }
    }

    fn is_at(&self, selector: &str) -> bool {
        let body = "return document.activeElement.matches(arguments[0])";
        self.0.browser().script(body, &[json!(selector)]) == true
    }

    fn comes_to(&self, selector: &str) {
        self.0.becomes(
            &format!("the focus is at {selector}"),
            || self.is_at(selector),
            true,
        );
        self.holds();
    }

    /// Goes on by Tab until the focus is there.
    fn on_to(&self, selector: &str) {
        self.go(selector, || self.press(TAB));
    }

    /// Goes back until the focus is there.
    fn back_to(&self, selector: &str) {
        self.go(selector, || {
            self.0.browser().press_with(SHIFT, TAB);
            self.holds();
        });
    }

    fn go(&self, selector: &str, step: impl Fn()) {
        for _ in 0..FAR {
            if self.is_at(selector) {
                return;
            }
            step();
        }
        panic!("{FAR} times Tab did not lead to {selector}.");
    }

    fn types(&self, text: &str) {
        for letter in text.chars() {
            self.press(letter);
        }
    }
}

fn journey(page: &Page, wide: bool) {
    let keys = Keyboard(page);
    page.browser().allow_reading_the_clipboard();

    // The first thing is the way past everything else.
    keys.press(TAB);
    assert!(keys.is_at("a.skip"));
    keys.press(ENTER);
    keys.comes_to("#results");
    keys.back_to(&part("search"));
    keys.types("technology");
    page.until("it is searched for", |seen| seen.numbers.len() < 45);

    // A filter, on narrow windows in a panel.
    if !wide {
        keys.on_to("button[aria-controls=facets]");
        page.browser().press(ENTER);
        filters_open(page);
    }
    keys.on_to(&checkbox("cluster", "c"));
    keys.press(SPACE);
    page.until("it is filtered", |seen| seen.value("cluster", "c").checked);
    if !wide {
        keys.on_to(".facets__close");
        keys.press(ENTER);
        keys.comes_to("#results");
    }
    let numbers = page.now().numbers;
    let [first, second, ..] = numbers[..] else {
        panic!("There are too few: {numbers:?}");
    };

    // One opened and closed, and both saved.
    let details = format!(
        "{} button[aria-expanded][aria-label^=Details]",
        result(first)
    );
    keys.on_to(&details);
    keys.press(ENTER);
    page.until("it is open", |seen| seen.query.contains("rec="));
    keys.press(ENTER);
    page.until("it is closed", |seen| seen.query.contains("rec=").not());
    for number in [first, second] {
        let save = format!("{} {}", result(number), part("save"));
        if number == first {
            keys.back_to(&save)
        } else {
            keys.on_to(&save)
        }
        keys.press(SPACE);
        page.until("it is saved", |seen| seen.saved.contains(&number));
    }

    // A chip taken off; then everything.
    keys.back_to(&part("chip"));
    keys.press(ENTER);
    keys.holds();
    keys.on_to(&part("clear"));
    keys.press(ENTER);
    keys.comes_to("#results");
    page.shows(&(1..=45).collect::<Vec<u16>>());

    // The saved ones, in another order.
    keys.back_to(if wide {
        "nav a[href='?view=saved']"
    } else {
        ".saved-link"
    });
    keys.press(ENTER);
    page.shows(&[first, second]);
    keys.on_to(&format!(
        "{} button[aria-label^='Move down']",
        result(first)
    ));
    keys.press(ENTER);
    page.shows(&[second, first]);
    keys.holds();

    // The list handed on: copied, and in the dialog.
    keys.back_to(&format!("{} > summary", part("list-more")));
    keys.press(ENTER);
    keys.on_to(&part("share"));
    keys.press(ENTER);
    keys.comes_to("dialog[open] button");
    keys.press(TAB);
    keys.press(ESCAPE);
    keys.comes_to(&part("share"));
    keys.back_to(&part("copy-link"));
    keys.press(ENTER);
    let read = "return navigator.clipboard.readText()";
    let copied = || page.browser().script(read, &[]).as_str().map(str::to_owned);
    let copied = page.eventually("the list is on the clipboard", || {
        copied().filter(|text| text.starts_with("http"))
    });
    assert!(
        copied.ends_with(&format!("?list={second}_{first}")),
        "{copied}"
    );

    // As a file.
    let file = page.handed_out(|| {
        keys.on_to("button[aria-controls=export]");
        keys.press(ENTER);
        keys.on_to(&format!("{}[data-format=csv]", part("export")));
        keys.press(ENTER);
    });
    let rows: Vec<&str> = file.lines().filter(|line| line.contains("/rec/")).collect();
    assert_eq!(rows.len(), 2, "{file}");
    assert!(rows[0].contains(&format!("/rec/{second}/")), "{file}");
    assert!(rows[1].contains(&format!("/rec/{first}/")), "{file}");
    keys.holds();

    // One removed and put back.
    keys.on_to(&format!("{} {}", result(second), part("save")));
    keys.press(ENTER);
    page.shows(&[first]);
    keys.comes_to(&format!("#rec-{first}-heading"));
    keys.on_to(&part("undo"));
    keys.press(ENTER);
    page.shows(&[second, first]);
    keys.holds();
    keys.on_to(".status button");
    keys.press(ENTER);
    keys.holds();
}

#[test]
fn everything_is_done_by_keys_alone_on_a_wide_window() {
    Setting::default().visit("", |page| journey(page, true));
}

#[test]
fn everything_is_done_by_keys_alone_on_a_narrow_window() {
    Setting::default()
        .sized(320, 560)
        .visit("", |page| journey(page, false));
}
