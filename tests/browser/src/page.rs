//! The page in the words of its reader: what they do, what they see, and what
//! they wait for.
//!
//! Whatever follows an action follows it in its own time, so a test says what
//! it waits for ([`Page::until`] and the verbs built on it) and never how long.

use std::{
    fmt::Debug,
    time::{Duration, Instant},
};

use serde_json::json;

use crate::{
    browser::{Browser, Tab},
    seen::{self, Seen},
    site::Site,
};

/// How long a condition may take before the test gives up. No test measures
/// time: this only ends those that fail.
const PATIENCE: Duration = Duration::from_secs(15);

/// Keys as WebDriver names them.
mod key {
    pub const CONTROL: char = '\u{e009}';
    pub const RELEASE: char = '\u{e000}';
    pub const END: char = '\u{e010}';
    pub const DELETE: char = '\u{e017}';
}

/// The built site in a tab of a browser.
pub struct Page {
    browser: Browser,
    site: Site,
}

impl Page {
    pub(crate) fn new(browser: Browser, site: Site) -> Page {
        Page { browser, site }
    }

    /// The browser that shows the page.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// The address of the site, with a slash at its end.
    pub fn root(&self) -> String {
        self.site.address()
    }

    // What the reader does.

    /// Opens what follows the root of the site in an address: `""`, `"?q=a"`,
    /// `"#rec-12"`; and waits until the page answers or says that it can't.
    pub fn open(&self, place: &str) -> Seen {
        // From elsewhere, so that it is a new visit even where only the
        // fragment differs.
        self.browser.go("about:blank");
        self.browser.go(&format!("{}{place}", self.root()));
        self.ready()
    }

    /// Loads the page anew.
    pub fn reload(&self) -> Seen {
        self.browser.reload();
        self.ready()
    }

    fn ready(&self) -> Seen {
        self.until("the page is ready or has failed", |seen| {
            seen.state == "ready" || seen.state == "failed"
        })
    }

    /// Presses Back.
    pub fn back(&self) {
        self.browser.back();
    }

    /// Presses Forward.
    pub fn forward(&self) {
        self.browser.forward();
    }

    /// Types over what is in the search field, and waits until the address bar
    /// has followed.
    pub fn search(&self, text: &str) -> Seen {
        let everything = format!("{}a{}", key::CONTROL, key::RELEASE);
        if text.is_empty() {
            self.type_keys(&format!("{everything}{}", key::DELETE))
        } else {
            self.type_keys(&format!("{everything}{text}"))
        }
    }

    /// Types on in the search field, and waits until the address bar has
    /// followed.
    pub fn type_on(&self, text: &str) -> Seen {
        self.type_keys(&format!("{}{text}", key::END))
    }

    fn type_keys(&self, keys: &str) -> Seen {
        self.browser.keys(&part("search"), keys);
        self.until("the address has followed the search field", |seen| {
            let pairs = url::form_urlencoded::parse(seen.query.as_bytes());
            let mut searches = pairs.filter(|(key, _)| key == "q");
            let asked = searches.next().map(|(_, text)| text.into_owned());
            let typed = seen.typed.as_deref().unwrap_or_default();
            asked.unwrap_or_default() == typed.trim()
        })
    }

    /// Clicks the checkbox of a value of a facet, once it can be clicked.
    pub fn toggle(&self, facet: &str, value: &str) {
        self.until(&format!("{facet}={value} is not disabled"), |seen| {
            !seen.value(facet, value).disabled
        });
        self.click(&checkbox(facet, value));
    }

    /// Turns the switch between any and all of the chosen themes.
    pub fn switch_match(&self) {
        self.click(&part("match"));
    }

    /// Removes the applied filter that stands at a place among the chips.
    pub fn remove_chip(&self, place: usize) {
        self.click_nth(&part("chip"), place);
    }

    /// Removes all filters and the search.
    pub fn clear(&self) {
        self.click(&part("clear"));
    }

    /// Takes up the change that stands at a place among those that an empty
    /// result offers.
    pub fn relax(&self, place: usize) {
        self.click_nth(&part("relaxation"), place);
    }

    /// Saves a recommendation, or removes it from what is saved.
    pub fn save(&self, number: u16) {
        let selector = format!("button{}[data-number=\"{number}\"]", part("save"));
        self.click(&selector);
    }

    /// Opens a recommendation of the list, or closes it.
    pub fn unfold(&self, number: u16) {
        self.click(&format!("{} button[aria-expanded]", result(number)));
    }

    /// Goes to another page of the site by the links at its head.
    pub fn turn_to(&self, place: &str) {
        self.click(&format!("nav a[href=\"{place}\"]"));
    }

    /// Copies the link of what is shown and gives what the clipboard has then.
    pub fn copy_link(&self) -> String {
        self.browser.allow_reading_the_clipboard();
        self.click(&part("copy-link"));
        let read = "return navigator.clipboard.readText()";
        let copied = || self.browser.script(read, &[]).as_str().map(str::to_owned);
        self.eventually("a link is on the clipboard", || {
            copied().filter(|text| text.starts_with("http"))
        })
    }

    /// Clicks the first element that a selector finds, with what it is folded
    /// into unfolded and scrolled to the middle.
    pub fn click(&self, selector: &str) {
        self.click_nth(selector, 0);
    }

    fn click_nth(&self, selector: &str, place: usize) {
        let mark = "data-clicked";
        self.eventually(&format!("there is number {place} of {selector}"), || {
            let body = "
                const [selector, place, mark] = arguments;
                document.querySelector(`[${mark}]`)?.removeAttribute(mark);
                const element = document.querySelectorAll(selector)[place];
                if (!element) return null;
                for (let at = element; at; at = at.parentElement) {
                    if (at.matches('details')) at.open = true;
                }
                element.scrollIntoView({ block: 'center', behavior: 'instant' });
                element.setAttribute(mark, '');
                return true;";
            let told = self
                .browser
                .script(body, &[json!(selector), json!(place), json!(mark)]);
            told.as_bool()
        });
        self.browser.click(&format!("[{mark}]"));
    }

    // Tabs of the same reader.

    /// Opens a place of the site in another tab, which comes to the front.
    pub fn open_tab(&self, place: &str) -> Tab {
        let tab = self.browser.new_tab();
        self.open(place);
        tab
    }

    // What the reader sees.

    /// What stands on the page now.
    pub fn now(&self) -> Seen {
        let told = self.browser.script(seen::SCRIPT, &[]);
        serde_json::from_value(told.clone())
            .unwrap_or_else(|error| panic!("The page lacks a hook ({error}): {told:#}"))
    }

    /// The text of each recommendation in the list, without what is added to it.
    pub fn texts(&self) -> Vec<(u16, String)> {
        let body = "
            const results = [...document.querySelectorAll('[data-part=results] [data-part=result]')];
            return results.map((result) => [
                Number(result.dataset.number),
                result.querySelector('[data-part=text]').innerText,
            ]);";
        serde_json::from_value(self.browser.script(body, &[])).expect("pairs of number and text")
    }

    /// The words that are marked as found in a recommendation of the list.
    pub fn marks(&self, number: u16) -> Vec<String> {
        let body = "
            const result = document.querySelector(`[data-part=result][data-number='${arguments[0]}']`);
            return [...result.querySelectorAll('[data-part=text] mark')].map((mark) => mark.textContent);";
        let told = self.browser.script(body, &[json!(number)]);
        serde_json::from_value(told).expect("texts")
    }

    /// The text under a key of the local storage.
    pub fn stored(&self, key: &str) -> Option<String> {
        let body = "return localStorage.getItem(arguments[0])";
        let told = self.browser.script(body, &[json!(key)]);
        told.as_str().map(str::to_owned)
    }

    /// All keys of the local storage.
    pub fn stored_keys(&self) -> Vec<String> {
        let told = self.browser.script("return Object.keys(localStorage)", &[]);
        serde_json::from_value(told).expect("texts")
    }

    /// Puts a text under a key of the local storage, as an earlier visit or
    /// another version would have.
    pub fn store(&self, key: &str, text: &str) {
        let body = "localStorage.setItem(arguments[0], arguments[1])";
        self.browser.script(body, &[json!(key), json!(text)]);
    }

    /// How many pixels wide the window is.
    pub fn width(&self) -> i64 {
        let told = self.browser.script("return window.innerWidth", &[]);
        told.as_i64().unwrap_or_default()
    }

    /// How many pixels of the page stick out sideways.
    pub fn sticks_out(&self) -> i64 {
        let body = "
            const page = document.documentElement;
            return page.scrollWidth - page.clientWidth;";
        let told = self.browser.script(body, &[]);
        told.as_i64().expect("a number of pixels")
    }

    /// Errors and warnings in the console since this was last asked.
    pub fn complaints(&self) -> Vec<String> {
        let lines = self.browser.console().into_iter();
        let bad = lines.filter(|line| matches!(line.level.as_str(), "SEVERE" | "WARNING"));
        bad.map(|line| line.text).collect()
    }

    // What the reader waits for.

    /// Waits until the page fulfils a condition, and gives it as it is then.
    pub fn until(&self, what: &str, is_so: impl Fn(&Seen) -> bool) -> Seen {
        let mut last = None;
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            let seen = self.now();
            if is_so(&seen) {
                return seen;
            }
            last = Some(seen);
            self.browser.pause();
        }
        panic!("In vain waited until {what}. The page is: {last:#?}")
    }

    /// Waits until something of the page has a value; tells both where it never
    /// has.
    pub fn comes_to<T: PartialEq + Debug>(&self, what: &str, part: impl Fn(&Seen) -> T, value: T) {
        let mut last = None;
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            let present = part(&self.now());
            if present == value {
                return;
            }
            last = Some(present);
            self.browser.pause();
        }
        panic!("{what}: waited for {value:?}, but it is {last:?}.")
    }

    /// Waits until the list is these recommendations in this order, and the
    /// sentence above it says how many.
    pub fn shows(&self, numbers: &[u16]) {
        let numbers = numbers.to_vec();
        self.comes_to("the list", |seen| seen.numbers.clone(), numbers);
        let seen = self.now();
        let count = seen.count.expect("a sentence that says how many are shown");
        assert_eq!(count.shown, seen.numbers.len(), "{count:?}");
        let digits: Vec<&str> = count
            .sentence
            .split(|sign: char| !sign.is_ascii_digit())
            .collect();
        let said = count.shown.to_string();
        assert!(
            count.shown == 0 || digits.contains(&said.as_str()),
            "{count:?}"
        );
    }

    /// Waits until the query of the address is this.
    pub fn address_is(&self, query: &str) {
        self.comes_to("the address", |seen| seen.query.clone(), query.to_owned());
    }

    /// Waits until a notice is shown and gives all that are.
    pub fn is_told_something(&self) -> Vec<String> {
        self.until("a notice is shown", |seen| !seen.notices.is_empty())
            .notices
    }

    /// Waits until something is there and gives it; fails with what it was.
    pub fn eventually<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if let Some(found) = look() {
                return found;
            }
            self.browser.pause();
        }
        panic!("In vain waited until {what}.")
    }
}

/// The selector of a part of the page.
pub fn part(name: &str) -> String {
    format!("[data-part=\"{name}\"]")
}

/// The selector of a recommendation in the list.
pub fn result(number: u16) -> String {
    format!("{}[data-number=\"{number}\"]", part("result"))
}

/// The selector of the checkbox of a value of a facet.
pub fn checkbox(facet: &str, value: &str) -> String {
    format!("input[data-facet=\"{facet}\"][data-value=\"{value}\"]")
}
