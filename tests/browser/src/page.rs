//! The page in the words of its reader: what they do, what they see, and what
//! they wait for.
//!
//! Whatever follows an action follows it in its own time, so a test says what
//! it waits for ([`Page::until`] and the verbs built on it) and never how long.

mod input;
mod points;
mod sees;
mod waits;

use std::cell::Cell;

use serde_json::json;

use crate::{
    browser::{Browser, Tab},
    seen::Seen,
    site::Site,
};

/// Keys as WebDriver names them.
mod key {
    pub const ENTER: char = '\u{e007}';
}

/// The built site in a tab of a browser.
pub struct Page {
    browser: Browser,
    site: Site,
    repeats_input: Cell<bool>,
}

impl Page {
    pub(crate) fn new(browser: Browser, site: Site) -> Page {
        Page {
            browser,
            site,
            repeats_input: Cell::new(false),
        }
    }

    pub(crate) fn into_browser(self) -> Browser {
        self.browser
    }

    /// The browser that shows the page.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// The site and its host.
    pub fn site(&self) -> &Site {
        &self.site
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
        });
        self.view_arrives();
        self.now()
    }

    /// Waits until the view that is open has been fetched.
    pub fn view_arrives(&self) {
        let selector = part("loading");
        self.eventually("the view has been fetched", || {
            let body = "return document.querySelector(arguments[0]) === null";
            (self.browser.script(body, &[json!(selector)]) == true).then_some(())
        });
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
        self.type_over(text);
        self.address_follows()
    }

    /// Types on in the search field, and waits until the address bar has
    /// followed.
    pub fn type_on(&self, text: &str) -> Seen {
        self.type_behind(text);
        self.address_follows()
    }

    fn address_follows(&self) -> Seen {
        self.until("the address has followed the search field", |seen| {
            let pairs = url::form_urlencoded::parse(seen.query.as_bytes());
            let mut searches = pairs.filter(|(key, _)| key == "q");
            let asked = searches.next().map(|(_, text)| text.into_owned());
            let typed = seen.typed.as_deref().unwrap_or_default();
            asked.unwrap_or_default() == typed.trim()
        })
    }

    /// Types one letter more and waits for nothing, as a reader who knows what
    /// to type.
    pub fn type_letter(&self, letter: char) {
        self.browser.keys(&part("search"), &letter.to_string());
    }

    /// Presses Enter in the search field.
    pub fn enter(&self) {
        let key = key::ENTER.to_string();
        self.browser.keys(&part("search"), &key);
    }

    /// Asks for the words of a correction only as they were typed.
    pub fn take_literally(&self) {
        self.click(&format!("{} button", part("correction")));
    }

    /// Presses the button of this name: what is read out at it.
    pub fn press(&self, name: &str) {
        self.click(&format!("button[aria-label=\"{name}\"]"));
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

    /// As [`Page::toggle`], but without a mouse: in a frame, a driver that brings
    /// something under its mouse scrolls the page around as well.
    pub fn toggle_in_place(&self, facet: &str, value: &str) {
        let before = self.now().value(facet, value).checked;
        let body = "document.querySelector(arguments[0]).click()";
        self.browser.script(body, &[json!(checkbox(facet, value))]);
        self.until(&format!("{facet}={value} has changed"), |seen| {
            seen.value(facet, value).checked != before
        });
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
        self.view_arrives();
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

    /// The text that the page hands to the browser as a file when something is done.
    pub fn handed_out(&self, act: impl FnOnce()) -> String {
        let keep = "
            const make = URL.createObjectURL;
            URL.createObjectURL = (blob) => {
                blob.text().then((text) => window.handedOut = text);
                return make.call(URL, blob);
            };";
        self.browser.script(keep, &[]);
        act();
        self.eventually("a file is handed out", || {
            let file = self.browser.script("return window.handedOut", &[]);
            file.as_str().map(str::to_owned)
        })
    }

    /// Clicks the first element that a selector finds, with what it is folded
    /// into unfolded and scrolled to the middle.
    pub fn click(&self, selector: &str) {
        self.click_nth(selector, 0);
    }

    // Tabs of the same reader.

    /// Opens a place of the site in another tab, which comes to the front.
    pub fn open_tab(&self, place: &str) -> Tab {
        let tab = self.browser.new_tab();
        self.open(place);
        tab
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
